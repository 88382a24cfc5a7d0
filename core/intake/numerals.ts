/** Numbers in Chinese numerals. */
const numerals = '一二三四五六七八九十'

/** A number up to 99 in Chinese numerals: 七, 十二, 三十一. */
export const numberOf = (words: string): number => {
  const [tens = '', units = ''] = words.includes('十') ? words.split('十') : ['', words]
  const ten = words.includes('十') ? (tens ? numerals.indexOf(tens) + 1 : 1) * 10 : 0
  return ten + (units ? numerals.indexOf(units) + 1 : 0)
}
