import { describe, expect, it } from 'vitest'
import { matchPictures } from '../../../core/manuscript/matchPictures'

const figure = (name: string, title: string, page = 0) => ({
  figure: name,
  page,
  title,
  caption: '',
})
const picture = (name: string, page: number | null = null, near: readonly string[] = []) => ({
  name,
  page,
  near,
})
const FIGURES = [figure('f1', '晨雾里的渡口'), figure('f2', '灯会上的孩子')]

/** Figure → picture as made. */
const made = (...given: Parameters<typeof matchPictures>): Record<string, number> =>
  Object.fromEntries(matchPictures(...given).matches.map((one) => [one.figure, one.picture]))

describe('matchPictures', () => {
  it('trusts the text beside a picture most, then the words of its name', () => {
    const pictures = [picture('渡口'), picture('', 0, ['晨雾里的渡口'])]
    expect(made(FIGURES, pictures)).toEqual({ f1: 1, f2: 0 })
    expect(matchPictures(FIGURES, [picture('孩子灯会')]).matches[0]).toMatchObject({
      figure: 'f2',
      confidence: expect.closeTo(0.8, 0) as number,
    })
  })

  it('reads numbers where every picture has one', () => {
    expect(made(FIGURES, [picture('DSC_2'), picture('DSC_1')])).toEqual({ f1: 1, f2: 0 })
  })

  it('reads the number that a person gave caption and file alike', () => {
    const figures = [figure('f1', '图1 夜收'), figure('f2', '图2 晒谷'), figure('f3', '③ 过秤')]
    const pictures = ['IMG_1234', '3', '图2', 'DSC_0001'].map((name) => picture(name))
    expect(made(figures, pictures)).toEqual({ f2: 2, f3: 1 })
    expect(made([figure('f1', '2月5日，渡口')], [picture('2'), picture('5')])).toEqual({})
  })

  it('takes the words of a name apart where its marks do: what it shows, who took it', () => {
    expect(made([figure('f1', '夜收'), figure('f2', '晒谷')], [picture('夜收 庾楠')])).toEqual({
      f1: 0,
    })
  })

  it('sets pictures in order, but only offers them when there are more than captions', () => {
    expect(made(FIGURES, [picture('a'), picture('b')])).toEqual({ f1: 0, f2: 1 })
    const many = matchPictures(
      FIGURES,
      ['a', 'b', 'c'].map((name) => picture(name)),
    )
    expect(many.matches).toEqual([])
    expect(many.offered.map(({ confidence }) => confidence < 0.5)).toEqual([true, true])
  })

  it('takes names that say nothing in order before one that speaks of something else', () => {
    const named = ['二维码', 'IMG_0123', '微信图片_20310421'].map((name) => picture(name))
    const { matches, offered } = matchPictures(FIGURES, named)
    expect(matches).toMatchObject([
      { figure: 'f1', picture: 1, confidence: 0.5 },
      { figure: 'f2', picture: 2, confidence: 0.5 },
    ])
    expect(offered).toEqual([])
    const [first] = matchPictures(
      [figure('f1', '晨雾里的渡口')],
      [...named, picture('IMG_9')],
    ).offered
    expect(first).toMatchObject({ picture: 1 })
  })

  it('is not sure of a name whose words several captions have, unless it is the title of one', () => {
    const captions = [figure('f1', '渡口书屋里的读者'), figure('f2', '渡口的夜班船')]
    expect(matchPictures(captions, [picture('渡口')]).matches).toMatchObject([
      {
        figure: 'f1',
        confidence: 0.6,
        reason: 'the caption has the words of its name, and so it is with another',
      },
    ])
    expect(
      matchPictures([...captions, figure('f3', '渡口')], [picture('渡口')]).matches,
    ).toMatchObject([{ figure: 'f3', confidence: 0.96 }])
    expect(
      matchPictures(captions.slice(0, 1), [picture('渡口1'), picture('渡口2')]).matches,
    ).toMatchObject([{ figure: 'f1', picture: 0, confidence: 0.6 }])
  })

  it('keeps a picture named after a page on that page', () => {
    expect(made([figure('f1', '渡口', 1)], [picture('渡口', 0)])).toEqual({})
  })
})
