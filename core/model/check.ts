/**
 * What must hold in an edition beyond the shape of each record. References and
 * documents are sound in every edition that transactions made (`checkReferences`
 * says so again of one that comes from elsewhere). Layout may be wrong for a
 * while, as when a frame reaches over the grid after a change of template: it is
 * told and never refused.
 */
import { contains, rect } from '../geometry'
import type { Diagnostic } from '../result'
import { EPS, ptFromMm } from '../units'
import { checkCells, found } from './checkCells'
import { checkFrame } from './checkFrame'
import { isStoryFrame, pagesOf, storiesOf, threadOf, type Edition, type Story } from './edition'
import type { Rubric } from './frame'
import { typeArea } from './grid'
import type { Page } from './page'
import { referencesOf } from './references'
import { storyDocTrouble } from './storyDoc'
import { storyForm } from './storySchema'
import type { StyleSheet } from './styleSheet'
import { RECORD_NAMES, TABLES, recordOf, recordsOf } from './tables'

/** Everything wrong with an edition. Where a reference leads nowhere, only that is told. */
export function checkEdition(edition: Edition): readonly Diagnostic[] {
  const broken = checkReferences(edition)
  if (broken.length > 0) return broken
  return [
    ...recordsOf(edition, 'styleSheets').flatMap(checkStyleSheet),
    ...pagesOf(edition).flatMap((page) => checkPage(edition, page)),
    ...checkFolios(edition),
    ...recordsOf(edition, 'rubrics').flatMap((rubric) => checkRubric(edition, rubric)),
    ...recordsOf(edition, 'frames').flatMap((frame) => checkFrame(edition, frame)),
    ...storiesOf(edition).flatMap((story) => [
      ...checkBlocks(story),
      ...checkThread(edition, story),
    ]),
  ]
}

/** Ids are the keys, references lead somewhere, documents are whole: what all other code relies on. */
export function checkReferences(edition: Edition): readonly Diagnostic[] {
  return TABLES.flatMap((table) => {
    const name = RECORD_NAMES[table]
    const keys = Object.entries<{ readonly id: string }>(edition[table]).flatMap(([key, { id }]) =>
      key === id ? [] : [found('edition.key', `The ${name} ${id} is filed under ${key}.`)],
    )
    const references = recordsOf(edition, table).flatMap((record) =>
      referencesOf(table, record)
        .filter((ref) => recordOf(edition, ref.table, ref.id) === null)
        .map((ref) =>
          found(
            'edition.reference',
            `The ${name} ${record.id} names the ${RECORD_NAMES[ref.table]} ${ref.id}, which is not in the edition.`,
          ),
        ),
    )
    return [...keys, ...references]
  }).concat(recordsOf(edition, 'stories').flatMap(checkDoc))
}

function checkDoc(story: Story): readonly Diagnostic[] {
  const trouble = storyDocTrouble(story.doc)
  if (trouble === null) return []
  const where = { story: story.id }
  return [
    found('story.document', `The text of the story ${story.id} is not a story: ${trouble}.`, where),
  ]
}

function checkStyleSheet(sheet: StyleSheet): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  if (sheet.levels.length === 0) {
    problems.push(found('style.levels', `The style sheet ${sheet.id} has no headline levels.`))
  }
  for (const face of ['song', 'hei'] as const) {
    if (sheet.headline[face].length !== sheet.levels.length) {
      problems.push(
        found(
          'style.levels',
          `The style sheet ${sheet.id} has ${sheet.headline[face].length} ${face} headline faces for ${sheet.levels.length} levels.`,
        ),
      )
    }
  }
  if (sheet.headlineScale.min > sheet.headlineScale.max) {
    problems.push(
      found(
        'style.scale',
        `The style sheet ${sheet.id} bounds the headline's scale the wrong way round.`,
      ),
    )
  }
  return problems
}

function checkPage(edition: Edition, page: Page): readonly Diagnostic[] {
  const where = { page: page.id }
  const problems: Diagnostic[] = []
  const trim = rect(0, 0, ptFromMm(page.sheet.width), ptFromMm(page.sheet.height))
  if (!contains(trim, typeArea(page.grid))) {
    problems.push(
      found('page.type-area', `The type area of page ${page.folio} reaches over its trim.`, where),
    )
  }
  const body = recordOf(edition, 'styleSheets', page.styleSheet)?.body.size
  if (body !== undefined && Math.abs(body - page.grid.bodySize) > EPS) {
    problems.push(
      found(
        'page.body-size',
        `Page ${page.folio} sets its body in ${body} pt on a grid made for ${page.grid.bodySize} pt.`,
        where,
      ),
    )
  }
  for (const credit of page.credits) {
    const story = recordOf(edition, 'stories', credit)
    if (story !== null && storyForm(story.doc) !== 'lines') {
      problems.push(
        found(
          'page.credits',
          `The standing line ${credit} of page ${page.folio} is a whole story.`,
          where,
        ),
      )
    }
  }
  return problems
}

/** A jump line names a page by its folio, so each may stand once. */
function checkFolios(edition: Edition): readonly Diagnostic[] {
  const seen = new Set<string>()
  return pagesOf(edition).flatMap((page) => {
    const twice = seen.has(page.folio)
    seen.add(page.folio)
    return twice
      ? [
          found(
            'page.folio',
            `Two pages have the folio ${page.folio}.`,
            { page: page.id },
            'warning',
          ),
        ]
      : []
  })
}

function checkRubric(edition: Edition, rubric: Rubric): readonly Diagnostic[] {
  const where = { page: rubric.page, story: rubric.title }
  const name = `The rubric ${rubric.id}`
  const page = recordOf(edition, 'pages', rubric.page)
  const title = recordOf(edition, 'stories', rubric.title)
  const problems = page === null ? [] : [...checkCells(name, rubric.area, page, where)]
  if (title !== null && storyForm(title.doc) !== 'lines') {
    problems.push(found('rubric.title', `${name} has a whole story for its title.`, where))
  }
  if (rubric.titleRows > rubric.area.rows) {
    problems.push(found('rubric.title', `${name} gives its title more rows than it has.`, where))
  }
  return problems
}

/** An inset names its block by id. */
function checkBlocks(story: Story): readonly Diagnostic[] {
  const seen = new Set<string>()
  const problems: Diagnostic[] = []
  story.doc.forEach((block) => {
    const id: unknown = block.attrs['id']
    if (typeof id !== 'string') return
    if (seen.has(id)) {
      problems.push(
        found('story.block-id', `Two blocks of the story ${story.id} have the id ${id}.`, {
          story: story.id,
        }),
      )
    }
    seen.add(id)
  })
  return problems
}

function checkThread(edition: Edition, story: Story): readonly Diagnostic[] {
  const thread = threadOf(edition, story.id)
  const problems: Diagnostic[] = []
  const insets = new Set<string>()
  for (const [i, frame] of thread.entries()) {
    const where = { page: frame.page, frame: frame.id, story: story.id }
    const next = thread[i + 1]
    if (next?.order === frame.order) {
      problems.push(
        found(
          'thread.order',
          `The frames ${frame.id} and ${next.id} have the same place in their thread.`,
          where,
        ),
      )
    }
    if (i > 0 && frame.head !== null) {
      problems.push(
        found(
          'thread.head',
          `The frame ${frame.id} continues a story and has a headline of its own.`,
          where,
          'warning',
        ),
      )
    }
    for (const { block } of frame.insets) {
      if (insets.has(block)) {
        problems.push(
          found(
            'thread.inset',
            `The block ${block} of the story ${story.id} stands in two places.`,
            where,
          ),
        )
      }
      insets.add(block)
    }
  }
  const pictures = recordsOf(edition, 'frames').filter(
    (frame) => !isStoryFrame(frame) && 'story' in frame && frame.story === story.id,
  )
  if (pictures.length > 0 && pictures.length + thread.length > 1) {
    problems.push(
      found(
        'thread.twice',
        `The story ${story.id} stands in several frames, though it is a picture.`,
        { story: story.id },
      ),
    )
  }
  return problems
}
