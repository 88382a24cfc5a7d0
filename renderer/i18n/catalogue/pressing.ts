/** The press desk 印前: plates, total ink, findings, what goes out. */
import { plural, text, words, type Words } from '../words'

type FindingWords = { readonly name: Words<string>; readonly remedy: Words<string> }

const finding = (name: Words<string>, remedy: Words<string>): FindingWords => ({ name, remedy })

/** Press findings by code: what is wrong, and the remedy 办法. */
const findings: Readonly<Record<string, FindingWords>> = {
  'press.page-ink': finding(
    text('合起来墨太多', 'Too much ink together'),
    text(
      '字下垫浅底，或把图调浅',
      'Put a light ground under the text, or take the picture lighter',
    ),
  ),
  'press.ink-limit': finding(
    text('总墨量超限', 'Over the ink limit'),
    text('换一种用墨少的颜色', 'Choose a colour with less ink'),
  ),
  'press.picture-ink': finding(
    text('图片墨太多', 'Picture with too much ink'),
    text('按这台机器重转，或去掉图自带的 CMYK', 'Have it separated for this press'),
  ),
  'press.picture-ppi': finding(
    text('图片精度低', 'Coarse picture'),
    text('缩小，或换大一些的原图', 'Make it smaller or get a larger file'),
  ),
  'press.transparency': finding(
    text('图片有透明', 'See-through picture'),
    text('问印厂收不收，或在白底上抠好', 'Ask the printer, or cut it out against white'),
  ),
  'press.hairline': finding(text('发丝线', 'Hairline'), text('加粗这条线', 'Draw it thicker')),
  'press.white-text': finding(
    text('反白小字', 'Small white text'),
    text('放大，或不反白', 'Set it larger, or not in white'),
  ),
  'press.coloured-text': finding(
    text('小字压多色', 'Small text in several inks'),
    text('改用单色，或放大', 'Set it in one ink or larger'),
  ),
  'press.text-cut': finding(
    text('文字出了裁切线', 'Text over the trim'),
    text('移进版面', 'Move it into the page'),
  ),
  'press.text-trim': finding(
    text('文字离裁切线太近', 'Text near the trim'),
    text('往里移', 'Move it inwards'),
  ),
  'press.unsigned': finding(
    text('没有责编', 'Unsigned page'),
    text('在版底写明责编', 'Name the editor at its foot'),
  ),
  'press.placeholder': finding(
    text('图片没有到', 'Picture not there'),
    text('补上图片，或撤掉图位', 'Add the picture, or take its place off the page'),
  ),
  'press.picture': finding(
    text('图片转不了', 'Picture cannot be converted'),
    text('换一张图', 'Replace the picture'),
  ),
  'press.ad-unreadable': finding(
    text('广告文件打不开', 'Advertisement cannot be read'),
    text('请客户给不加密的 PDF', 'Ask for a PDF that opens without a password'),
  ),
  'press.ad-rgb': finding(
    text('广告用了 RGB', 'Advertisement in RGB'),
    text('请客户按 CMYK 出 PDF/X', 'Have it made as PDF/X in CMYK'),
  ),
  'press.ad-font': finding(
    text('广告没嵌字体', 'Advertisement without its fonts'),
    text('请客户嵌入全部字体', 'Have it saved with all fonts embedded'),
  ),
  'press.ad-size': finding(
    text('广告尺寸不符', 'Advertisement not in its size'),
    text('给它原大的框，或换文件', 'Give it a frame of its own size, or ask for another file'),
  ),
  'press.ad-bleed': finding(
    text('广告没有出血', 'Advertisement without bleed'),
    text('请客户补足出血', 'Ask for a file with bleed'),
  ),
  'press.ad-ink': finding(
    text('广告墨太多', 'Advertisement with too much ink'),
    text('请客户按这种纸重新分色', 'Have it separated for this press'),
  ),
  'press.bleed': finding(
    text('出血不够', 'Bleed missing'),
    text('伸出裁切线，或退进版内', 'Let it run over the trim, or stay inside'),
  ),
}

export const pressing = {
  desk: text('印前', 'Press'),
  plates: text('分色版', 'Plates'),
  process: {
    Cyan: text('青', 'Cyan'),
    Magenta: text('品红', 'Magenta'),
    Yellow: text('黄', 'Yellow'),
    Black: text('黑', 'Black'),
  },
  show: words(
    (plate: string) => `显示 ${plate}`,
    (plate: string) => `Show ${plate}`,
  ),
  alone: words(
    (plate: string) => `只看 ${plate}`,
    (plate: string) => `${plate} alone`,
  ),
  platesHint: text(
    '点一块版只看它，再点看全部；眼睛开关一块版。',
    'Click a plate to see it alone, again for all; the eye takes one away.',
  ),
  composite: text('合成', 'Composite'),
  someOf: words(
    (plates: string) => `分色 ${plates}`,
    (plates: string) => `Plates ${plates}`,
  ),
  noPlate: text('各版都关了', 'All plates are off'),
  totalInk: text('总墨量', 'Total ink'),
  most: words(
    (percent: number) => `最高 ${percent}%`,
    (percent: number) => `Highest ${percent}%`,
  ),
  limit: words(
    (percent: number) => `上限 ${percent}%`,
    (percent: number) => `limit ${percent}%`,
  ),
  overShare: words(
    (share: string) => `超限面积 ${share}`,
    (share: string) => `${share} of the page over it`,
  ),
  within: text('按 2 mm 一格的平均，没有超限的地方', 'No cell of 2 mm averages over it'),
  above: words(
    (percent: number) => `超 ${percent}`,
    (percent: number) => `Over ${percent}`,
  ),
  working: text('正在出分色版；版面先照原样显示', 'Making the plates; the page is shown as it is'),
  failed: words(
    (why: string) => `分色版没有出来：${why}`,
    (why: string) => `No plates: ${why}`,
  ),
  again: text('再试', 'Try again'),
  sameGate: text('与输出的文件用同一道色门，黑版叠印', 'Inks as in the file; black overprints'),
  check: text('印前检查', 'Press preflight'),
  counted: words(
    (n: number) => `${n} 处`,
    (n: number) => String(n),
  ),
  clean: text('这一版没有印前问题。', 'Nothing on this page troubles the press.'),
  waiting: text('分色版出来后列出。', 'Listed when the plates are there.'),
  place: words(
    (folio: string, x: number, y: number) => `${folio} 版 · X ${x} Y ${y} mm`,
    (folio: string, x: number, y: number) => `Page ${folio} · X ${x} Y ${y} mm`,
  ),
  info: text('提示', 'Note'),
  profile: text('预检方案', 'Preflight profile'),
  profiles: {
    newsprint: text('新闻纸', 'Newsprint'),
    insert: text('铜版纸插页', 'Coated insert'),
    proof: text('看样', 'Proof'),
  },
  underPointer: text('指针处墨量', 'Ink under the pointer'),
  output: text('输出', 'Output'),
  outputAs: text('预置', 'Preset'),
  pages: text('版数', 'Pages'),
  pageCount: words(
    (n: number) => `${n} 版`,
    (n: number) => plural(n, 'page'),
  ),
  trim: text('成品', 'Trim'),
  bleed: text('出血', 'Bleed'),
  export: text('输出…', 'Export…'),
  findings,
} as const
