/** The window as a whole: its name, dialogs of files, and what it says when something fails. */
import { plural, text, words } from '../words'

export const app = {
  appName: text('版心', 'Banxin'),
  appLine: text('一张版，两张台：组版、印前', 'One page, two desks: make-up and press'),
  loadingFonts: text('正在取字体', 'Fetching the fonts'),
  opening: text('正在打开', 'Opening'),
  recovered: words(
    (n: number) => `上次没有正常退出，${n} 笔改动都从日志恢复了。`,
    (n: number) =>
      `The desk ended without saving; ${plural(n, 'change')} came back from the journal.`,
  ),
  folderUp: text('上一层', 'Up'),
  fileName: text('名称', 'Name'),
  chooseFolder: text('选这个文件夹', 'Choose this folder'),
  messages: text('消息', 'Messages'),
  cancel: text('取消', 'Cancel'),
  close: text('关闭', 'Close'),
  crashed: text(
    '这一栏出了差错；别处照常，稿子都在日志里。',
    'This panel failed; everything else works and the journal is whole.',
  ),
  notFetched: text(
    '这一栏没有取来：后台没有回应。稿子不受影响，过一会儿再试。',
    'This panel could not be fetched because the desk does not answer. Your work is not touched; try again in a moment.',
  ),
  dialogNotFetched: text(
    '要开的框没有取来：后台没有回应。过一会儿再按一次。',
    'What was to open could not be fetched because the desk does not answer. Ask for it again in a moment.',
  ),
  reopenPanel: text('重开此栏', 'Reopen the panel'),
  troubleUnknown: words(
    (code: string) => `没有做成（${code}）；再试一次，还不成就重新载入窗口。`,
    (code: string) => `It was not done (${code}). Try again; if that fails, reload the window.`,
  ),
  troubleAt: words(
    (folio: string) => `${folio} 版`,
    (folio: string) => `Page ${folio}: `,
  ),
  troubleFound: words(
    (place: string, name: string, remedy: string) => `${place}${name}：${remedy}。`,
    (place: string, name: string, remedy: string) => `${place}${name}. ${remedy}.`,
  ),
  noHost: text(
    '窗口没有接上后台；请从版心程序打开它。',
    'The window is not connected; open it from the Banxin program.',
  ),
} as const
