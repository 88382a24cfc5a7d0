/**
 * What is wrong with a page and what to do, by the code of the finding: its name,
 * its number against the limit where it has one, and the remedy 办法.
 */
import { fontPlacesEn, fontPlacesZh } from './fontPlaces'
import { counted, finding, one, percent, UNMEASURED, type FindingWords } from './findingWords'
import { say } from './troubles'
import { plural, text, words } from '../words'

export const findings: Readonly<Record<string, FindingWords>> = {
  'text.overset': finding(
    text('溢出', 'Overset'),
    text('加高文本框，或删字', 'Deepen the frame, or cut the text'),
  ),
  'text.missing-glyph': finding(
    text('缺字', 'Missing glyph'),
    text('换字，或补有此字的字体', 'Replace it, or add a font that has it'),
    UNMEASURED,
    say(
      (part) => `“${part('character')}” ${part('codes')}`,
      (part) => `“${part('character')}” ${part('codes')}`,
    ),
  ),
  'font.missing': finding(
    text('缺字体', 'Missing font'),
    text(
      '补上它的文件，或在样式里换一种；报眉的随模板换',
      'Add its file, or choose another in the styles; a page head takes its font from the template',
    ),
    UNMEASURED,
    say(
      (part) => `${part('font')}${fontPlacesZh(part)}`,
      (part) => `${part('font')}${fontPlacesEn(part)}`,
    ),
  ),
  'template.missing': finding(
    text('缺模板', 'Missing template'),
    text(
      '版面照原样排；要换，在属性里另选一个模板',
      'The page stands as it was made; choose another template in the inspector',
    ),
    UNMEASURED,
    say(
      (part) => `${part('template')}（第 ${part('pages').split(' ').join('、')} 版）`,
      (part) => `${part('template')} (page ${part('pages').split(' ').join(', ')})`,
    ),
  ),
  'page.head-cut': finding(
    text('报眉放不下', 'No room in the page head'),
    text('改短报名或版名', 'Shorten the name of the paper or of the section'),
    UNMEASURED,
    say(
      (part) => `“${part('text')}”`,
      (part) => `“${part('text')}”`,
    ),
  ),
  'jump.unresolved': finding(
    text('转版无着落', 'Jump without its end'),
    text('把续稿接上，或删去转版行', 'Thread the rest of the story, or drop the jump line'),
  ),
  'jump.at-stop': finding(
    text('转版处正逢句终', 'Jump at a full stop'),
    text('移动转版处，让句子断在半中', 'Move the break so that the sentence runs on'),
  ),
  'picture.missing': finding(
    text('图片缺失', 'Picture missing'),
    text('重新链接图片文件', 'Link its file again'),
  ),
  'page.overlap': finding(
    text('压框', 'Blocks overlap'),
    text('移开或改小其中一个', 'Move or cut one of them'),
  ),
  'page.touching': finding(
    text('碰撞', 'Things touch'),
    text('移开，留够空', 'Move them apart'),
    counted('处', 'place'),
  ),
  'page.clash': finding(
    text('碰题', 'Headlines side by side'),
    text('把其中一个标题往下移', 'Move one of the headlines down'),
    words(
      (value: number) => `并排 ${one(value)} 行`,
      (value: number) => `over ${one(value)} rows`,
    ),
  ),
  'page.seam': finding(
    text('通缝', 'Seam right through'),
    text('让一块稿跨过这道缝', 'Set a block across it'),
    words(
      (value: number, limit: number) => `贯通 ${percent(value)}，限 ${percent(limit)}`,
      (value: number, limit: number) => `${percent(value)} free, limit ${percent(limit)}`,
    ),
  ),
  'page.hole': finding(
    text('空洞', 'White hole'),
    text(
      '放大旁边的标题或图片，添稿，或在空白处留图位',
      'Enlarge a headline or picture beside it, add copy, or keep the white for a picture',
    ),
    counted('行空白', 'row', ' of white'),
  ),
  'page.loose-headline': finding(
    text('标题松', 'Loose headline'),
    text('减题区行数，或放大字号', 'Give it fewer rows or a larger size'),
    counted('行空白', 'row', ' of white'),
  ),
  'page.flat-text': finding(
    text('题大文薄', 'Text flat under its headline'),
    text('少占几栏，或缩小标题', 'Set it over fewer columns, or the headline smaller'),
    words(
      (value: number, limit: number) => `题高为文高的 ${percent(value)}，限 ${percent(limit)}`,
      (value: number, limit: number) =>
        `headline ${percent(value)} of the text’s depth, limit ${percent(limit)}`,
    ),
  ),
  'page.bare-waist': finding(
    text('腰题上下缺文', 'Mid-text headline without text'),
    text(
      '移动标题、加高文本框，或改为盖文、串文',
      'Move it, deepen its frame, or set it at the head',
    ),
    words(
      (value: number, limit: number) => `上或下只有 ${value} 行，宜 ${limit} 行以上`,
      (value: number, limit: number) => `${plural(value, 'line')} above or below, ${limit} wanted`,
    ),
  ),
  'page.box-on-headline': finding(
    text('文中框压题', 'Box on the headline'),
    text('把框或标题移到别的栏，或加高文本框', 'Move either to other columns, or deepen the frame'),
  ),
  'page.ragged-foot': finding(
    text('栏底不齐', 'Ragged foot'),
    text(
      '移动框内的插件，或让一段多排少排一行',
      'Move its box, or let a paragraph run a line more or less',
    ),
    words(
      (value: number, limit: number) => `相差 ${value} 行，限 ${limit}`,
      (value: number, limit: number) => `${value} rows apart, limit ${limit}`,
    ),
  ),
  'page.headline-width': finding(
    text('标题不满', 'Headline short of its width'),
    text('放大字号、减少折行或少占一栏', 'Set it larger, on fewer lines or over fewer columns'),
    words(
      (value: number, limit: number) => `占 ${percent(value)}，宜 ${percent(limit)} 以上`,
      (value: number, limit: number) => `${percent(value)} filled, ${percent(limit)} wanted`,
    ),
  ),
  'page.too-many-sizes': finding(
    text('标题字号过多', 'Too many headline sizes'),
    text('并用几级字号', 'Set like headlines in one size'),
    words(
      (value: number, limit: number) => `${value} 级，限 ${limit}`,
      (value: number, limit: number) => `${value} sizes, limit ${limit}`,
    ),
  ),
  'page.flat-hierarchy': finding(
    text('标题主次不分', 'Flat hierarchy'),
    text('拉开字号，或用同一字号', 'Set them clearly apart, or in one size'),
  ),
  'page.uneven-space': finding(
    text('题空不匀', 'Uneven white about headlines'),
    text('让同级标题上下空一致', 'Give like headlines equal white'),
    words(
      (value: number) => `差 ${one(value)} 行`,
      (value: number) => `${one(value)} rows off`,
    ),
  ),
  'page.headline-turn': finding(
    text('标题断词', 'Headline turned in a word'),
    text('换个地方折行', 'Move the turn'),
  ),
  'page.headline-break': finding(
    text('标题行首尾不当', 'Headline line begins or ends badly'),
    text('换个地方折行', 'Move the turn'),
  ),
  'page.companion-break': finding(
    text('引题副题行尾不当', 'Kicker or deck line ends badly'),
    text('换个宽度或删一个字', 'Set it to another width, or cut a word'),
  ),
  'page.too-many-families': finding(
    text('字体过多', 'Too many typefaces'),
    text('一版三种字体足够', 'Three families a page are enough'),
    words(
      (value: number, limit: number) => `${value} 种，限 ${limit}`,
      (value: number, limit: number) => `${value} families, limit ${limit}`,
    ),
  ),
  'page.too-many-frames': finding(
    text('框式过多', 'Too many kinds of frame'),
    text('同类稿用同一种框', 'Use one kind of frame for stories of a kind'),
    words(
      (value: number, limit: number) => `${value} 种，限 ${limit}`,
      (value: number, limit: number) => `${value} kinds, limit ${limit}`,
    ),
  ),
  'page.caption-unlike': finding(
    text('图片说明不一', 'Caption unlike the others'),
    text('图题要么都有要么都无，字号一致', 'Give all a title or none, in one size'),
  ),
  'page.square-photo': finding(
    text('图片近方', 'Square picture'),
    text('裁成 5:4 以上的横幅', 'Crop it to 5:4 or flatter'),
  ),
  'page.picture-share': finding(
    text('图片比重', 'Share of pictures'),
    text('图片宜占版心的 12–18 %', 'Pictures should fill 12 to 18 % of the type area'),
    words(
      (value: number) => `占 ${percent(value)}`,
      (value: number) => percent(value),
    ),
  ),
  'page.pictures-together': finding(
    text('图片相连', 'Pictures together'),
    text('中间隔开文字', 'Put text between them'),
  ),
  'page.off-grid': finding(
    text('离格', 'Off the grid'),
    text('给框整行的高度', 'Give the boxes whole rows'),
    counted('行', 'line'),
  ),
  'page.rule-beside-frame': finding(
    text('线贴框', 'Rule beside a border'),
    text('去掉这条线', 'Take the rule away'),
  ),
  'page.text-near-frame': finding(
    text('文字贴框', 'Text near a box'),
    text('文字与框留出 6 点', 'Keep 6 pt between text and box'),
    words(
      (value: number) => `${one(value)} 点`,
      (value: number) => `${one(value)} pt`,
    ),
  ),
  'page.too-many-accents': finding(
    text('套色过多', 'Too many colours'),
    text('一版一种套色', 'One colour a page'),
    counted('色', 'colour'),
  ),
  'page.too-many-tints': finding(
    text('底纹过多', 'Too many tints'),
    text('一版一处底纹', 'One tint a page'),
    counted('处', 'tint'),
  ),
  'page.gaps': finding(
    text('字距松', 'Loose lines'),
    text('增删几个字，或换行长', 'Cut or add words, or change the measure'),
    words(
      (value: number, limit: number) => `${percent(value)} 的行，限 ${percent(limit)}`,
      (value: number, limit: number) => `${percent(value)} of lines, limit ${percent(limit)}`,
    ),
  ),
  'page.gap': finding(
    text('一行字距过大', 'One very loose line'),
    text('改这一段的一个词', 'Change a word in its paragraph'),
    words(
      (value: number) => `${value.toFixed(2)} 字`,
      (value: number) => `${value.toFixed(2)} em`,
    ),
  ),
  'text.kinsoku': finding(text('避头尾', 'Prohibited break'), text('改一个词', 'Change a word')),
  'text.stray-line': finding(
    text('孤行', 'Stray line'),
    text('让这一段多排或少排一行', 'Let the paragraph run a line more or less'),
  ),
  'text.stray-subhead': finding(
    text('背题', 'Stray subhead'),
    text('让前面的段落多排一行', 'Let the text before it run a line more'),
  ),
  'text.lone-character': finding(
    text('孤字', 'Lone character'),
    text('增删一个字', 'Cut or add a word'),
  ),
  'text.indent': finding(
    text('段首空格不对', 'Paragraph indent'),
    text('改用正文样式', "Give it the body's style"),
    counted('段', 'paragraph'),
  ),
  'text.measure': finding(
    text('行长不宜', 'Measure'),
    text('12 到 22 字好读；改破栏', '12 to 22 characters read well; change the columns'),
    words(
      (value: number) => `每行 ${value} 字`,
      (value: number) => `${value} characters a line`,
    ),
  ),
}

/** The panel of problems 问题. */
export const problems = {
  title: text('问题', 'Problems'),
  none: text('这一期没有要处理的问题。', 'Nothing to settle in this edition.'),
  next: text('下一处问题', 'Next problem'),
  previous: text('上一处问题', 'Previous problem'),
  onPage: words(
    (folio: string) => `${folio} 版`,
    (folio: string) => `Page ${folio}`,
  ),
  other: text('其他', 'Other'),
  error: text('错误', 'Error'),
  warning: text('提醒', 'Warning'),
} as const
