import { describe, expect, it } from 'vitest'
import { safeParse } from 'valibot'
import { callArguments } from '../../../core/contract/arguments'
import type { MenuItem } from '../../../core/contract'
import type { Command } from '../../../renderer/commands/command'
import { MENUS } from '../../../renderer/commands/menus'
import { acceleratorOf, systemMenu } from '../../../renderer/commands/systemMenu'
import { textFor } from '../../../renderer/i18n'

const command = (id: string, keys = ''): Command => ({
  ...{ id, label: id, keys, enabled: id !== 'redo' && id !== 'cut' },
  run: () => undefined,
})
const commands = MENUS.flatMap(({ items }) => items)
  .filter((id) => id !== '-')
  .map((id) => id.replace('*', 'a1'))
  .map((id) => command(id, id === 'save' ? 'Ctrl S' : id === 'lock' ? 'L' : ''))

const allIn = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => [item, ...allIn(item.items)])
const menu = (platform: 'linux' | 'darwin') => systemMenu(commands, textFor('zh-CN'), platform)

describe('the system’s menu', () => {
  it('holds every command of the menus, as it stands', () => {
    const items = allIn(menu('linux'))
    for (const { id } of commands)
      expect(
        items.some(({ label }) => label === id),
        id,
      ).toBe(true)
    expect(items.find(({ id }) => id === 'redo')?.enabled).toBe(false)
    expect(menu('linux').map(({ label }) => label)[0]).toBe('文件')
  })

  it('stands with help last, on macOS after the window’s own', () => {
    const names = (platform: 'linux' | 'darwin') => menu(platform).map(({ label }) => label)
    expect(names('linux').slice(-2)).toEqual(['视图', '帮助'])
    expect(names('darwin').slice(-3)).toEqual(['视图', '窗口', '帮助'])
    expect(names('darwin').slice(0, 3)).toEqual(['版心', '文件', '编辑'])
  })

  it('marks what is on, and nothing that is neither on nor off', () => {
    const grid = { ...command('grid'), checked: true }
    const items = allIn(systemMenu([grid, command('save')], textFor('zh-CN'), 'linux'))
    expect(items.find(({ id }) => id === 'grid')?.checked).toBe(true)
    expect(items.find(({ id }) => id === 'save')?.checked).toBeNull()
  })

  it('has the editions that were open below one entry, grey when there are none', () => {
    const entry = (of: readonly Command[]) =>
      allIn(systemMenu(of, textFor('zh-CN'), 'linux')).find(({ label }) => label === '最近打开')
    expect(entry(commands)).toMatchObject({ enabled: true, items: [{ id: 'recent a1' }] })
    expect(entry([])).toMatchObject({ enabled: false, items: [] })
  })

  it('takes no key from the text: letters are no accelerators', () => {
    expect(acceleratorOf('Ctrl Shift S')).toBe('CmdOrCtrl+Shift+S')
    expect(acceleratorOf('Shift F8')).toBe('Shift+F8')
    expect(acceleratorOf('V')).toBe('')
    const items = allIn(menu('linux'))
    expect(items.find(({ id }) => id === 'save')?.accelerator).toBe('CmdOrCtrl+S')
    expect(items.find(({ id }) => id === 'lock')?.accelerator).toBe('')
  })

  it('leaves cutting, copying and pasting to the system, where they can be done', () => {
    const items = allIn(menu('darwin'))
    const of = (label: string) => items.find((item) => item.label === label)
    expect(of('cut')).toMatchObject({ kind: 'role', id: 'cut', enabled: false })
    expect(of('pastePlain')).toMatchObject({ kind: 'role', id: 'pasteAndMatchStyle' })
    expect(of('selectAll')).toMatchObject({ kind: 'command', enabled: true })
  })

  it.each(['linux', 'darwin'] as const)('is what the host takes, on %s', (platform) => {
    const checked = safeParse(callArguments.setMenu, { items: menu(platform) })
    expect(checked.success ? null : checked.issues[0].message).toBeNull()
    const roles = allIn(menu(platform)).filter(({ kind }) => kind === 'role')
    expect(roles.some(({ id }) => id === 'quit')).toBe(platform === 'darwin')
  })
})
