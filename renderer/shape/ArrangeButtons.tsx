/** Aligning, spreading, copying and removing what is chosen: the same commands as in the menu. */
import {
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useCommands } from '../commands/useCommands'
import { IconButton } from '../desk/parts'
import { useText } from '../i18n'

const ICONS: readonly (readonly [command: string, icon: LucideIcon, least: number])[] = [
  ['alignLeft', AlignStartVertical, 1],
  ['alignRight', AlignEndVertical, 1],
  ['alignTop', AlignStartHorizontal, 1],
  ['alignBottom', AlignEndHorizontal, 1],
  ['distributeAcross', AlignHorizontalDistributeCenter, 3],
  ['distributeDown', AlignVerticalDistributeCenter, 3],
  ['duplicate', Copy, 1],
  ['remove', Trash2, 1],
]

export function ArrangeButtons({ count }: { readonly count: number }) {
  const text = useText()
  const commands = useCommands()
  return (
    <div className="arrange" role="group" aria-label={text.shaping.layout}>
      {ICONS.map(([id, icon, least]) => {
        const command = commands.find((one) => one.id === id)
        return command === undefined ? null : (
          <IconButton
            key={id}
            icon={icon}
            label={command.label}
            keys={command.keys}
            side="top"
            disabled={count < least}
            onClick={() => command.run()}
          />
        )
      })}
    </div>
  )
}
