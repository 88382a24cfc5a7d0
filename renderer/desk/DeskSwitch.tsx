import { useCommands } from '../commands/useCommands'
import { useText } from '../i18n'
import { useDeskState } from './context'
import type { DeskName } from './store'

const DESKS: readonly { readonly desk: DeskName; readonly command: string }[] = [
  { desk: 'makeup', command: 'deskMakeup' },
  { desk: 'press', command: 'deskPress' },
]

/** 组版, 印前: what stands beside the page and over it; the page itself stays. */
export function DeskSwitch() {
  const text = useText()
  const commands = useCommands()
  const shown = useDeskState((state) => state.desk)
  return (
    <div className="segments" role="group" aria-label={text.desks}>
      {DESKS.map(({ desk, command }) => {
        const found = commands.find(({ id }) => id === command)
        return (
          <button
            key={desk}
            type="button"
            aria-pressed={desk === shown}
            title={found?.keys}
            onClick={found?.run}
          >
            {found?.label}
          </button>
        )
      })}
    </div>
  )
}
