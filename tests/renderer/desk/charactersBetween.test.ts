import { expect, it } from 'vitest'
import { charactersBetween } from '../../../renderer/desk/pageStories'
import { story } from '../../build/editionBuilder'
import { doc, headline, p } from '../../build/storyBuilder'

it('counts what is selected over blocks, either way and without white space', () => {
  // 渡 口 in 1 to 3, 水位 七 米 in 5 to 10
  const of = story('s', doc(headline('渡口'), p('水位 七米')))
  expect(charactersBetween(of, 2, 8)).toBe(3)
  expect(charactersBetween(of, 8, 2)).toBe(3)
  expect(charactersBetween(of, 0, of.doc.content.size)).toBe(6)
  expect(charactersBetween(of, 7, 7)).toBe(0)
})
