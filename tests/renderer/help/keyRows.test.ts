import { describe, expect, it } from 'vitest'
import type { Command } from '../../../renderer/commands/command'
import { keyGroups } from '../../../renderer/help/keyRows'
import { textFor } from '../../../renderer/i18n'

const command = (id: string, label: string, keys: string): Command => ({
  ...{ id, label, keys, enabled: false },
  run: () => undefined,
})
const commands = [
  command('save', '存盘', 'Ctrl S'),
  command('saveAs', '另存为…', 'Ctrl Shift S'),
  command('redo', '重做', 'Ctrl Shift Z'),
  command('close', '关闭这一期', ''),
  command('hand', '手', 'H'),
]
const shown = (sought: string) =>
  keyGroups(commands, textFor('zh-CN'), sought, () => false).map(({ name, rows }) => [
    name,
    ...rows.map(({ label, keys }) => `${label} ${keys.join('/')}`),
  ])

describe('the map of keys', () => {
  it('has every command with a key under its menu, with all its keys, whether it can be given now or not', () => {
    expect(shown('')).toEqual([
      ['文件', '存盘 Ctrl S', '另存为… Ctrl Shift S'],
      ['编辑', '重做 Ctrl Shift Z/Ctrl Y'],
      ['其他', '手 H'],
    ])
  })

  it('finds by name and by key, as it is written on either system', () => {
    expect(shown('存盘')).toEqual([['文件', '存盘 Ctrl S']])
    expect(shown('ctrl+y')).toEqual([['编辑', '重做 Ctrl Shift Z/Ctrl Y']])
    expect(shown('天')).toEqual([])
  })
})
