/** What the composer costs inside a running desk: recomposition, a keystroke, more pages. */
import { composeEdition, createComposeCache, type EditionDisplay } from '../../core/compose'
import { transact } from '../../core/edit/transaction'
import { storyId } from '../../core/ids'
import type { Edition, Story } from '../../core/model/edition'
import { isStoryFrame } from '../../core/model/edition'
import { storySchema } from '../../core/model/storySchema'
import type { FontSet } from '../../core/text/types'
import { writePdf } from '../../main/services/pdf/writePdf'
import { figure, single, type Part } from './figures'
import { seededRandom, summarize, timed } from './measure'

const TITLE = 'In process'

/** Until the engine has compiled the code that is measured. */
const WARM_UP = 8
const RECOMPOSITIONS = 40
const KEYSTROKES = 400

/** Text columns and characters of two makes of the page; each round widens both by an eighth of a character. */
const MAKES = [
  { columns: 6, measure: 16 },
  { columns: 5, measure: 19.5 },
] as const
const WIDER_BY = 1 / 8
const ROUNDS_BEFORE_FULL = 10

/** Fails the benchmark rather than time a page that does not hold its text. */
export function requireFit(display: EditionDisplay): void {
  const overset = display.stories.reduce((sum, story) => sum + story.oversetLines, 0)
  if (overset > 0) throw new Error(`The bench text does not fit: ${overset} lines are overset.`)
}

/** The page with text columns of a measure on which no line of it was ever broken before. */
function withMeasure(edition: Edition, round: number): Edition {
  const make = MAKES[round % MAKES.length] ?? MAKES[0]
  const wider = Math.floor(round / MAKES.length) % ROUNDS_BEFORE_FULL
  const text = { columns: make.columns, measure: make.measure + wider * WIDER_BY }
  const frames = Object.entries(edition.frames).map(([id, frame]) => [
    id,
    isStoryFrame(frame) ? { ...frame, text } : frame,
  ])
  return { ...edition, frames: Object.fromEntries(frames) as Edition['frames'] }
}

/** Line layouts of every node are dropped and shaping is kept, so that a measure met again is new again. */
function forgetLines(edition: Edition, cache: ReturnType<typeof createComposeCache>): void {
  cache.stories.clear()
  for (const story of Object.values(edition.stories)) {
    story.doc.descendants((node) => {
      cache.nodes.get(node)?.layouts.clear()
    })
  }
}

function recompositions(edition: Edition, fonts: FontSet): readonly number[] {
  const cache = createComposeCache()
  composeEdition(edition, { fonts, cache })
  const times: number[] = []
  for (let round = 0; round < WARM_UP + RECOMPOSITIONS; round++) {
    const changed = withMeasure(edition, round)
    forgetLines(edition, cache)
    const { ms, value } = timed(() => composeEdition(changed, { fonts, cache }))
    requireFit(value)
    if (round >= WARM_UP) times.push(ms)
  }
  return times
}

interface Keystroke {
  /** The transaction and the composition after it. */
  readonly whole: number
  readonly compose: number
}

const TYPED = ['的', '一', '在', '，', '不', '了', '人', '。', '3', '有']

/** Places where a character can be typed into a paragraph. */
function textPlaces({ doc }: Story): readonly number[] {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isText) for (let i = 0; i < node.nodeSize; i++) places.push(pos + i)
  })
  return places
}

/** Characters typed and taken back at random places of one story, by turns. */
function keystrokes(start: Edition, story: Story, fonts: FontSet): readonly Keystroke[] {
  const random = seededRandom(20251226)
  const cache = createComposeCache()
  composeEdition(start, { fonts, cache })
  const places = textPlaces(story)
  const strokes: Keystroke[] = []
  let edition = start
  let place = 0
  for (let stroke = 0; stroke < 2 * WARM_UP + KEYSTROKES; stroke++) {
    const typing = stroke % 2 === 0
    if (typing) place = places[Math.floor(random() * places.length)] ?? 0
    const typed = storySchema.text(TYPED[(stroke / 2) % TYPED.length] ?? '的')
    const edit = timed(
      () =>
        transact(edition).text(story.id, (transform) => {
          if (typing) transform.insert(place, typed)
          else transform.delete(place, place + 1)
        }).edition,
    )
    edition = edit.value
    const compose = timed(() => composeEdition(edition, { fonts, cache }))
    if (stroke >= 2 * WARM_UP) strokes.push({ whole: edit.ms + compose.ms, compose: compose.ms })
  }
  return strokes
}

/** A composition with nothing remembered, by a process that has the fonts open and has composed before. */
function compositions(edition: Edition, fonts: FontSet, runs: number): readonly number[] {
  return Array.from({ length: runs }, () => {
    const { ms, value } = timed(() =>
      composeEdition(edition, { fonts, cache: createComposeCache() }),
    )
    requireFit(value)
    return ms
  })
}

async function exports(edition: Edition, fonts: FontSet, runs: number): Promise<number[]> {
  const { pages } = composeEdition(edition, { fonts, cache: createComposeCache() })
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    const pdf = await writePdf(pages, {
      ...{ fonts, pictures: () => null, title: 'bench', producer: 'bench' },
      date: new Date('2025-12-26T00:00:00Z'),
    })
    if (!pdf.ok) throw new Error(pdf.error.message)
    times.push(performance.now() - start)
  }
  return times
}

export function measureDesk(edition: Edition, fonts: FontSet): Part {
  const story = edition.stories[storyId('s1')]
  if (story === undefined) throw new RangeError('The bench edition has no first story')
  const strokes = keystrokes(edition, story, fonts)
  const whole = summarize(strokes.map((stroke) => stroke.whole))
  const composing = summarize(strokes.map((stroke) => stroke.compose))
  const recomposed = summarize(recompositions(edition, fonts))
  const fresh = summarize(compositions(edition, fonts, WARM_UP + 8).slice(WARM_UP))
  return {
    title: TITLE,
    figures: [
      figure(TITLE, 'recomposition, every measure changed', 'ms', recomposed, 10),
      figure(TITLE, 'keystroke: transaction and composition', 'ms', whole, 1),
      figure(TITLE, 'keystroke: composition alone', 'ms', composing),
      figure(TITLE, 'composition, nothing remembered', 'ms', fresh),
    ],
    notes: [
      `Recomposition: the four stories of the page by turns in 6 and 5 columns of changing measure; shaped paragraphs are remembered, no line is.`,
      `Keystroke: characters typed and taken back by turns at random places of a story of ${story.doc.textContent.length} characters.`,
    ],
  }
}

const PAGES = 'Pages'
const RUNS_A_LENGTH = 5

/** `editionOf` makes the bench edition of so many pages. */
export async function measurePages(
  editionOf: (pages: number) => Edition,
  fonts: FontSet,
  lengths: readonly number[],
): Promise<Part> {
  const figures: Part['figures'][number][] = []
  const perPage = new Map<string, number>()
  for (const pages of lengths) {
    const edition = editionOf(pages)
    const composed = compositions(edition, fonts, RUNS_A_LENGTH)
    const exported = await exports(edition, fonts, RUNS_A_LENGTH)
    for (const [name, times] of [
      ['compose', composed],
      ['write PDF', exported],
    ] as const) {
      const each = summarize(times.map((ms) => ms / pages))
      const label = `${name}, each of ${pages} ${pages === 1 ? 'page' : 'pages'}`
      figures.push(figure(PAGES, label, 'ms', each))
      const one = perPage.get(name)
      if (one === undefined) perPage.set(name, each.median)
      else if (pages === lengths.at(-1)) {
        figures.push(
          single(PAGES, `${name}: a page of ${pages} to a page alone`, '×', each.median / one, 1),
        )
      }
    }
  }
  return {
    title: PAGES,
    figures,
    notes: ['The PDF of one page carries the whole cost of its font; more pages share it.'],
  }
}
