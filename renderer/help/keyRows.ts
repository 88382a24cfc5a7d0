/** The commands that have keys, under the menus they stand in: what the map of keys shows. */
import type { Command } from '../commands'
import { ALSO } from '../commands/keys'
import { MENUS } from '../commands/menus'
import { search, type Spelling } from '../commands/search'
import type { Text } from '../i18n'

export interface KeyRow {
  readonly id: string
  readonly label: string
  /** All that stand for the command, each as it is shown. */
  readonly keys: readonly string[]
}

export interface KeyGroup {
  readonly name: string
  readonly rows: readonly KeyRow[]
}

const keysOf = ({ keys }: Command): readonly string[] => [
  keys,
  ...Object.entries(ALSO).flatMap(([other, stands]) => (stands === keys ? [other] : [])),
]

/** Words find commands by their names, letters of keys by these: both `Ctrl S` and 存盘 find 存盘. */
function fits(rows: readonly KeyRow[], sought: string, spells: Spelling): readonly KeyRow[] {
  const named = new Set(search(rows, sought, spells))
  const wanted = sought.trim().toLowerCase().replace(/\+/gu, ' ')
  return rows.filter(
    (row) => named.has(row) || row.keys.some((key) => key.toLowerCase().includes(wanted)),
  )
}

export function keyGroups(
  commands: readonly Command[],
  text: Text,
  sought: string,
  spells: Spelling,
): readonly KeyGroup[] {
  const withKeys = commands.filter(({ keys }) => keys !== '')
  const rows = fits(
    withKeys.map((command) => ({ id: command.id, label: command.label, keys: keysOf(command) })),
    sought,
    spells,
  )
  const inMenus = new Set<string>(MENUS.flatMap(({ items }) => items))
  return [
    ...MENUS.map(({ name, items }) => ({
      name: text[name],
      rows: rows.filter(({ id }) => items.some((item) => item === id)),
    })),
    { name: text.helping.elsewhere, rows: rows.filter(({ id }) => !inMenus.has(id)) },
  ].filter((group) => group.rows.length > 0)
}
