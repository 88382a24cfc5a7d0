/** The start screen. */
import { text, words } from '../words'

export const start = {
  next: text('下一期', 'Next edition'),
  recent: text('最近', 'Recent'),
  recentEmpty: text(
    '做过的报纸会列在这里。先从下面选一个模板。',
    'Editions you work on are listed here. Begin with a template below.',
  ),
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
