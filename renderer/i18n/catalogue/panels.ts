/** Pages, stories, the canvas and the inspector. */
import { grouped, plural, text, words } from '../words'

export const panels = {
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
  noStories: text(
    '这一版还没有稿：导入来稿（Ctrl I），或画一个文本框（F）。',
    'No story here yet: import copy (Ctrl I) or draw a text frame (F).',
  ),
  noWaiting: text('稿子都上版了。', 'Every story has its place.'),
  characters: words(
    (n: number) => `${grouped(n)} 字`,
    (n: number) => `${grouped(n)} char.`,
  ),
  page: text('版面画布', 'Page canvas'),
  /** The page in words, for screen readers. */
  mirror: {
    frames: words(
      (folio: string, n: number) => `${folio} 版，${n} 个框`,
      (folio: string, n: number) => `Page ${folio}, ${plural(n, 'frame')}`,
    ),
    place: words(
      (column: number, row: number) => `第 ${column} 栏第 ${row} 行起`,
      (column: number, row: number) => `from column ${column}, row ${row}`,
    ),
    line: words(
      (line: string) => `光标所在行：${line}`,
      (line: string) => `Line of the caret: ${line}`,
    ),
    and: text('，', ', '),
  },
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
  rulerColumn: words(
    (column: number) => `${column} 栏`,
    (column: number) => `Col ${column}`,
  ),
  rulerUnit: text('字', 'ch'),
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
  inOverset: text('溢出的文字', 'Overset text'),
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
  storyTab: text('文稿', 'Story'),
  storyView: text('文稿正文', 'Story text'),
  storyEmpty: text(
    '选中一个框，或点进文字，这里就是它的文稿。',
    'Choose a frame or click into text: its story stands here.',
  ),
  /** What a block of a story is, beside it. */
  blockNames: {
    kicker: text('引题', 'Kicker'),
    headline: text('主题', 'Headline'),
    deck: text('副题', 'Deck'),
    byline: text('署名', 'Byline'),
    subhead: text('小标题', 'Subhead'),
    readingTip: text('阅读提示', 'Tip'),
    editorNote: text('编者按', 'Note'),
    figureTitle: text('图题', 'Title'),
    caption: text('图说', 'Caption'),
    credit: text('供图', 'Credit'),
    jumpTo: text('下转', 'Jump to'),
    jumpFrom: text('上接', 'From'),
    jumpHeadline: text('转版题', 'Jump head'),
    line: text('固定行', 'Line'),
  },
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
} as const
