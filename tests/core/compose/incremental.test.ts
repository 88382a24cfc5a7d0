import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import { storyId, frameId } from '../../../core/ids'
import type { Edition } from '../../../core/model/edition'
import { milliEm } from '../../../core/units'
import { chineseText } from '../../build/chinese'
import { smallEdition } from '../../build/editionBuilder'
import { fonts } from '../../build/storyPages'

/** A change to the edition, told in numbers that fit any state of it. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    text: fc.constantFrom('新', '，', '水渠', 'AI', '3天'),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('split' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('rows' as const), rows: fc.integer({ min: 12, max: 58 }) }),
  fc.record({ kind: fc.constant('measure' as const), measure: fc.integer({ min: 12, max: 16 }) }),
  fc.record({ kind: fc.constant('inset' as const), row: fc.integer({ min: 0, max: 12 }) }),
  fc.record({
    kind: fc.constant('head' as const),
    place: fc.record({
      column: fc.nat(3),
      columns: fc.integer({ min: 1, max: 4 }),
      row: fc.nat(30),
    }),
  }),
  fc.record({ kind: fc.constant('folio' as const), folio: fc.constantFrom('02', '03') }),
)

const lead = storyId('lead')

/** Positions in paragraphs' text, so that every edit is one a person could make. */
function textPositions(edition: Edition): readonly number[] {
  const positions: number[] = []
  edition.stories[lead]?.doc.descendants((node, pos, parent) => {
    if (!node.isText || parent?.type.name !== 'paragraph') return
    for (let at = pos; at <= pos + node.nodeSize; at++) positions.push(at)
  })
  return positions
}

function edit(
  edition: Edition,
  act: (transform: Transform, at: number) => void,
  at: number,
): Edition {
  const story = edition.stories[lead]
  const positions = textPositions(edition)
  const chosen = positions[at % positions.length]
  if (story === undefined || chosen === undefined) return edition
  const transform = new Transform(story.doc)
  act(transform, chosen)
  return { ...edition, stories: { ...edition.stories, [lead]: { ...story, doc: transform.doc } } }
}

function withFrame(edition: Edition, patch: object): Edition {
  const id = frameId('f1')
  return {
    ...edition,
    frames: { ...edition.frames, [id]: { ...edition.frames[id]!, ...patch } },
  }
}

function apply(
  edition: Edition,
  step: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Edition {
  switch (step.kind) {
    case 'insert':
      return edit(
        edition,
        (transform, at) => transform.insert(at, transform.doc.type.schema.text(step.text)),
        step.at,
      )
    case 'delete':
      return edit(
        edition,
        (transform, at) => {
          const end = Math.min(at + step.length, transform.doc.resolve(at).end())
          transform.delete(at, end)
        },
        step.at,
      )
    case 'split':
      return edit(edition, (transform, at) => transform.split(at), step.at)
    case 'rows':
      return withFrame(edition, { area: { column: 0, columns: 4, row: 0, rows: step.rows } })
    case 'measure':
      return withFrame(edition, { text: { columns: 4, measure: step.measure } })
    case 'inset':
      return withFrame(edition, {
        insets: [
          { block: 'tip1', x: milliEm(17000), width: milliEm(16000), row: step.row, rows: 9 },
        ],
      })
    case 'head':
      return withFrame(edition, {
        head: { level: 0, face: 'song', turns: [], place: step.place },
      })
    case 'folio': {
      const [page] = Object.values(edition.pages)
      return page === undefined
        ? edition
        : { ...edition, pages: { ...edition.pages, [page.id]: { ...page, folio: step.folio } } }
    }
  }
}

describe('the compose cache', () => {
  it('changes nothing: 1,000 edits composed warm equal the same composed fresh', () => {
    const edits = fc.array(change, { minLength: 100, maxLength: 100 })
    fc.assert(
      fc.property(chineseText(6), edits, (paragraphs, steps) => {
        const cache = createComposeCache()
        let edition = smallEdition()
        const story = edition.stories[lead]
        if (story === undefined) throw new Error('The small edition has a lead')
        const transform = new Transform(story.doc)
        const schema = story.doc.type.schema
        for (const text of paragraphs) {
          transform.insert(
            transform.doc.content.size,
            schema.node('paragraph', null, schema.text(text)),
          )
        }
        edition = {
          ...edition,
          stories: { ...edition.stories, [lead]: { ...story, doc: transform.doc } },
        }
        composeEdition(edition, { fonts, cache })
        for (const step of steps) {
          edition = apply(edition, step)
          const warm = composeEdition(edition, { fonts, cache })
          const fresh = composeEdition(edition, { fonts, cache: createComposeCache() })
          expect(JSON.stringify(warm)).toBe(JSON.stringify(fresh))
        }
      }),
      { numRuns: 10, seed: 4 },
    )
  })
})
