/** The stories of a page as lists show them: letter, fit, characters. */
import type { EditionDisplay, StoryFit } from '../../core/compose'
import type { PageId } from '../../core/ids'
import { framesOn, storiesOf, type Edition, type Story } from '../../core/model/edition'
import type { Frame } from '../../core/model/frame'
import { storyForm, textOf } from '../../core/model/storySchema'
import { pictureOf } from '../../core/shape'
import type { Text } from '../i18n'

export interface PageStory {
  readonly story: Story
  /** A, B, C … in manuscript order; P for a picture story. */
  readonly letter: string
  readonly title: string
  readonly characters: number
  readonly fit: StoryFit | null
  readonly frames: readonly Frame[]
  /** A picture story whose picture is still to come. */
  readonly isWanting: boolean
}

/** What stands for the title of a story that nothing is written in. */
const NAMELESS = '—'
const LETTERS = 'ABCDEFGHIJKLMNOQRSTUVWXYZ'

export const titleOf = (story: Story): string => {
  const figure = story.doc.firstChild
  const title = textOf(story.doc, 'headline') || (figure ? textOf(figure, 'figureTitle') : '')
  return title || story.slug || NAMELESS
}

const counted = new WeakMap<Story['doc'], number>()

/** White space is left out. */
const countOf = (text: string): number => Array.from(text.replace(/\s/gu, '')).length

/** Characters between two places of a story. */
export const charactersBetween = ({ doc }: Story, one: number, other: number): number =>
  countOf(doc.textBetween(Math.min(one, other), Math.max(one, other)))

export function charactersOf({ doc }: Story): number {
  const known = counted.get(doc)
  if (known !== undefined) return known
  const count = countOf(doc.textContent)
  counted.set(doc, count)
  return count
}

type Listed = WeakMap<EditionDisplay, Map<PageId, readonly PageStory[]>>
const listed = new WeakMap<Edition, Listed>()

/** Found once for an edition as it was composed, however many parts of the window ask. */
export function storiesOnPage(
  edition: Edition,
  display: EditionDisplay,
  page: PageId,
): readonly PageStory[] {
  const ofEdition: Listed = listed.get(edition) ?? new WeakMap()
  listed.set(edition, ofEdition)
  const pages = ofEdition.get(display) ?? new Map<PageId, readonly PageStory[]>()
  ofEdition.set(display, pages)
  const known = pages.get(page) ?? findStories(edition, display, page)
  pages.set(page, known)
  return known
}

function findStories(
  edition: Edition,
  display: EditionDisplay,
  page: PageId,
): readonly PageStory[] {
  const frames = framesOn(edition, page)
  let letter = 0
  return storiesOf(edition).flatMap((story): readonly PageStory[] => {
    const own = frames.filter((frame) => frame.kind !== 'rule' && frame.story === story.id)
    if (own.length === 0) return []
    const picture = storyForm(story.doc) === 'picture'
    return [
      {
        story,
        letter: picture ? 'P' : (LETTERS[letter++ % LETTERS.length] ?? ''),
        title: titleOf(story),
        characters: charactersOf(story),
        fit: display.stories.find((fit) => fit.story === story.id) ?? null,
        frames: own,
        isWanting: picture && pictureOf(edition, story.id) === null,
      },
    ]
  })
}

/** Stories that stand on no page; standing lines stand in the furniture. */
export function waitingStories(edition: Edition): readonly Story[] {
  const placed = new Set(
    Object.values(edition.frames).flatMap((frame) => (frame.kind === 'rule' ? [] : [frame.story])),
  )
  return storiesOf(edition).filter(
    (story) => !placed.has(story.id) && storyForm(story.doc) !== 'lines',
  )
}

export type FitKind = 'over' | 'under' | 'fits'

export const fitKind = (fit: StoryFit | null): FitKind => {
  if (fit !== null && fit.oversetCharacters > 0) return 'over'
  return fit !== null && fit.roomLines > 0 ? 'under' : 'fits'
}

function overWords(fit: StoryFit, text: Text): string {
  const { oversetLines: lines, oversetBoxLines: inBox, oversetCharacters: characters } = fit
  if (lines > 0 && inBox > 0) return text.overAndInBox(lines, inBox, characters)
  if (lines > 0) return text.over(lines, characters)
  return inBox > 0 ? text.overInBox(inBox) : text.overCharacters(characters)
}

/** Lines over, those in boxes too, or short; a box without a place of its own has no lines. */
export const misfitLines = (fit: StoryFit | null): number => {
  if (fit === null) return 0
  return fitKind(fit) === 'over' ? fit.oversetLines + fit.oversetBoxLines : fit.roomLines
}

/** The same where there is room for little: 超 6, 框内超 2, 余 3 or 齐. */
export function briefFitWords(fit: StoryFit | null, text: Text): string {
  const lines = misfitLines(fit)
  switch (fitKind(fit)) {
    case 'over':
      if (lines === 0) return text.overCharacters(fit?.oversetCharacters ?? 0)
      return fit?.oversetLines === 0 ? text.overInBoxShort(lines) : text.overShort(lines)
    case 'under':
      return text.underShort(lines)
    case 'fits':
      return text.fits
  }
}

/** 超 6 行 100 字, 框内超 2 行, 余 3 行 or 齐: the same words wherever the desk says it. */
export function fitWords(fit: StoryFit | null, text: Text): string {
  switch (fitKind(fit)) {
    case 'over':
      return fit === null ? text.fits : overWords(fit, text)
    case 'under':
      return text.under(fit?.roomLines ?? 0)
    case 'fits':
      return text.fits
  }
}

/** How a story of the page stands: as it fits, or that its picture is still to come. */
export const storyWords = ({ fit, isWanting }: PageStory, text: Text): string =>
  isWanting && fitKind(fit) !== 'over' ? text.picturing.wanted : fitWords(fit, text)
