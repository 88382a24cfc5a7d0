/** The start screen. */
import { text, words } from '../words'

export const start = {
  newFrom: text('从哪里开始', 'Begin with'),
  newFromTemplate: text('模板', 'A template'),
  newFromEdition: text(
    '以前一期的版面（报眉和框留下，稿子清空）',
    'Pages of an earlier edition, its stories left out',
  ),
  newWhichEdition: text('哪一期', 'Which edition'),
  newTemplate: text('模板', 'Template'),
  newPublication: text('报名', 'Publication'),
  newPages: text('版数', 'Pages'),
  newFolio: text('首版版次', 'First folio'),
  newFolioHint: text(
    '末尾是数字，如 05、A05；后面各版接着数。',
    'Ends in a digit, such as 05 or A05; the other pages count on from it.',
  ),
  newFolios: words(
    (first: string, last: string) => `${first} 到 ${last} 版`,
    (first: string, last: string) => `Pages ${first} to ${last}`,
  ),
  newDate: text('出版日期', 'Date of issue'),
  newCreate: text('新建', 'Create'),
  forget: words(
    (name: string) => `从最近里去掉 ${name}`,
    (name: string) => `Take ${name} off the list`,
  ),
  next: text('下一期', 'Next edition'),
  recent: text('最近', 'Recent'),
  recentEmpty: text(
    '做过的报纸会列在这里。先从下面选一个模板。',
    'Editions you work on are listed here. Begin with a template below.',
  ),
  /** Those that the desk brings; others are called as their makers did. */
  templateNames: {
    'duikai-5x20': text('对开 5 栏 × 20 字', 'Broadsheet 5 × 20'),
    'duikai-6x16': text('对开 6 栏 × 16 字', 'Broadsheet 6 × 16'),
    'duikai-8x13': text('对开 8 栏 × 13 字', 'Broadsheet 8 × 13'),
    'sikai-5x14': text('四开 5 栏 × 14 字', 'Tabloid 5 × 14'),
  },
  templates: text('模板', 'Templates'),
  templatesLine: text('版心由报社定，可改可存', 'The house sets its own type area'),
  templateGrid: words(
    (columns: number, measure: number) => `${columns} 栏 · ${measure} 字`,
    (columns: number, measure: number) => `${columns} columns · ${measure} char.`,
  ),
  neverSaved: text('还没有存盘', 'Not yet saved'),
  missingFolder: text('文件夹不在了', 'Its folder is gone'),
  unsavedChanges: text('日志里有改动', 'Changes in the journal'),
  publicationDefault: text('未名报', 'Untitled'),
} as const
