import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEdition, type EditionTexts } from '../../../core/format'
import { required } from '../edit/sameEdition'
import { texts } from './files'

/** The sentence with which the files are refused. */
function refusal(files: EditionTexts): string {
  const result = decodeEdition(files)
  if (result.ok) throw new Error('The files were taken')
  expect(result.error.message).toMatch(/^[^\n]+\.$/)
  return result.error.message
}

/** The small edition's files with one of them changed as text. */
function changed(path: string, from: string, to: string): EditionTexts {
  const files = texts()
  const text = files.get(path) ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return files.set(path, text.replace(from, to))
}

describe('damaged files', () => {
  const without = (path: string): EditionTexts => {
    const files = texts()
    files.delete(path)
    return files
  }

  it.each<[string, EditionTexts, string]>([
    [
      'no edition.json',
      without('edition.json'),
      'edition.json is missing, so this is not an edition.',
    ],
    [
      'no page',
      without('pages/p1.json'),
      'pages/p1.json is missing, though edition.json names it.',
    ],
    [
      'no story',
      without('stories/lead.json'),
      'stories/lead.json is missing, though edition.json names it.',
    ],
    [
      'half a file',
      texts().set('stories/lead.json', '{\n  "id": "lead",\n  "doc": {'),
      'stories/lead.json is damaged: it is not complete JSON (line 3).',
    ],
    [
      'an empty file',
      texts().set('edition.json', ''),
      'edition.json is damaged: it is not complete JSON',
    ],
    [
      'another kind of file',
      texts().set('edition.json', '{"format":"recipe"}'),
      'edition.json has format "recipe", which should be "banxin-edition".',
    ],
    ['a list', texts().set('edition.json', '[]'), 'edition.json'],
    [
      'a newer format',
      changed('edition.json', '"formatVersion": 6', '"formatVersion": 7'),
      'The edition was written by a newer Banxin (format 7; this one reads up to 6). Update Banxin to open it.',
    ],
    [
      'half a format',
      changed('edition.json', '"formatVersion": 6', '"formatVersion": 0.5'),
      'edition.json has formatVersion 0.5, which should be a whole number',
    ],
    [
      'a fraction of a cell',
      changed('pages/p1.json', '"row": 62,', '"row": 62.5,'),
      'pages/p1.json has frames.1.area.row 62.5, which should be a whole number from 0 to 2000.',
    ],
    [
      'a number beyond all',
      changed('pages/p1.json', '"leading": 15', '"leading": 1e999'),
      'pages/p1.json has page.grid.leading Infinity, which should be a type size',
    ],
    [
      'a grid without end',
      changed('pages/p1.json', '"rows": 90', '"rows": 900000000'),
      'pages/p1.json has page.grid.rows 900000000, which should be a whole number from 1 to 2000.',
    ],
    [
      'a headline without a place',
      changed('pages/p1.json', '"turns": []', '"turns": [], "place": { "column": 0, "row": 2 }'),
      'pages/p1.json lacks the field frames.0.head.place.columns.',
    ],
    [
      'an unknown kind',
      changed('pages/p1.json', '"kind": "rule"', '"kind": "sticker"'),
      'pages/p1.json has frames.4.kind "sticker", which should be story, picture or rule.',
    ],
    [
      'an unknown field',
      changed('stories/lead.json', '"slug"', '"colour": 1, "slug"'),
      'stories/lead.json has the field colour, which this version of Banxin does not know.',
    ],
    [
      'a lost field',
      changed('stories/lead.json', '"order": 1,', ''),
      'stories/lead.json lacks the field order.',
    ],
    [
      'an unsafe id',
      changed('edition.json', '"lead"', '"../lead"'),
      'edition.json has stories.0 "../lead", which should be an id',
    ],
    [
      'an inherited id',
      changed('edition.json', '"lead"', '"constructor"'),
      'edition.json has stories.0 "constructor", which should be an id',
    ],
    [
      'a name twice',
      changed('edition.json', '"brief"', '"lead"'),
      'edition.json names lead twice among its stories.',
    ],
    [
      'another story’s file',
      changed('stories/lead.json', '"id": "lead"', '"id": "leader"'),
      'stories/lead.json holds the story leader, not lead.',
    ],
    [
      'a frame of another page',
      changed('pages/p1.json', '"page": "p1"', '"page": "p9"'),
      'pages/p1.json holds r1, which stands on the page p9.',
    ],
    [
      'a frame twice',
      changed('pages/p1.json', '"id": "f2"', '"id": "f1"'),
      'The edition has two records for the frame f1.',
    ],
    [
      'a reference to nothing',
      changed('pages/p1.json', '"story": "brief"', '"story": "briefs"'),
      'The frame f2 names the story briefs, which is not in the edition.',
    ],
    [
      'an unknown block',
      changed('stories/lead.json', '"type": "kicker"', '"type": "video"'),
      'stories/lead.json has a text that is not a story: Unknown node type: video.',
    ],
    [
      'blocks out of order',
      changed('stories/lead.json', '"type": "kicker"', '"type": "deck"'),
      'stories/lead.json has a text that is not a story: Invalid content',
    ],
    [
      'a picture’s wrong name',
      changed('edition.json', '"0123', '"../x'),
      'edition.json has pictures.0.file "../x456789abcdef',
    ],
    [
      'a day that is none',
      changed('edition.json', '2026-11-22', '22 Nov'),
      'edition.json has date "22 Nov", which should be a date such as 2026-11-22.',
    ],
  ])('%s: refused in one sentence', (_, files, sentence) => {
    expect(refusal(files)).toContain(sentence)
  })

  it('nothing a hostile file inherits reaches the edition', () => {
    const files = changed(
      'stories/lead.json',
      '"slug"',
      '"__proto__": {"polluted": true}, "toString": 1, "slug"',
    )
    const result = decodeEdition(files)
    if (result.ok) expect(Object.keys(result.value.edition.stories)).toHaveLength(5)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('a nesting deeper than the stack is refused', () => {
    const deep = `${'{"type":"paragraph","content":['.repeat(50_000)}${']}'.repeat(50_000)}`
    const files = texts()
    const story = JSON.parse(files.get('stories/foot.json') ?? '') as object
    const text = JSON.stringify({ ...story, doc: 0 }).replace('"doc":0', `"doc":${deep}`)
    expect(refusal(files.set('stories/foot.json', text))).toContain('stories/foot.json')
  })

  it('a file nobody names is told and left alone', () => {
    const { diagnostics } = required(
      decodeEdition(texts().set('stories/old.json', 'not even JSON')),
    )
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'format.stray', where: { file: 'stories/old.json' } },
    ])
  })

  it('never throws, whatever byte of whatever file is changed', () => {
    const files = [...texts()]
    let refused = 0
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom('0', '9', '-', 'e', '"', '{', ']', ',', ' ', 'x', '中'),
        (file, place, char) => {
          const [path, text] = files[file] ?? ['', '']
          const at = Math.floor(place * text.length)
          const result = decodeEdition(
            new Map(files).set(path, text.slice(0, at) + char + text.slice(at + 1)),
          )
          if (result.ok) return
          refused++
          expect(result.error.message).toMatch(/^[^\n]+\.$/)
          expect(result.error.message.length).toBeLessThan(300)
        },
      ),
      { seed: 5, numRuns: 1500 },
    )
    expect(refused).toBeGreaterThan(500)
  })
})
