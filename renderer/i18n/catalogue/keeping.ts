/** The status bar: the journal, findings, the caret. */
import { grouped, plural, text, words } from '../words'

export const keeping = {
  kept: words(
    (time: string) => `已存到日志 ${time}`,
    (time: string) => `In the journal ${time}`,
  ),
  keptPlain: text('已存到日志', 'In the journal'),
  sending: text('正在存', 'Saving'),
  stuck: words(
    (n: number) => `未存 ${n} 笔`,
    (n: number) => `${plural(n, 'change')} not saved`,
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
    (n: number) => `全文 ${grouped(n)} 字`,
    (n: number) => `${grouped(n)} char.`,
  ),
  chosenOfStory: words(
    (n: number, whole: number) => `选中 ${grouped(n)} 字 · 全文 ${grouped(whole)} 字`,
    (n: number, whole: number) => `${grouped(n)} of ${grouped(whole)} char.`,
  ),
  composing: text('组字中', 'Composing'),
  inMemoryOnly: text('未存到日志', 'Not in the journal'),
} as const
