/** Every word the window shows: Chinese, then English. Terms are those of docs/glossary.md. */
type Words<T> = readonly [zh: T, en: T]
const words = <T extends string | ((...args: never[]) => string)>(
  zh: T,
  en: NoInfer<T>,
): Words<T> => [zh, en]
const text = (zh: string, en: string): Words<string> => [zh, en]

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

export const catalogue = {
  appName: text('版心', 'Banxin'),
  appLine: text('一张版，三张台', 'One page, three desks'),

  file: text('文件', 'File'),
  edit: text('编辑', 'Edit'),
  view: text('视图', 'View'),
  newEdition: text('新建一期', 'New edition'),
  openEdition: text('打开…', 'Open…'),
  save: text('存盘', 'Save'),
  saveAs: text('另存为…', 'Save as…'),
  exportPdf: text('输出…', 'Export…'),
  closeEdition: text('关闭这一期', 'Close edition'),
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  undoWhat: words(
    (what: string) => `撤销 ${what}`,
    (what: string) => `Undo ${what}`,
  ),
  redoWhat: words(
    (what: string) => `重做 ${what}`,
    (what: string) => `Redo ${what}`,
  ),
  commandBox: text('搜索命令、版或稿', 'Search commands, pages, stories'),
  noCommand: text('没有对上的命令、版或稿；换个词试试', 'Nothing matches; try another word'),
  menuBar: text('菜单', 'Menu'),

  deskMakeup: text('组版', 'Make-up'),
  desks: text('台', 'Desks'),

  tools: text('工具', 'Tools'),
  toolSelect: text('选择', 'Select'),
  toolText: text('文字', 'Text'),
  toolHand: text('手', 'Hand'),
  toolZoom: text('缩放', 'Zoom'),

  showGrid: text('版格', 'Grid'),
  showBaselines: text('行线', 'Baselines'),
  showEdges: text('框线', 'Frame edges'),
  preview: text('预览', 'Preview'),

  pages: text('版面', 'Pages'),
  pageCount: words(
    (n: number) => `${n} 版`,
    (n: number) => plural(n, 'page'),
  ),
  pageName: words(
    (folio: string, section: string) => `${folio} ${section}`,
    (folio: string, section: string) => `${folio} ${section}`,
  ),
  stories: text('文稿', 'Stories'),
  storiesOnPage: words(
    (n: number) => `本版 ${n}`,
    (n: number) => `${n} here`,
  ),
  thisPage: text('本版', 'Here'),
  waiting: text('待排', 'Waiting'),
  noStories: text('这一版还没有稿。', 'No story stands on this page yet.'),
  noWaiting: text('稿子都上版了。', 'Every story has its place.'),
  characters: words(
    (n: number) => `${n.toLocaleString('zh-CN')} 字`,
    (n: number) => `${n.toLocaleString('en')} char.`,
  ),

  over: words(
    (lines: number) => `超 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} over`,
  ),
  overCharacters: words(
    (characters: number) => `超 ${characters} 字`,
    (characters: number) => `${characters} char. over`,
  ),
  under: words(
    (lines: number) => `余 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} short`,
  ),
  fits: text('齐', 'Fits'),
  overShort: words(
    (n: number) => `超 ${n}`,
    (n: number) => `+${n}`,
  ),
  underShort: words(
    (n: number) => `余 ${n}`,
    (n: number) => `−${n}`,
  ),
  fitBar: text('合版条', 'Copyfit'),
  fitBarLines: words(
    (n: number) => `合版条 · ${n} 行`,
    (n: number) => `Copyfit · ${plural(n, 'line')}`,
  ),

  page: text('版面画布', 'Page canvas'),
  measureBy: words(
    (columns: number, characters: number, rows: number) =>
      `${columns} 栏 · ${characters} 字 × ${rows} 行`,
    (columns: number, characters: number, rows: number) =>
      `${columns} col · ${characters} char × ${rows} lines`,
  ),
  millimetres: words(
    (width: string, height: string) => `${width} × ${height} mm`,
    (width: string, height: string) => `${width} × ${height} mm`,
  ),
  nothingSelected: text('未选中', 'Nothing selected'),
  pickHint: text('点框选中，双击进文字', 'Click a frame, double-click for text'),
  escHint: text('选中框', 'select the frame'),
  storyFrame: text('文本框', 'Text frame'),
  pictureFrame: text('图片框', 'Picture frame'),
  ruleFrame: text('线', 'Rule'),
  column: text('栏', 'Col'),
  row: text('行', 'Row'),
  columns: text('占栏', 'Cols'),
  rows: text('占行', 'Rows'),
  textColumns: text('分栏', 'Text columns'),
  breakInto: text('破栏', 'Break'),
  columnMeasure: text('栏宽', 'Measure'),
  origin: words(
    (x: string, y: string) => `起点 ${x}, ${y} mm`,
    (x: string, y: string) => `At ${x}, ${y} mm`,
  ),
  size: words(
    (width: string, height: string) => `宽高 ${width} × ${height} mm`,
    (width: string, height: string) => `${width} × ${height} mm`,
  ),
  paragraphRole: text('段落', 'Paragraph'),
  thisLine: text('本行', 'This line'),
  lineCharacters: words(
    (n: number) => `${n} 字`,
    (n: number) => `${n} char.`,
  ),
  roles: {
    body: text('正文', 'Body'),
    subhead: text('小标题', 'Subhead'),
    kicker: text('引题', 'Kicker'),
    headline: text('主题', 'Headline'),
    deck: text('副题', 'Deck'),
    byline: text('署名', 'Byline'),
    tip: text('提示', 'Tip'),
    caption: text('图片说明', 'Caption'),
    jump: text('转版', 'Jump'),
    furniture: text('报眉', 'Furniture'),
  },

  galley: text('小样', 'Galley'),
  galleyRoom: words(
    (lines: number) => `版位 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} of room`,
  ),
  galleyColumn: words(
    (column: number, characters: number) => `第 ${column} 栏 · ${characters} 字`,
    (column: number, characters: number) => `Column ${column} · ${characters} char.`,
  ),
  galleyEnd: words(
    (lines: number, characters: number) => `版面到此为止 · 以下溢出 ${lines} 行 ${characters} 字`,
    (lines: number, characters: number) =>
      `The page ends here · ${plural(lines, 'line')}, ${plural(characters, 'character')} over`,
  ),
  galleyEmpty: text(
    '点版面上的一篇稿，它的小样就在这里。',
    'Click a story on the page and its galley appears here.',
  ),
  inspector: text('属性', 'Inspector'),
  pageInspector: words(
    (folio: string) => `${folio} 版`,
    (folio: string) => `Page ${folio}`,
  ),
  typeArea: words(
    (columns: number, measure: number, rows: number) =>
      `${columns} 栏 × ${measure} 字 × ${rows} 行`,
    (columns: number, measure: number, rows: number) =>
      `${columns} columns × ${measure} char. × ${rows} lines`,
  ),

  kept: words(
    (time: string) => `已存到日志 ${time}`,
    (time: string) => `In the journal ${time}`,
  ),
  keptPlain: text('已存到日志', 'In the journal'),
  sending: text('正在存', 'Saving'),
  stuck: words(
    (n: number, why: string) => `未存 ${n} 笔 · ${why}`,
    (n: number, why: string) => `${plural(n, 'change')} not saved · ${why}`,
  ),
  retry: text('再试一次', 'Try again'),
  savedAs: words(
    (name: string) => `已存盘：${name}`,
    (name: string) => `Saved: ${name}`,
  ),
  errors: words(
    (n: number) => `${n} 处错误`,
    (n: number) => plural(n, 'error'),
  ),
  warnings: words(
    (n: number) => `${n} 处提醒`,
    (n: number) => plural(n, 'warning'),
  ),
  allFine: text('通过', 'All clear'),
  caretAt: words(
    (slug: string, line: number, column: number) => `${slug} 第 ${line} 行 · 第 ${column} 栏`,
    (slug: string, line: number, column: number) => `${slug}, line ${line}, column ${column}`,
  ),
  wholeStory: words(
    (n: number) => `全文 ${n.toLocaleString('zh-CN')} 字`,
    (n: number) => plural(n, 'character'),
  ),
  composing: text('组字中', 'Composing'),
  readOnly: text('只读：改动不会存下', 'Read only: changes are not kept'),

  zoom: text('缩放', 'Zoom'),
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  fitPage: text('看整版', 'Fit page'),
  fitWidth: text('看版宽', 'Fit width'),
  actualSize: text('看原大', 'Actual size'),
  foldLeft: text('收起左栏', 'Fold the left panel'),
  foldSides: text('收起两侧', 'Fold both sides'),
  resizeLeft: text('左栏宽', 'Left panel width'),
  resizeRight: text('右栏宽', 'Right panel width'),
  resizePages: text('版面栏高', 'Pages panel height'),
  resizeGalley: text('小样栏高', 'Galley height'),

  typing: text('输入', 'Typing'),
  deleting: text('删除', 'Delete'),
  pasting: text('粘贴', 'Paste'),
  cutting: text('剪切', 'Cut'),
  newParagraph: text('另段', 'New paragraph'),
  frameChange: text('改框', 'Change frame'),

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
  loadingFonts: text('正在取字体', 'Fetching the fonts'),
  opening: text('正在打开', 'Opening'),
  recovered: words(
    (n: number) => `上次没有正常退出，${n} 笔改动都从日志恢复了。`,
    (n: number) =>
      `The desk ended without saving; ${plural(n, 'change')} came back from the journal.`,
  ),

  exportTitle: text('输出', 'Export'),
  exportPress: text('印刷 PDF', 'Press PDF'),
  exportProof: text('校样 PDF', 'Proof PDF'),
  exportPng: text('PNG 图', 'PNG pictures'),
  exportWhat: text('输出成', 'As'),
  exportPages: text('版次', 'Pages'),
  exportPagesHint: text('留空就是全部；也可写 1-4 或 1,3', 'Empty means all; or 1-4, or 1,3'),
  exportStart: text('输出', 'Export'),
  exportErrors: words(
    (n: number) => `还有 ${n} 处错误，印刷 PDF 要先改好，或写明理由仍要输出：`,
    (n: number) => `${plural(n, 'error')} left. Settle them, or say why it goes out all the same:`,
  ),
  exportReason: text('理由', 'Reason'),
  exportRunning: words(
    (done: number, total: number) => `${done} / ${total}`,
    (done: number, total: number) => `${done} of ${total}`,
  ),
  exportDone: text('输出好了', 'Exported'),
  exportCancelled: text('输出已取消', 'Export cancelled'),
  showFile: text('打开所在文件夹', 'Show in folder'),
  folderUp: text('上一层', 'Up'),
  fileName: text('名称', 'Name'),
  chooseFolder: text('选这个文件夹', 'Choose this folder'),
  cancel: text('取消', 'Cancel'),
  close: text('关闭', 'Close'),

  crashed: text(
    '这一栏出了差错；别处照常，稿子都在日志里。',
    'This panel failed; everything else works and the journal is whole.',
  ),
  reopenPanel: text('重开此栏', 'Reopen the panel'),
  noHost: text(
    '窗口没有接上后台；请从版心程序打开它。',
    'The window is not connected; open it from the Banxin program.',
  ),
} as const
