/** An edition from imported pages: its pages from a template, its stories, nothing placed yet. */
import { pageId, type StoryId } from '../ids'
import { emptyEdition, type Edition, type Picture, type Story } from '../model/edition'
import type { Page } from '../model/page'
import { storyForm } from '../model/storySchema'
import type { Template } from '../model/template'
import { readMasthead, type Masthead } from './masthead'
import { standingLines } from './masthead/setAnew'
import type { Manuscript } from './toStories'

export interface EditionParts {
  readonly manuscript: Manuscript
  readonly pictures: readonly Picture[]
  readonly template: Template
  /** All stories on one page instead of a page for each file. */
  readonly onePage: boolean
  /** ISO date for an edition whose pages state none. */
  readonly today: string
}

/** What make-up is asked for: which stories belong on which page. */
export interface PagePlan {
  readonly page: Page
  readonly stories: readonly StoryId[]
}

export interface NewEdition {
  readonly edition: Edition
  readonly plan: readonly PagePlan[]
}

/** 责编 lines and the like: standing lines that are no 栏目's title. */
const isStandingLines = (story: Story): boolean =>
  storyForm(story.doc) === 'lines' && story.rubric === null

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** The 版次 a page states, two digits long; its place in the edition when it states none or one that is taken. */
function folioOf(masthead: Masthead, index: number, taken: ReadonlySet<string>): string {
  const stated = masthead.folio?.padStart(2, '0')
  if (stated !== undefined && !taken.has(stated)) return stated
  let number = index + 1
  while (taken.has(twoDigits(number))) number++
  return twoDigits(number)
}

/** The stories of each page; of all pages together when there is to be one. */
function listsOf({ manuscript, onePage }: EditionParts): readonly (readonly StoryId[])[] {
  return onePage ? [[...new Set(manuscript.pages.flat())]] : manuscript.pages
}

/**
 * Makes the edition. Standing lines become the credits of their page, and what
 * they say of paper, date, 版次 and section goes into its 报眉; `withoutHeads` takes it out of them.
 */
export function editionOf(parts: EditionParts): NewEdition {
  const { manuscript, template } = parts
  const stories = new Map(manuscript.stories.map((story) => [story.id, story]))
  const taken = new Set<string>()
  const mastheads: Masthead[] = []
  const plan = listsOf(parts).map((list, index): PagePlan => {
    const credits = list.flatMap((id) => stories.get(id) ?? []).filter(isStandingLines)
    const { masthead } = readMasthead(credits.flatMap(standingLines))
    mastheads.push(masthead)
    const folio = folioOf(masthead, index, taken)
    taken.add(folio)
    const page: Page = {
      id: pageId(`page${index + 1}`),
      order: index,
      folio,
      section: masthead.section,
      template: template.id,
      sheet: template.sheet,
      grid: template.grid,
      styleSheet: template.styleSheet.id,
      furniture: template.furniture,
      credits: credits.map((story) => story.id),
    }
    const onPage = new Set(page.credits)
    return { page, stories: list.filter((id) => !onPage.has(id)) }
  })
  const publication = mastheads.find((masthead) => masthead.publication !== '')?.publication ?? ''
  const date = mastheads.find((masthead) => masthead.date !== null)?.date ?? parts.today
  const issue = mastheads.find((masthead) => masthead.issue !== null)?.issue ?? null
  const edition: Edition = {
    ...emptyEdition({ publication, date, issue }),
    pages: Object.fromEntries(plan.map(({ page }) => [page.id, page])),
    stories: Object.fromEntries(manuscript.stories.map((story) => [story.id, story])),
    pictures: Object.fromEntries(parts.pictures.map((picture) => [picture.id, picture])),
    styleSheets: { [template.styleSheet.id]: template.styleSheet },
  }
  return { edition, plan }
}
