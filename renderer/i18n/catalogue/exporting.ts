/** Sending pages out. */
import { plural, text, words } from '../words'

export const exporting = {
  command: text('输出…', 'Export…'),
  title: text('输出', 'Export'),
  press: text('印刷 PDF', 'Press PDF'),
  proof: text('校样 PDF', 'Proof PDF'),
  png: text('PNG 图', 'PNG pictures'),
  what: text('输出成', 'Format'),
  pages: text('版次', 'Pages'),
  pagesHint: text('留空就是全部；也可写 1-4 或 1,3', 'Leave empty for all, or type 1-4 or 1,3'),
  ppi: text('每英寸像素', 'Pixels per inch'),
  start: text('输出', 'Export'),
  findings: text('付印前的问题', 'Findings before the press'),
  mustSayWhy: words(
    (n: number) => `还有 ${n} 处错误，要先改好，或写明理由仍要输出：`,
    (n: number) => `${plural(n, 'error')} left. Settle them, or say why it goes out all the same:`,
  ),
  maySayWhy: text(
    '若印前检查还有错误，仍要输出的理由（可空）',
    'Should the press check find errors, why it goes out all the same (may be empty)',
  ),
  preparing: text('准备中', 'Preparing'),
  running: words(
    (done: number, total: number) => `${done} / ${total} 版`,
    (done: number, total: number) => `Page ${done} of ${total}`,
  ),
  pictures: words(
    (done: number, total: number) => `图片 ${done} / ${total}`,
    (done: number, total: number) => `Picture ${done} of ${total}`,
  ),
  marks: text('裁切线外的标记', 'Marks outside the trim'),
  markNames: {
    crop: text('裁切', 'Crop'),
    bleed: text('出血', 'Bleed'),
    registration: text('套准', 'Register'),
    bars: text('色条', 'Colour bars'),
    slug: text('信息行', 'Slug line'),
  },
  jobs: text('输出任务', 'Exports'),
  each: text('每版一个文件', 'One file per page'),
  names: text('文件名', 'File names'),
  namesHint: text(
    '要有 {page}；还可用 {date}、{publication}、{edition}',
    'With {page}; also {date}, {publication}, {edition}',
  ),
  checksums: text('附校验和 .sha256', 'Add .sha256 checksums'),
  done: text('输出好了', 'Exported'),
  cancelled: text('输出已取消', 'Export cancelled'),
  settle: text('看问题', 'See why'),
  showFile: text('打开所在文件夹', 'Show in folder'),
  printProof: text('打印校样…', 'Print a proof…'),
  printing: text('打印校样', 'Print a proof'),
  proofReady: text('校样好了', 'The proof is ready'),
  openToPrint: text('打开来打印', 'Open to print'),
  handedOver: text('校样已交给系统的阅读器', 'The proof is in the system’s viewer'),
} as const
