/** The pages that the weights are fitted to, as traits and roles: each as it stands, in other forms, and cut. */
import { wordsOfPage } from '../../../core/intake/evidence'
import { traitsOfPage } from '../../../core/intake/roles/pageTraits'
import { namesOf } from '../../../core/intake/roles/tell'
import { wordOver } from '../../../main/services/words'
import { cutPage } from '../cutPage'
import { chance } from '../chance'
import { COLUMN, isWrapped, type FixturePage } from '../intakeFixtures'
import { bare } from '../intakeScore'
import { fewLines } from './fewLines'
import { otherDress } from './otherDress'
import { statesOf } from './states'
import { scrapsIn, truthRoles } from './truthRoles'
import type { ImportedItem, ImportedStory } from '../../../core/intake'
import type { Scrap } from '../../../core/intake/classify'

export interface Example {
  /** The page it is a form of. */
  readonly page: string
  readonly traits: readonly (readonly string[])[]
  /** Indexes into STATES. */
  readonly states: readonly number[]
}

const isStory = (item: ImportedItem): item is ImportedStory => item.kind === 'story'

function traitsIn(scraps: readonly Scrap[]): Example['traits'] {
  const texts = scraps.map(({ text }) => text)
  const tellAt = traitsOfPage(scraps, wordsOfPage(texts, wordOver))
  return scraps.map((_, at) => namesOf((tell) => tellAt(at, tell)))
}

function exampleOf(page: string, raw: string, truth: readonly ImportedItem[]): Example {
  const scraps = scrapsIn(raw)
  return { page, traits: traitsIn(scraps), states: statesOf(truthRoles(scraps, truth)) }
}

/** The page without its own furniture at the head, without indents and blank lines: what else a page may come as. */
function bareForm(page: FixturePage): string {
  const lines = page.raw.split('\n').map((line) => line.replace(/^[\s\u3000]+/u, ''))
  const furniture = new Set(
    page.truth.flatMap((item) => (item.kind === 'furniture' ? bare(item.text) : [])),
  )
  const first = lines.findIndex((line) => line !== '' && !furniture.has(bare(line)))
  return lines
    .slice(first)
    .filter((line) => line !== '')
    .join('\n')
}

/** The page with each part of its own lines on a line by itself, as a head set in many fields is read: name, 版次, date. */
function partedForm(page: FixturePage): string {
  const furniture = new Set(
    page.truth.flatMap((item) => (item.kind === 'furniture' ? bare(item.text) : [])),
  )
  return page.raw
    .split('\n')
    .flatMap((line) => (furniture.has(bare(line)) ? line.trim().split(/[\s\u3000|]+/u) : [line]))
    .join('\n')
}

/** 引题 or 副题 and 主题 set on one line: the lines with the dash that one of them has, or a space. */
function joinedForm(page: FixturePage): string {
  let raw = page.raw
  for (const item of page.truth) {
    if (item.kind !== 'story') continue
    if (item.kicker !== undefined)
      raw = raw.replace(
        `${item.kicker}\n${item.headline}`,
        item.kicker + (item.kicker.endsWith('——') ? '' : ' ') + item.headline,
      )
    else if (item.deck?.startsWith('——') === true)
      raw = raw.replace(`${item.headline}\n${item.deck}`, item.headline + item.deck)
  }
  return raw
}

/** Where the lines stand in a row, as they are printed; nothing where the page has them otherwise. */
function rowOf(
  lines: readonly string[],
  texts: readonly string[],
): readonly [number, number] | null {
  const parts = texts.map(bare).filter((text) => text !== '')
  const from = lines.findIndex((_, at) => parts.every((text, i) => bare(lines[at + i]) === text))
  return parts.length === 0 || from < 0 ? null : [from, parts.length]
}

/** Boxes and pictures in the middle of their stories' text, where columns had room for them: none below a 小标题, which no column ends with. */
function movedForm(page: FixturePage, seed: number): string {
  const lines = page.raw.split('\n')
  let random = seed
  for (const story of page.truth.filter(isStory)) {
    const subheads = new Set(
      story.blocks.flatMap((block) => (block.type === 'subhead' ? [bare(block.text)] : [])),
    )
    const texts = story.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
    const boxes = story.blocks.flatMap((block) =>
      block.type === 'readingTip' || block.type === 'editorNote'
        ? [[block.label ?? '', ...block.text.split('\n')]]
        : [],
    )
    const photos = story.photos.map(({ title = '', caption, credit = '' }) => [
      title,
      ...caption.split('\n'),
      credit,
    ])
    for (const inset of [...boxes, ...photos]) {
      const row = rowOf(lines, inset)
      random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff
      const before = texts[1 + (random % texts.length)]
      if (row === null || before === undefined) continue
      const moved = lines.splice(...row)
      const at = lines.findIndex((line) => bare(line).endsWith(bare(before)))
      const above = subheads.has(bare(lines[at - 1])) ? at - 1 : at
      lines.splice(at < 0 ? row[0] : above, 0, ...moved)
    }
  }
  return lines.join('\n')
}

/** A story as a text of its own, as it comes from its author. */
function storyAlone(story: ImportedStory): string {
  const run = `${story.dateline ?? ''}${/^[（(]/u.test(story.byline ?? '') ? story.byline : ''}`
  const isRunIn = run.endsWith(story.byline ?? ' ')
  const heads = [story.kicker, story.headline, story.deck, isRunIn ? undefined : story.byline]
  const blocks = story.blocks.flatMap((block) => {
    if (block.type === 'continuation') return []
    return block.label === undefined ? [block.text] : [block.label, block.text]
  })
  const [first = '', ...rest] = blocks
  return [...heads, run + first, ...rest]
    .filter((line) => line !== undefined && line !== '')
    .join('\n')
}

/** The page as it stands, in other forms, and cut. */
export function examplesOf(page: FixturePage): readonly Example[] {
  const bareRaw = bareForm(page)
  const joined = joinedForm(page)
  const moved = [7, 9].map((seed) => movedForm(page, seed))
  const whole = new Set([page.raw, bareRaw, joined, partedForm(page), ...moved])
  const cut = isWrapped(page)
    ? []
    : [
        cutPage(page.raw, page.truth, { seed: 5, column: COLUMN, echoes: 0, swaps: 0 }).text,
        cutPage(movedForm({ ...page, raw: bareRaw }, 8), page.truth, {
          seed: 6,
          column: COLUMN,
          echoes: 0.4,
          swaps: 0.4,
        }).text,
      ]
  const dressed = [otherDress(page, chance(11)), otherDress({ ...page, raw: bareRaw }, chance(12))]
  const random = chance(13)
  const stories = page.truth.filter(isStory)
  const alone = stories.filter((_, at) => at % 3 === 0)
  const { name } = page
  return [
    ...[...whole, ...cut].map((raw) => exampleOf(name, raw, page.truth)),
    ...dressed.map((form) => exampleOf(name, form.raw, form.truth)),
    ...alone.map((story) => exampleOf(name, storyAlone(story), [story])),
    ...stories.map((story) => exampleOf(name, fewLines(story, random), [story])),
  ]
}
