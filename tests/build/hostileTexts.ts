/** Texts that a careless reader would choke on; `size` is about their length in characters. */
export interface HostileText {
  readonly name: string
  readonly make: (size: number) => string
}

const SENTENCE = '渡口的灯亮了一夜，过河的人'

export const HOSTILE: readonly HostileText[] = [
  {
    name: 'one line',
    make: (size) => SENTENCE.repeat(Math.ceil(size / SENTENCE.length)),
  },
  { name: 'empty lines', make: (size) => `${SENTENCE}。\n${'\n'.repeat(size)}${SENTENCE}。` },
  { name: 'quotes without end', make: (size) => `他说：${'“'.repeat(size)}` },
  { name: 'brackets without end', make: (size) => `本报讯${'（记者 '.repeat(size / 4)}` },
  { name: 'bidi controls', make: (size) => `渡\u202e口\u2066灯\u200f`.repeat(size / 6) },
  { name: 'open lines', make: (size) => `${SENTENCE}\n`.repeat(size / 14) },
  { name: 'open paragraphs', make: (size) => `${SENTENCE.repeat(5)}\n`.repeat(size / 66) },
  { name: 'short headings', make: (size) => '渡口夜航\n'.repeat(size / 5) },
  { name: 'bylines', make: (size) => '本报记者 王小河\n'.repeat(size / 9) },
  { name: 'credits', make: (size) => `${SENTENCE}。王小河 摄\n`.repeat(size / 20) },
  { name: 'numbers', make: (size) => `①${SENTENCE}。\n`.repeat(size / 16) },
  { name: 'dashes', make: (size) => '——'.repeat(size / 2) },
]
