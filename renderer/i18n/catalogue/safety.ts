/** Keeping the work: what is at risk, where it is now, and the ways on. */
import { plural, text, words } from '../words'

const safety = {
  unnamed: text('未命名的一期', 'Unnamed edition'),
  revert: text('还原成盘上的', 'Revert to saved'),
  takeDisk: text('还原成盘上的', 'Take what is on disk'),
  saveOver: text('以我为准存', 'Save mine over it'),
  saveBack: text('存回原处', 'Save where it was'),
  gone: text(
    '这一期的文件夹不在原处了：改了名、移走或删掉了。这以后的改动只在内存里，窗口先不要关。放回原处就接着用；另存或存回去也行，图片一起存。',
    'The folder of this edition is not where it was: it was renamed, moved or removed. Changes since are in memory only, so keep this window open. Put it back to go on, or save it elsewhere or where it was; the pictures go along.',
  ),
  goneTitle: text('这一期的文件夹不在原处了', 'The folder of this edition is not where it was'),
  saveElsewhere: text('另存到别处…', 'Save elsewhere…'),
  dontSave: text('不存', 'Do not save'),
  goOn: text('继续编辑', 'Go on editing'),
  closeTitle: words(
    (name: string) => `“${name}”有改动还没存盘`,
    (name: string) => `“${name}” has changes that are not saved`,
  ),
  closeDetail: text(
    '改动都在日志里。存盘写进这一期；不存就丢掉它们。',
    'They are in the journal. Save writes them into the edition; otherwise they are thrown away.',
  ),
  revertTitle: text('还原成盘上的这一期？', 'Go back to the edition on disk?'),
  revertDetail: text(
    '上次存盘以后的改动都会丢掉，不能撤销。',
    'All changes since it was saved are thrown away; this cannot be undone.',
  ),
  revertedElsewhere: text(
    '另一个窗口把这一期还原成了盘上的；这里也跟着还原了。',
    'Another window reverted this edition to the disk; it was read anew here.',
  ),
  changedTitle: text(
    '这一期在磁盘上被别的程序改过，两边的改动都还在。',
    'Another program changed this edition on disk; both versions are still there.',
  ),
  notSaved: text('没有存成', 'It was not saved'),
  inJournal: text('改动都在日志里，没有丢。', 'All changes are in the journal; nothing is lost.'),
  inMemory: text(
    '最近的改动只在内存里，先不要关窗口。',
    'The last changes are in memory only; keep this window open.',
  ),
  journalStuck: words(
    (why: string) => `日志写不进去，最近的改动只在内存里，窗口先不要关；能写时会自己补上。${why}`,
    (why: string) =>
      `The journal cannot be written; the last changes are in memory only, so keep this window open. They are written as soon as they can be. ${why}`,
  ),
  hostLost: text(
    '后台没有回应，最近的改动只在这个窗口里：不要关，也不要重新载入。接上以后会自己补上；后台要是停了，先把文字存下来，再重新启动版心。',
    'The desk does not answer, and the last changes are in this window only: do not close or reload it. They are written as soon as the desk is back; if it has stopped, keep the texts as a file before you start it again.',
  ),
  notTaken: words(
    (why: string) => `最近的改动没有存下来，只在这个窗口里：不要关，也不要重新载入。${why}`,
    (why: string) =>
      `The last changes were not taken and are in this window only: do not close or reload it. ${why}`,
  ),
  away: words(
    (why: string) =>
      `这个窗口和后台断开得太久，一时接不回这一期。版面还在这个窗口里：不要关，也不要重新载入。${why}`,
    (why: string) =>
      `This window was cut off from the desk for too long and cannot have the edition again yet. The pages are still in this window: do not close or reload it. ${why}`,
  ),
  givenUp: text(
    '同一处先被别处改了，这里最近的改动放不进去，已经去掉。去掉以前的文字还能存成文件，照着补上。',
    'The same place was changed elsewhere first; the last changes made here had no place left and were taken out. The texts as they were can still be kept as a file, to put them in again.',
  ),
  seen: text('知道了', 'Understood'),
  keepTexts: text('把文字存下来', 'Keep the texts as a file'),
  readOnly: text(
    '只读打开：可以改，但要另存到别处才留得下。',
    'Opened to look: changes are kept only by saving elsewhere.',
  ),
  otherWindows: words(
    (n: number) => `另有 ${n} 个窗口开着，改动互相跟着`,
    (n: number) => `Open in ${plural(n, 'other window')}; all follow each other`,
  ),
  inUseTitle: text('另一个版心正开着这一期', 'Another Banxin has this edition open'),
  lookOnly: text('只读打开', 'Open to look'),
  crashed: text(
    '窗口出了差错；改动都在日志里，重新载入就接着做。',
    'The window failed; all changes are in the journal. Reload to go on.',
  ),
  reload: text('重新载入', 'Reload'),
} as const

export const safe = { safety } as const
