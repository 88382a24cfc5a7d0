/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pageId } from '../../../core/ids'
import { commandsOf, type DeskExits } from '../../../renderer/commands'
import { ALSO } from '../../../renderer/commands/keys'
import type { Desk } from '../../../renderer/desk/context'
import { createStore } from '../../../renderer/desk/store'
import { textFor } from '../../../renderer/i18n'
import { TEXT_KEYS } from '../../../renderer/story/textKeys'
import { smallEdition } from '../../build/editionBuilder'

const SHOWN: Readonly<Record<string, string>> = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  Esc: 'Escape',
}
const CHORD =
  /^((?:Ctrl |Alt |Shift )*)(.|F\d+|left|right|up|down|arrows|Home|End|PageUp|PageDown|Backspace|Delete|Enter|Esc|Tab)$/u

/** What a row's first cell names as keys, as the tables write them; gestures and remarks are left out. */
function chordsOf(cell: string): readonly string[] {
  const plain = cell.replace(/\(.*?\)/gu, '')
  return plain.split(/[,;]/u).flatMap((part) => {
    const found = CHORD.exec(part.trim())
    const key = found?.[2]
    return found && key !== undefined ? [`${found[1] ?? ''}${SHOWN[key] ?? key}`] : []
  })
}

/** The keys of docs/keyboard.md by section. */
function documented(): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = new Map<string, Set<string>>()
  let section = ''
  for (const line of readFileSync('docs/keyboard.md', 'utf8').split('\n')) {
    section = /^## (.*)$/u.exec(line)?.[1] ?? section
    const cell = /^\| (.*?) \|/u.exec(line)?.[1]
    if (cell === undefined || cell === 'key') continue
    const known = sections.get(section) ?? new Set<string>()
    for (const chord of chordsOf(cell)) known.add(chord)
    sections.set(section, known)
  }
  return sections
}

function commandKeys(): ReadonlySet<string> {
  const edition = smallEdition()
  const desk = {
    store: createStore({
      desk: 'makeup',
      page: pageId('p1'),
      frame: null,
      also: [],
      selection: null,
    }),
    session: { getSnapshot: () => ({ edition, undoLabel: null, redoLabel: null }) },
    actions: {},
    pictures: { stateOf: () => 'here' },
  } as unknown as Desk
  const keys = commandsOf(desk, textFor('zh-CN'), {} as DeskExits).map((command) => command.keys)
  return new Set(keys.filter((key) => key !== ''))
}

/** Keys of one part alone, which are no commands: told with where they are handled. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  // DeskWindow, StoriesPanel, the browser, the start screen, the messages of sonner
  Anywhere: ['F6', 'Shift F6', 'Tab', 'ArrowUp', 'Alt T'],
  // PageCanvas
  'The page': ['Escape'],
  // renderer/shape/keys.ts
  Frames: ['Ctrl A', ']', '[', 'arrows', 'Shift arrows', 'Alt arrows', 'Alt Shift arrows', 'Enter'],
  // renderer/pictures/cropping.ts
  Pictures: ['arrows', 'Shift arrows', '+', '-', '0', 'Enter', 'Escape'],
  // renderer/import/ImportDesk.tsx
  'Import report': ['ArrowDown', 'ArrowUp', 'Enter', 'S', 'L', 'Escape'],
  // renderer/story/clipboard.ts
  'In text': ['Ctrl C', 'Ctrl X', 'Ctrl V', 'Ctrl Shift V'],
}

describe('docs/keyboard.md', () => {
  const sections = documented()
  const all = new Set([...sections.values()].flatMap((chords) => [...chords]))

  it('has every key of a command, and every other that stands for one', () => {
    const keys = [...commandKeys()]
    expect(keys.length).toBeGreaterThan(40)
    expect(keys.filter((key) => !all.has(key))).toEqual([])
  })

  it('has every key of the text', () => {
    const inText = sections.get('In text') ?? new Set()
    expect(Object.keys(TEXT_KEYS).filter((key) => !inText.has(key))).toEqual([])
  })

  it('names no key that does nothing', () => {
    const commands = commandKeys()
    const idle = [...sections].flatMap(([section, chords]) =>
      [...chords].filter(
        (chord) =>
          !commands.has(ALSO[chord] ?? chord) &&
          !(section === 'In text' && chord in TEXT_KEYS) &&
          OWN[section]?.includes(chord) !== true,
      ),
    )
    expect(idle).toEqual([])
    const gone = Object.entries(OWN).flatMap(([section, chords]) =>
      chords.filter((chord) => sections.get(section)?.has(chord) !== true),
    )
    expect(gone).toEqual([])
  })
})
