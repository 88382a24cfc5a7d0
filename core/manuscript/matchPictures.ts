/** Which picture belongs to which caption: by the text beside it, the words and numbers of its name, its order. */
import { pairsOf } from '../intake/evidence'
import { bareName, nameWords } from '../intake/pictureNames'

export interface FigureClue {
  readonly figure: string
  readonly page: number
  readonly title: string
  readonly caption: string
}

export interface PictureClue {
  /** The file's name without its ending; `''` for a picture inside a document. */
  readonly name: string
  /** The page it can only belong to, null when it may stand on any. */
  readonly page: number | null
  /** Texts right above and below it in a document. */
  readonly near: readonly string[]
}

export interface PictureMatch {
  readonly figure: string
  /** Index into the pictures given. */
  readonly picture: number
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number
  readonly reason: string
}

/** Below this a picture is not set under a caption but left for a person to place. */
const ENOUGH = 0.5

const BESIDE = 0.97
const TITLED = 0.96
const NAMED = 0.95
const SAME_ORDER = 0.6
const FEWER_PICTURES = 0.5
const TOO_MANY_PICTURES = 0.4
const SAME_NUMBER = 0.68
/** 图2.jpg and 图2 晒谷: numbers that a person gave both. */
const OWN_NUMBER = 0.94
/** The words of a name that several captions have, or several names of which a caption has the words. */
const ONE_OF_SEVERAL = 0.6

/** A few characters say nothing: 图1 stands in many captions. */
const TELLING = 4

const standsBeside = (figure: FigureClue, { near }: PictureClue): boolean => {
  const words = [figure.title, ...figure.caption.split('\n')].map(bareName)
  return near
    .map(bareName)
    .some(
      (text) =>
        text !== '' &&
        words.some((own) => own === text || (own.length >= TELLING && text.includes(own))),
    )
}

/** What cameras, telephones and chats call every picture. */
const GENERAL = /微信|图片|照片|截图|截屏|相片|扫描|新建|副本|拷贝|未命名|图/gu

/** Whether a name speaks of something: 渡口 does, IMG_0123 and 微信图片_20311 do not. */
const speaks = ({ name }: PictureClue): boolean =>
  /\p{Script=Han}/u.test(bareName(name).replace(GENERAL, ''))

const isTitle = ({ title }: FigureClue, { name }: PictureClue): boolean =>
  nameWords(name) !== '' && nameWords(name) === nameWords(title)

/** The share of the name's word pairs that the caption has too: 0 when the name says nothing. */
const shareOfName = (figure: FigureClue, { name }: PictureClue): number => {
  const pairs = name.split(/[^\p{L}\p{N}]+/u).flatMap((word) => pairsOf(nameWords(word)))
  if (pairs.length === 0) return 0
  const text = bareName(figure.title + figure.caption)
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length
}

const numberOf = (name: string): number | null => {
  const digits = /(\d+)\D*$/u.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** The number a caption begins with: 图2 晒谷, （3）, ④. */
const ownNumber = ({ title, caption }: FigureClue): number | null => {
  const head = /^(?:图片?|照片)? ?[(（]?(?<number>\d{1,2}|[①-⑳])(?![\d.%年月日时点:：])/u
  const number = head.exec(title || caption)?.groups?.['number']
  if (number === undefined) return null
  return CIRCLED.includes(number) ? CIRCLED.indexOf(number) + 1 : Number(number)
}

/** The number a name is nothing but: 图2, 03; null for one that counts a camera's pictures. */
const numberAlone = ({ name }: PictureClue): number | null => {
  const digits = /^0?(?<number>\d{1,2})$/u.exec(bareName(name).replace(GENERAL, ''))
  return digits ? Number(digits.groups?.['number']) : null
}

interface Offer extends PictureMatch {
  /** Distance in order, for offers that are otherwise equal. */
  readonly apart: number
}

const mayStandOn = (page: number, picture: PictureClue): boolean =>
  picture.page === null || picture.page === page

/** What speaks for each pair; of those that nothing tells apart none is sure. Order comes later. */
function offersOf(
  figures: readonly FigureClue[],
  pictures: readonly PictureClue[],
): readonly Offer[] {
  const all = offersByThemselves(figures, pictures)
  const alike = new Map<string, number>()
  const keysOf = ({ figure, picture, confidence }: Offer): readonly string[] => [
    `${figure} ${confidence}`,
    `${picture} of ${confidence}`,
  ]
  for (const key of all.flatMap(keysOf)) alike.set(key, (alike.get(key) ?? 0) + 1)
  return all.map((one) =>
    one.confidence <= ONE_OF_SEVERAL || keysOf(one).every((key) => alike.get(key) === 1)
      ? one
      : {
          ...one,
          confidence: ONE_OF_SEVERAL,
          reason: `${one.reason}, and so it is with another`,
        },
  )
}

function offersByThemselves(
  figures: readonly FigureClue[],
  pictures: readonly PictureClue[],
): readonly Offer[] {
  const numbers = pictures.map(({ name }) => numberOf(name))
  const numbered = pictures.length === figures.length && new Set(numbers).size === pictures.length
  return figures.flatMap((figure, place) =>
    pictures.flatMap((clue, picture): readonly Offer[] => {
      if (!mayStandOn(figure.page, clue)) return []
      const offer = (confidence: number, reason: string): readonly Offer[] => [
        { figure: figure.figure, picture, confidence, reason, apart: Math.abs(place - picture) },
      ]
      if (standsBeside(figure, clue)) return offer(BESIDE, 'it stands beside this caption')
      if (isTitle(figure, clue)) return offer(TITLED, 'its name is the title of the picture')
      const number = numberAlone(clue)
      if (number !== null && number === ownNumber(figure))
        return offer(OWN_NUMBER, 'its number is that of the caption')
      const share = shareOfName(figure, clue)
      if (share === 1 && nameWords(clue.name).length >= 2) {
        return offer(NAMED, 'the caption has the words of its name')
      }
      if (share >= 0.5) return offer(0.6 + share * 0.3, 'the caption has words of its name')
      if (numbered && numbers[picture] === place + 1) {
        return offer(SAME_NUMBER, 'its number is that of the caption')
      }
      return []
    }),
  )
}

/**
 * Pictures and captions that nothing else told, in the order they stand. A name that speaks
 * of something, but of nothing in a caption, comes after those that say nothing.
 */
function inOrder(
  figures: readonly FigureClue[],
  pictures: readonly PictureClue[],
  taken: ReadonlySet<number>,
): readonly PictureMatch[] {
  const left = [...pictures.keys()].filter((index) => !taken.has(index))
  const isSpeaking = (index: number): boolean => speaks(pictures[index] as PictureClue)
  const mute = left.filter((index) => !isSpeaking(index))
  const free = [...mute, ...left.filter(isSpeaking)]
  const confidence =
    free.length === figures.length
      ? SAME_ORDER
      : free.length < figures.length || mute.length === figures.length
        ? FEWER_PICTURES
        : TOO_MANY_PICTURES
  return figures.flatMap(({ figure, page }): readonly PictureMatch[] => {
    const place = free.findIndex((index) => mayStandOn(page, pictures[index] as PictureClue))
    const [picture] = place < 0 ? [] : free.splice(place, 1)
    return picture === undefined
      ? []
      : [{ figure, picture, confidence, reason: 'it comes in the same order as the caption' }]
  })
}

export interface MatchedPictures {
  readonly matches: readonly PictureMatch[]
  /** Matches too doubtful to be made. */
  readonly offered: readonly PictureMatch[]
}

/**
 * Gives each caption at most one picture and each picture at most one caption, the surest pairs first.
 * Captions and pictures are given in the order they stand.
 */
export function matchPictures(
  figures: readonly FigureClue[],
  pictures: readonly PictureClue[],
): MatchedPictures {
  const byEvidence = [...offersOf(figures, pictures)].sort(
    (a, b) => b.confidence - a.confidence || a.apart - b.apart,
  )
  const matched = new Map<string, PictureMatch>()
  const taken = new Set<number>()
  for (const { figure, picture, confidence, reason } of byEvidence) {
    if (matched.has(figure) || taken.has(picture)) continue
    matched.set(figure, { figure, picture, confidence, reason })
    taken.add(picture)
  }
  const left = figures.filter(({ figure }) => !matched.has(figure))
  const ordered = inOrder(left, pictures, taken)
  const all = [...matched.values(), ...ordered]
  return {
    matches: all.filter(({ confidence }) => confidence >= ENOUGH),
    offered: all.filter(({ confidence }) => confidence < ENOUGH),
  }
}
