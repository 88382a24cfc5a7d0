/** A page's list of stories as units with ranks. */
import type { RubricId, StoryId } from '../ids'
import type { Story } from '../model/edition'
import type { Rubric } from '../model/frame'
import { storyForm, textOf } from '../model/storySchema'
import { assertNever } from '../result'
import type { PageTask, LoneUnit, Ranked, Unit } from './types'

/** Text of this many characters makes a feature, and a story longer than a brief. */
const FEATURE = 600
const LONG_SHORT = 400
const BRIEF = 280

const charactersOf = (story: Story): number => story.doc.textContent.length

const has = (story: Story, type: string): boolean => textOf(story.doc, type) !== ''

/** Kicker, deck and byline on lines of their own: the desk dressed the story as a feature. */
const dress = (story: Story): number =>
  (has(story, 'kicker') ? 0.5 : 0) +
  (has(story, 'deck') ? 0.15 : 0) +
  (has(story, 'byline') ? 0.35 : 0)

/** Order, length and headline group in one number; `place` counts from 0. */
function weightOf(story: Story, place: number): number {
  const first = 1 + 0.6 / (1 + place)
  return Math.sqrt(charactersOf(story)) * (1 + dress(story)) * first
}

const isFeature = (story: Story): boolean => charactersOf(story) >= FEATURE && dress(story) >= 0.35

/** Levels: the lead 0, the next feature 1, other features 2, the rest by length. */
function levelsOf(
  stories: readonly { readonly story: Story; readonly weight: number }[],
): ReadonlyMap<StoryId, number> {
  const ranked = [...stories].sort((a, b) => b.weight - a.weight)
  const levels = new Map<StoryId, number>()
  let second = false
  ranked.forEach(({ story }, i) => {
    if (i === 0) levels.set(story.id, 0)
    else if (isFeature(story) && !second) {
      second = true
      levels.set(story.id, 1)
    } else levels.set(story.id, shortLevel(story))
  })
  return levels
}

const shortLevel = (story: Story): number =>
  isFeature(story) || charactersOf(story) >= LONG_SHORT ? 2 : charactersOf(story) >= BRIEF ? 3 : 4

/** Whether a story has frames on another page already. */
const isContinued = (task: PageTask, story: Story): boolean => task.threads.has(story.id)

/** Frames of a continued story have no rank of their own: it is set with a short headline. */
function rankedStories(task: PageTask, stories: readonly Story[]): ReadonlyMap<StoryId, Ranked> {
  const weighed = stories.map((story, place) => ({
    story,
    weight: weightOf(story, place) * (isContinued(task, story) ? 0.3 : 1),
  }))
  const loose = weighed.filter(({ story }) => story.rubric === null && !isContinued(task, story))
  const levels = levelsOf(loose.length > 0 ? loose : weighed)
  const heaviest = Math.max(1, ...weighed.map(({ weight }) => weight))
  return new Map(
    weighed.map(({ story, weight }) => {
      const level = levels.get(story.id) ?? shortLevel(story)
      const goesOn = task.goesOn.has(story.id)
      return [story.id, { story, weight: weight / heaviest, level, goesOn }]
    }),
  )
}

/** The 栏目 of a story with its title, from the edition's record or from the lines named after it. */
function rubricOf({ edition, page }: PageTask, id: RubricId): Rubric | null {
  const record = Object.values(edition.rubrics).find((rubric) => rubric.id === id)
  const title =
    record?.title ??
    Object.values(edition.stories).find(
      (story) => story.rubric === id && storyForm(story.doc) === 'lines',
    )?.id
  if (title === undefined) return null
  const area = { column: 0, columns: 1, row: 0, rows: 1 }
  return { id, page: page.id, title, area, titleRows: 0, style: record?.style ?? 'box' }
}

/**
 * Units in manuscript order. Stories under one 栏目 make one unit, its stories
 * in their order; without a title they stand alone, as does a story that comes
 * from another page, where its 栏目 is. Picture stories and texts are units of
 * their own; standing lines are none.
 */
export function unitsOf(task: PageTask, ids: readonly StoryId[]): readonly LoneUnit[] {
  const fixed = new Set(
    task.fixed.frames.flatMap((frame) => (frame.kind === 'rule' ? [] : [frame.story])),
  )
  const open = [...new Set(ids)].filter((id) => !fixed.has(id))
  const stories = open.flatMap((id) => task.edition.stories[id] ?? [])
  const texts = stories.filter((story) => storyForm(story.doc) === 'story')
  const ranks = rankedStories(task, texts)
  const pictures = stories.filter((story) => storyForm(story.doc) === 'picture')
  const tinted = pictures.length > 1 ? pictures.reduce(wordier) : null
  const units: LoneUnit[] = []
  const opened = new Set<RubricId>()
  for (const story of stories) {
    const rank = ranks.get(story.id)
    if (rank === undefined) {
      if (storyForm(story.doc) !== 'picture') continue
      units.push({ kind: 'picture', story, weight: 0.3, tint: story === tinted })
      continue
    }
    const rubric =
      story.rubric === null || isContinued(task, story) ? null : rubricOf(task, story.rubric)
    if (rubric === null) units.push({ kind: 'story', rank })
    else if (!opened.has(rubric.id)) {
      opened.add(rubric.id)
      const members = texts
        .filter((other) => other.rubric === rubric.id && !isContinued(task, other))
        .flatMap((other) => ranks.get(other.id) ?? [])
      const level = Math.max(...members.map((member) => member.level), 3)
      const weight = Math.max(...members.map((member) => member.weight))
      units.push({
        kind: 'rubric',
        rubric,
        members: members.map((member) => ({ ...member, level })),
        weight,
      })
    }
  }
  return withFewBoxes(task, units)
}

/** The weightiest 栏目 keep their boxes; the others that nobody gave a style stand open under a rule. */
function withFewBoxes(
  { edition, house, fixed }: PageTask,
  units: readonly LoneUnit[],
): readonly LoneUnit[] {
  const boxed = units.flatMap((unit) =>
    unit.kind === 'rubric' && unit.rubric.style === 'box' ? [unit] : [],
  )
  const styled = (id: RubricId): boolean =>
    Object.values(edition.rubrics).some((rubric) => rubric.id === id)
  const open = boxed
    .filter(({ rubric }) => !styled(rubric.id))
    .sort((a, b) => b.members.length - a.members.length || b.weight - a.weight)
  const taken = boxed.length - open.length + fixed.rubrics.length
  const opened = new Set(open.slice(Math.max(0, house.mostBoxes - taken)))
  return units.map((unit) =>
    unit.kind === 'rubric' && opened.has(unit)
      ? { ...unit, rubric: { ...unit.rubric, style: 'rule' } }
      : unit,
  )
}

/** Of two picture stories the one with more to read; the later one of equals. */
const wordier = (a: Story, b: Story): Story => (charactersOf(a) > charactersOf(b) ? a : b)

export const weightOfUnit = (unit: Unit): number =>
  unit.kind === 'story' ? unit.rank.weight : unit.weight

/** More than anything else on a page is worth. */
const MUST = 1e4

/** What it costs a page to leave a unit to another one: the light ones go first, a story that jumps never. */
export const worthOf = (task: PageTask, units: readonly Unit[]): readonly number[] =>
  units.map((unit) => worthOfUnit(task, unit))

/** Of a stack what each of its units is worth. */
function worthOfUnit(task: PageTask, unit: Unit): number {
  if (unit.kind === 'stack') return unit.units.reduce((sum, one) => sum + worthOfUnit(task, one), 0)
  const mustStand = storiesIn(unit).some(
    (story) => task.goesOn.has(story) || task.threads.has(story),
  )
  return mustStand ? MUST : 20 + 80 * weightOfUnit(unit)
}

/** Where the story is that leads the page, by itself or in a stack: the heaviest that is not continued; -1 when there is none. */
export function leadOf(task: PageTask, units: readonly Unit[]): number {
  let lead = -1
  let heaviest = -Infinity
  units.forEach((unit, i) => {
    const weight = Math.max(...leadingIn(unit).map((rank) => weightIn(task, rank)))
    if (weight <= heaviest) return
    lead = i
    heaviest = weight
  })
  return lead
}

const leadingIn = (unit: Unit): readonly Ranked[] =>
  unit.kind === 'stack'
    ? unit.units.slice(0, 1).flatMap(leadingIn)
    : unit.kind === 'story'
      ? [unit.rank]
      : []

const weightIn = (task: PageTask, { story, weight }: Ranked): number =>
  task.threads.has(story.id) ? -Infinity : weight

/**
 * What to try for a unit that no width holds: a story goes on to another page,
 * a 栏目 keeps only its first stories. Null when nothing is left to try.
 */
export function dividedUnit(unit: LoneUnit): readonly LoneUnit[] | null {
  switch (unit.kind) {
    case 'story':
      return unit.rank.goesOn ? null : [{ kind: 'story', rank: { ...unit.rank, goesOn: true } }]
    case 'picture':
      return null
    case 'rubric': {
      const keep = Math.floor(unit.members.length / 2)
      if (keep === 0) return null
      const others = unit.members.slice(keep)
      return [
        { ...unit, members: unit.members.slice(0, keep) },
        ...others.map((rank): LoneUnit => ({ kind: 'story', rank })),
      ]
    }
    default:
      return assertNever(unit)
  }
}

export function storiesIn(unit: Unit): readonly StoryId[] {
  switch (unit.kind) {
    case 'story':
      return [unit.rank.story.id]
    case 'picture':
      return [unit.story.id]
    case 'rubric':
      return unit.members.map(({ story }) => story.id)
    case 'stack':
      return unit.units.flatMap(storiesIn)
    default:
      return assertNever(unit)
  }
}
