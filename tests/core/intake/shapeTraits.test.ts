/** What a scrap's surroundings and characters tell, by the names of the traits. */
import { describe, expect, it } from 'vitest'
import { wordsOfPage } from '../../../core/intake/evidence'
import { traitsOfPage } from '../../../core/intake/roles/pageTraits'
import { namesOf, partsOf } from '../../../core/intake/roles/tell'
import { scrapsIn } from '../../build/roles/truthRoles'

const PAGE = [
  '春耕进行时',
  '机器先下田，',
  '老把式也服气',
  '本报讯（记者 林小禾）三百台农机今天全部检修完毕，农技人员进村入户指导育秧，一直忙到天黑。',
  '新修的村道昨天通车，沿线五个村的山货半天就能送进城，运费省了三成，种田的人都说这一年有盼头。',
]

const scraps = scrapsIn(PAGE.join('\n'))
const tellAt = traitsOfPage(scraps, wordsOfPage(scraps.map(({ text }) => text)))
/** The parts of the traits of one family that the scrap at `at` has. */
const toldOf = (at: number, family: string): readonly string[] =>
  namesOf((tell) => tellAt(at, tell))
    .map(partsOf)
    .filter(([name]) => name === family)
    .map(([, ...parts]) => parts.join(' '))

describe('the shape of a page', () => {
  it('is told around each line: what it and its neighbours look like', () => {
    expect(scraps.map((_, at) => toldOf(at, 'forms near'))).toEqual([
      ['..hth'],
      ['.hthD'],
      ['hthDL'],
      ['thDL.'],
      ['hDL..'],
    ])
  })

  it('is told of a head by its measures beside the other lines of its run', () => {
    expect(toldOf(0, 'wider than')).toEqual(['none 1'])
    expect(toldOf(1, 'wider than')).toEqual(['-1 0'])
    expect(toldOf(1, 'width beside')).toEqual(['6 false false'])
    expect(toldOf(2, 'width beside')).toEqual(['6 false true'])
    expect(toldOf(2, 'wider than')).toEqual(['0 none'])
  })

  it('is told of a head by its characters, and of a paragraph by those it opens with', () => {
    expect(toldOf(0, 'holds')).toEqual([...'春耕进行时'])
    expect(toldOf(3, 'holds')).toEqual([])
    expect(toldOf(4, 'opens with')).toEqual([...'新修的村道昨天通车,'].slice(0, 10))
    expect(toldOf(0, 'opens with')).toEqual([])
  })

  it('is told of a head beside another by its pairs of characters, of one alone not', () => {
    expect(toldOf(2, 'pair')).toEqual(['老把', '把式', '式也', '也服', '服气'])
    const alone = scrapsIn(['春耕进行时', PAGE[3], '老把式也服气', PAGE[4]].join('\n'))
    const tellAlone = traitsOfPage(alone, wordsOfPage(alone.map(({ text }) => text)))
    const names = namesOf((tell) => tellAlone(2, tell)).map((name) => partsOf(name)[0])
    expect(names).toContain('holds')
    expect(names).not.toContain('pair')
  })
})
