/**
 * Where the composer decides otherwise than the public CSS suites, and why.
 * A case listed here is tested to differ: the list cannot outlive its reason.
 */
export interface Exception {
  readonly suite: 'line-break' | 'text-spacing-trim' | 'text-autospace'
  /** The characters or strings it holds for. */
  readonly cases: readonly string[]
  /** Line-break levels it holds for; all when absent. */
  readonly levels?: readonly ('loose' | 'normal' | 'strict')[]
  readonly reason: string
}

export const exceptions: readonly Exception[] = [
  {
    suite: 'line-break',
    cases: ['\u2010', '\u2013', '\u301c', '\u30a0'],
    levels: ['normal'],
    reason:
      'CLREQ #prohibition_rules_for_line_start_end and GB/T 15834-2011 §5.1.6 keep a connector from the line start on every level; CSS allows it on `normal`.',
  },
  {
    suite: 'line-break',
    cases: ['\u2024', '\u2025', '\u2026', '\u22ef', '\ufe19'],
    levels: ['normal'],
    reason:
      'In CLREQ an ellipsis may start a line except on the strict level; it is only never split. CSS bars it on `normal` too.',
  },
  {
    suite: 'line-break',
    cases: ['\u{10af6}'],
    levels: ['normal', 'strict'],
    reason:
      'A Manichaean line filler has no place in a Chinese newspaper and is set like any sign.',
  },
  {
    suite: 'text-spacing-trim',
    cases: ['（・', '）・', '・（', '・・', '・）', '：・', '・：', '；・', '・；', '。・', '・。'],
    reason:
      'GB/T 15834-2011 §5.1.7: the interpunct is half an em wide and not adjustable; CSS sets it full. Its neighbours are trimmed as CSS has it.',
  },
  {
    suite: 'text-spacing-trim',
    cases: ['（国国国（国国国（国'],
    reason:
      'House style: an opening mark at line start is trimmed on every line but an indented first one; CSS `normal` keeps any first line.',
  },
  {
    suite: 'text-autospace',
    cases: ['国国XX国', '国。XX国'],
    reason: 'CLREQ sets ¼ em between Han and Latin, a style value; CSS sets ⅛ em.',
  },
]

export const isException = (
  suite: Exception['suite'],
  text: string,
  level?: 'loose' | 'normal' | 'strict',
): boolean =>
  exceptions.some(
    (one) =>
      one.suite === suite &&
      one.cases.includes(text) &&
      (level === undefined || one.levels === undefined || one.levels.includes(level)),
  )
