/** Sending pages out. */
import { plural, text, words } from '../words'

export const exporting = {
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
} as const
