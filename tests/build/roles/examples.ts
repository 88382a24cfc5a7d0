/** The pages that the weights are fitted to, as traits and roles: each as it stands, in other forms, and cut. */
import { wordsOfPage } from '../../../core/intake/evidence'
import { ROLES } from '../../../core/intake/roles/role'
import { traitsOfPage } from '../../../core/intake/roles/pageTraits'
import { cutPage } from '../cutPage'
import { COLUMN, isWrapped, segment, type FixturePage } from '../intakeFixtures'
import { bare } from '../intakeScore'
import { scrapsIn, truthRoles } from './truthRoles'
import type { ImportedItem, ImportedStory } from '../../../core/intake'

export interface Example {
  readonly traits: readonly (readonly string[])[]
  /** Indexes into ROLES. */
  readonly roles: readonly number[]
}

function exampleOf(raw: string, truth: readonly ImportedItem[]): Example {
  const scraps = scrapsIn(raw)
  const traitsAt = traitsOfPage(
    scraps,
    wordsOfPage(
      scraps.map(({ text }) => text),
      segment,
    ),
  )
  return {
    traits: scraps.map((_, at) => traitsAt(at)),
    roles: truthRoles(scraps, truth).map((role) => ROLES.indexOf(role)),
  }
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

const isStory = (item: ImportedItem): item is ImportedStory => item.kind === 'story'

/** The page as it stands, in other forms, and cut. */
export function examplesOf(page: FixturePage): readonly Example[] {
  const bareRaw = bareForm(page)
  const joined = joinedForm(page)
  const whole = [page.raw, bareRaw, ...(joined === page.raw ? [] : [joined])]
  const cut = isWrapped(page)
    ? []
    : [
        cutPage(page.raw, page.truth, { seed: 5, column: COLUMN, echoes: 0, swaps: 0 }).text,
        cutPage(bareRaw, page.truth, { seed: 6, column: COLUMN, echoes: 0.4, swaps: 0.4 }).text,
      ]
  const alone = page.truth.filter(isStory).filter((_, at) => at % 3 === 0)
  return [
    ...[...whole, ...cut].map((raw) => exampleOf(raw, page.truth)),
    ...alone.map((story) => exampleOf(storyAlone(story), [story])),
  ]
}
