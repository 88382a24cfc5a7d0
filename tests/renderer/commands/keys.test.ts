/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../renderer/commands'
import { commandFor } from '../../../renderer/commands/keys'

const save = { id: 'save', keys: 'Ctrl S', enabled: true } as Command
const hand = { id: 'hand', keys: 'H', enabled: true } as Command
const press = (key: string, ctrlKey = false): KeyboardEvent =>
  ({ key, code: '', ctrlKey }) as KeyboardEvent

describe('a key', () => {
  it('stands for its command, letters only while nothing is written', () => {
    const commands = () => [save, hand]
    expect(commandFor(press('s', true), commands, true)).toBe(save)
    expect(commandFor(press('h'), commands, false)).toBe(hand)
    expect(commandFor(press('h'), commands, true)).toBeNull()
  })

  it('that is written costs no look at the commands', () => {
    const commands = (): never => {
      throw new Error('Nobody is to ask for the commands')
    }
    expect(commandFor(press('h'), commands, true)).toBeNull()
    expect(commandFor({ ...press('h'), isComposing: true }, commands, false)).toBeNull()
  })
})
