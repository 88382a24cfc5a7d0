/** Chinese as a newspaper has it, for properties of setting. */
import fc from 'fast-check'

/** Seed of these properties. */
export const SEED = 20260104

export const HAN = Array.from('版心铅字活排样校对齐行距栏宽报头眉题文稿付印墨纸色图说明天地人和')

const han = fc.constantFrom(...HAN)

const word = fc.stringMatching(/^[A-Za-z]{1,7}$/u)

export const number = fc.oneof(
  fc.stringMatching(/^[1-9][0-9]{0,3}$/u),
  fc.constantFrom('50%', '3.14', '3~5年', '12月24日', '￥30', '316万元', '1.5万'),
)

const phrase = fc
  .array(han, { minLength: 1, maxLength: 9 })
  .map((characters) => characters.join(''))

const mark = fc.constantFrom('，', '。', '、', '；', '：', '！', '？', '……', '——', '·', '～', '/')

const quoted = phrase.map((text) => `“${text}”`)

const titled = phrase.map((text) => `《${text}》`)

const bracketed = phrase.map((text) => `（${text}）`)

const piece = fc.oneof(
  { weight: 6, arbitrary: phrase },
  { weight: 4, arbitrary: fc.tuple(phrase, mark).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: quoted },
  { weight: 1, arbitrary: titled },
  { weight: 1, arbitrary: bracketed },
  { weight: 1, arbitrary: word },
  { weight: 1, arbitrary: number },
)

/** Chinese as a newspaper has it: phrases, marks, quotes, a few words and numbers. */
export const prose = (length: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(piece, { minLength: 2, maxLength: length }), phrase)
    .map(([pieces, end]) => `${pieces.join('')}${end}。`)
