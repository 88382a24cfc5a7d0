/** The system's menu bar, where the shell has one: it follows the commands, and what is chosen there runs them. */
import { useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { MenuItem } from '../../core/contract'
import type { Command } from '../commands'
import { systemMenu } from '../commands/systemMenu'
import { useText } from '../i18n'
import { focusOf } from '../commands/editPlace'
import { useDesk, useDeskState, useSettled } from './context'
import { ShellContext, useHasSystemMenu } from './shell'
import { switchesOf } from './store'

/** Shows nothing of its own; apart, so that a caret that moves renders no more than this. */
export function SystemMenu({ commands }: { readonly commands: readonly Command[] }): null {
  const desk = useDesk()
  const { host } = desk
  // what a paragraph can be made goes with the caret, what can be cut or pasted with the focus
  const { selection } = useSettled()
  const switches = useDeskState(switchesOf)
  const { state: press } = desk.press
  const heat = useSyncExternalStore(press.subscribe, () => press.get().heat)
  const focused = focusOf(desk)
  const focus = useSyncExternalStore(focused.subscribe, focused.get)
  const { platform } = useContext(ShellContext)
  const text = useText()
  const isThere = useHasSystemMenu()
  const latest = useRef(commands)
  useEffect(() => void (latest.current = commands), [commands])
  const items = useMemo(
    () => (isThere ? JSON.stringify(systemMenu(commands, text, platform)) : null),
    [commands, selection, switches, heat, focus, text, platform, isThere],
  )
  useEffect(() => {
    if (items !== null) void host.setMenu({ items: JSON.parse(items) as readonly MenuItem[] })
  }, [host, items])
  useEffect(
    () =>
      host.subscribe((event) => {
        if (event.kind !== 'command') return
        const command = latest.current.find(({ id }) => id === event.id)
        if (command?.enabled === true) command.run()
      }),
    [host],
  )
  return null
}
