/** Captions whose pictures have no file: grey that says nothing takes no more of a page than it must. */
import { describe, expect, it } from 'vitest'
import { pictureId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { spanWidth, typeArea } from '../../../core/model/grid'
import { withRecord } from '../../../core/model/tables'
import { plainGrid } from '../../build/editionBuilder'
import { caption, doc, figure } from '../../build/storyBuilder'
import { brief, editionWith, feature, idsOf, placed, prose, type Copy } from './page'

/** Five stories of so many characters on average, and a picture. */
const copyOf = (characters: number): Copy => ({
  lead: feature('河湾千亩新稻开镰', 2 * characters),
  second: feature('渡口夜里加两班船', 1.4 * characters),
  third: brief('山村小学有了新操场', 0.8 * characters),
  fourth: brief('老街修旧如旧客人来', 0.5 * characters),
  fifth: brief('巷口书摊开到深夜', 0.3 * characters),
  photo: doc(figure('fig', 'shot', caption(prose(20)))),
})

const withFile = (edition: Edition): Edition =>
  withRecord(edition, 'pictures', {
    id: pictureId('shot'),
    file: 'shot.jpg',
    name: 'shot.jpg',
    width: 3000,
    height: 2100,
  })

/** The part of the page that the picture takes. */
function shareOf(edition: Edition, copy: Copy): number {
  const { frames } = placed(edition, { p1: idsOf(copy) })
  const area = typeArea(plainGrid)
  const [share = 0] = frames.flatMap((frame) =>
    frame.kind === 'picture'
      ? [
          (spanWidth(plainGrid, frame.area.columns) * frame.pictureRows * plainGrid.leading) /
            (area.width * area.height),
        ]
      : [],
  )
  return share
}

describe('a picture without a file', () => {
  const copy = copyOf(700)
  const edition = editionWith(copy)

  it('takes about a sixth of a page that its copy can fill, though one with a file would take more', () => {
    expect(shareOf(edition, copy)).toBeLessThan(0.21)
    expect(shareOf(withFile(edition), copy)).toBeGreaterThan(0.21)
  })

  it('grows where the largest headlines leave the page short', () => {
    const less = copyOf(300)
    expect(shareOf(editionWith(less), less)).toBeGreaterThan(0.21)
  })
})
