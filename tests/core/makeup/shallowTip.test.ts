/** A box whose story is spread so wide that its text is no deeper than the box. */
import { describe, expect, it } from 'vitest'
import { doc, headline, label, p, tip } from '../../build/storyBuilder'
import { editionWith, placed, prose } from './page'

describe('a tip beside text that is too shallow to have it in its midst', () => {
  const story = doc(
    headline('三公里水渠清了淤，闸门换成电动的，下游八个村都用上了水'),
    tip('box', label('阅读提示'), p(prose(70))),
    ...[80, 80, 80].map((n) => p(prose(n))),
  )
  const { frames } = placed(editionWith({ story }), { p1: ['story'] })

  it('stands framed at the side', () => {
    const [frame] = frames.flatMap((one) => (one.kind === 'story' ? [one] : []))
    const [inset, ...more] = frame?.insets ?? []
    expect(more).toEqual([])
    expect(inset).toMatchObject({ block: 'box', row: 0 })
  })
})
