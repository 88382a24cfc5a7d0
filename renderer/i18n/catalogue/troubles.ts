/**
 * What the host, the journal and the disk refuse or warn of, by the code of the
 * trouble: what, where, and the way on. `part` gives a part of it by name, empty
 * where it has none. tests/renderer/i18n holds that no code is without words.
 */
import type { DiskReason } from '../../../core/diskReason'
import { words, type Words } from '../words'

export type Part = (name: string) => string
type Say = (part: Part) => string
export type TroubleWords = Readonly<Record<string, Words<Say>>>

export const say = (zh: Say, en: Say): Words<Say> => words(zh, en)
export const said = (zh: string, en: string): Words<Say> =>
  say(
    () => zh,
    () => en,
  )

/** What is the matter, and what to do. */
const REASONS: Readonly<Record<DiskReason, { readonly zh: string; readonly en: string }>> = {
  full: { zh: '磁盘满了。腾出地方再试', en: 'the disk is full. Make room on it and try again' },
  denied: {
    zh: '没有权限。改权限，或换个地方',
    en: 'permission is denied. Change the permissions or choose another place',
  },
  'read-only': { zh: '磁盘是只读的。换个地方', en: 'the disk is read-only. Choose another place' },
  missing: { zh: '它不在那里。核对名称', en: 'it is not there. Check the name' },
  path: {
    zh: '路径里有一段是文件，不是文件夹。核对名称',
    en: 'a part of its path is a file, not a folder. Check the name',
  },
  'file-there': {
    zh: '要放文件夹的地方已有一个文件。换个名称',
    en: 'a file stands where a folder is needed. Choose another name',
  },
  folder: { zh: '它是文件夹。换个名称', en: 'it is a folder. Choose another name' },
  'long-name': { zh: '名称太长。换个短的', en: 'its name is too long. Choose a shorter one' },
  busy: {
    zh: '别的程序正用着它。关掉那个程序再试',
    en: 'another program is using it. Close that program and try again',
  },
  'too-large': {
    zh: '这个磁盘放不下这么大的文件。换个地方',
    en: 'the disk takes no file so large. Choose another place',
  },
  fault: { zh: '磁盘报错。检查磁盘', en: 'the disk reports an error. Check the disk' },
  circle: { zh: '链接绕成了圈。核对名称', en: 'its links lead in a circle. Check the name' },
  'many-files': {
    zh: '打开的文件太多。关掉些程序再试',
    en: 'too many files are open. Close other programs and try again',
  },
  other: { zh: '系统不让。再试一次', en: 'the system refuses it. Try again' },
}

const isReason = (why: string): why is DiskReason => Object.hasOwn(REASONS, why)

const disk = (zh: string, en: string): Words<Say> =>
  say(
    (part) => {
      const why = part('why')
      const reason = isReason(why) ? REASONS[why].zh : REASONS.other.zh
      const code = why === 'other' ? `（${part('refusal')}）` : ''
      return `${part('file')} ${zh}${code}：${reason}${part('untouched') === '1' ? '；原来的都没动' : ''}。`
    },
    (part) => {
      const why = part('why')
      const reason = isReason(why) ? REASONS[why].en : REASONS.other.en
      const code = why === 'other' ? ` (${part('refusal')})` : ''
      return `${part('file')} could not be ${en}${code}: ${reason}${part('untouched') === '1' ? '; nothing was changed' : ''}.`
    },
  )

export const hostTroubles: TroubleWords = {
  'disk.read': disk('读不出来', 'read'),
  'disk.write': disk('写不进去', 'written'),
  'journal.write': disk('写不进去', 'written'),
  'journal.torn': said(
    '日志里最后一笔改动写到一半断了，没有留下；它之前的都恢复了。',
    'The last change in the journal was cut off while it was written and is lost; all before it are back.',
  ),
  'journal.damaged': say(
    (part) => `日志坏了一处，坏处以后的改动恢复不了；它们另存成了 ${part('aside')}。`,
    (part) =>
      `The journal is damaged; the changes after the damage are not back but kept as ${part('aside')}.`,
  ),
  'journal.other': say(
    (part) => `日志跟盘上的这一期对不上，里面的改动没有用；日志另存成了 ${part('aside')}。`,
    (part) =>
      `The journal belongs to another state of this edition and was not applied; it is kept as ${part('aside')}.`,
  ),
  'journal.refused': say(
    (part) =>
      `日志里有 ${part('changes')} 笔改动已经合不上，没有恢复；它们另存成了 ${part('aside')}。`,
    (part) =>
      `Changes in the journal that no longer fit (${part('changes')}) were left out; they are kept as ${part('aside')}.`,
  ),
  'edition.in-use': say(
    (part) =>
      part('pid') === ''
        ? `${part('file')} 在另一个窗口里开着。在那边关掉，或换个名称。`
        : `${part('file')} 正由另一个版心开着（${part('host')} 上的进程 ${part('pid')}）。在那边关掉，或只读打开；要是没有别的版心在运行，删掉这一期文件夹里的 .lock。`,
    (part) =>
      part('pid') === ''
        ? `${part('file')} is open in another window. Close it there or choose another name.`
        : `${part('file')} is open in another Banxin (process ${part('pid')} on ${part('host')}). Close it there or open it to look; if no other Banxin runs, remove .lock in its folder.`,
  ),
  'edition.read-only': said(
    '这一期是只读打开的；要改，先另存到别处。',
    'This edition was opened to look only; save it under another name to change it.',
  ),
  'edition.changed-on-disk': say(
    (part) => `${part('file')} 打开以后被别的程序改过。以我为准存，或还原成盘上的。`,
    (part) =>
      `${part('file')} was changed by another program since it was opened. Save over it, or go back to what is on disk.`,
  ),
  'edition.no-handle': said(
    '这个窗口没有开着那一期；请重新打开。',
    'This window does not have that edition open; open it again.',
  ),
  'edition.away': said(
    '后台放开了这一期，这个窗口一时接不回来。再试一次。',
    'The desk has let this edition go, and this window cannot have it again now. Try again.',
  ),
  'edition.gone': say(
    (part) =>
      `${part('file')} 改了名、移走或删掉了。可以放回原处，也可以另存或存回去，图片一起存。`,
    (part) =>
      `${part('file')} was renamed, moved or removed. Put it back, or save it elsewhere or where it was; the pictures go along.`,
  ),
  'edition.revision': said(
    '这一笔改动落后太多；这一期已重新读过，请再做一次。',
    'The change was made on a state that is no longer at hand; the edition was read anew, so do it again.',
  ),
  'recent.unknown': said(
    '最近的列表里没有这一期了；请从文件夹打开它。',
    'That edition is not in the list of recent ones; open it by its folder.',
  ),
  'dialog.none': said('那个对话框已经关了。', 'That dialog is closed already.'),
  'dialog.path': said('要给出完整的路径。', 'A dialog must be answered with a whole path.'),
  'host.gone': said(
    '后台没有回应，没有做成。过一会儿再试；它要是停了，重新启动版心。',
    'The desk does not answer and nothing was done. Try again in a moment; if it has stopped, start Banxin again.',
  ),
  'host.mistake': said(
    '版心自己出了差错；稿子都在日志里，详情记在运行记录里。',
    'Banxin made a mistake; your work is safe in the journal. The log says more.',
  ),
  'host.call': said(
    '后台没有这个功能；窗口和后台的版本不一致，请重新载入。',
    'The desk has no such call; window and desk are of different versions, so reload.',
  ),
  'host.argument': said(
    '窗口给后台的话不合规矩，没有照办。',
    'The desk was asked in a way it does not take; nothing was done.',
  ),
  'host.stranger': said(
    '只有版心自己的窗口能这样做。',
    'Only the desk’s own window may ask for that.',
  ),
  'store.missing': say(
    (part) => `${part('file')} 不在那里。核对这一期的名称。`,
    (part) => `${part('file')} is not there. Check the name of the edition.`,
  ),
  'store.cut-off': say(
    (part) =>
      `${part('file')} 不在那里：上次存盘断在半路。旁边留着存盘前的那一期，把它改回原名就能打开。`,
    (part) =>
      `${part('file')} is not there: its last saving was cut off. The edition as it was stands beside it; rename that to open it.`,
  ),
  'store.not-a-folder': say(
    (part) => `${part('file')} 是文件，不是一期的文件夹。选以 .banxin 结尾的文件夹，或换个名称。`,
    (part) =>
      `${part('file')} is a file, not an edition’s folder. Choose a folder that ends in .banxin, or another name.`,
  ),
  'store.not-an-edition': say(
    (part) => `${part('file')} 里没有一期报纸。选以 .banxin 结尾的文件夹，或换个名称。`,
    (part) =>
      `${part('file')} holds no edition. Choose a folder that ends in .banxin, or another name.`,
  ),
  'store.stray': say(
    (part) => `${part('file')} 不属于这一期，没有读。`,
    (part) => `${part('file')} belongs to no part of the edition and was not read.`,
  ),
  'format.newer': said(
    '这一期是新版的版心做的；升级版心才能打开。',
    'The edition was written by a newer Banxin. Update Banxin to open it.',
  ),
}
