/** Small parts that many panels share. */
import { Tooltip } from '@base-ui/react/tooltip'
import type { LucideIcon } from 'lucide-react'

/** A tooltip is no layer of its own: the Esc that closes it also does what it does without one. */
export const letEscapeThrough: Tooltip.Root.Props['onOpenChange'] = (_open, details) => {
  if (details.reason === 'escape-key') details.allowPropagation()
}

export function IconButton(props: {
  readonly icon: LucideIcon
  readonly label: string
  readonly keys?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly side?: 'right' | 'top' | 'bottom'
  readonly onClick: () => void
}) {
  const { icon: Icon, label, keys = '', pressed, disabled = false, side = 'bottom' } = props
  return (
    <Tooltip.Root onOpenChange={letEscapeThrough}>
      <Tooltip.Trigger
        render={
          <button
            type="button"
            className="icon-button"
            aria-label={label}
            aria-pressed={pressed}
            disabled={disabled}
            onClick={props.onClick}
          >
            <Icon size={18} strokeWidth={1.6} aria-hidden />
          </button>
        }
      />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6}>
          <Tooltip.Popup className="tooltip">
            {label}
            {keys !== '' && <kbd>{keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
