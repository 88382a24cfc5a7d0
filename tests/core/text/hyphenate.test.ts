import { describe, expect, it } from 'vitest'
import { hyphenateEnglish } from '../../../core/text/hyphenate'

const divided = (word: string): string => {
  const points = [0, ...hyphenateEnglish(word), word.length]
  return points
    .slice(1)
    .map((to, i) => word.slice(points[i], to))
    .join('-')
}

describe('English hyphenation', () => {
  it('divides as TeX does', () => {
    const words = [
      'hy-phen-ation', 'in-fra-struc-ture', 'in-ter-na-tional', 'de-vel-op-ment', 'com-puter',
      'al-go-rithm', 'tech-nol-ogy', 'man-age-ment', 'uni-ver-sity', 'sus-tain-able',
      'gov-ern-ment', 'com-mu-ni-ca-tion', 'Shang-hai', 'pho-tog-ra-phy', 'pho-to-graph',
    ] // prettier-ignore
    expect(words.map((word) => divided(word.replaceAll('-', '')))).toEqual(words)
  })

  it('leaves at least two letters before the hyphen and three behind it', () => {
    for (const word of ['international', 'aluminium', 'economically', 'oil', 'a']) {
      for (const point of hyphenateEnglish(word)) {
        expect(point).toBeGreaterThanOrEqual(2)
        expect(point).toBeLessThanOrEqual(word.length - 3)
      }
    }
  })

  it('leaves signs and names with capitals inside alone', () => {
    expect(['JavaScript', 'UNESCO', 'naïve', 'R2D2'].map(divided)).toEqual([
      'JavaScript',
      'UNESCO',
      'naïve',
      'R2D2',
    ])
  })
})
