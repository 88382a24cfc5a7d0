/** Small parts that many panels share. */
import { Tooltip } from '@base-ui/react/tooltip'
import type { LucideIcon } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import type { Text } from '../i18n'
import { logFailure } from '../safety/WindowGuard'
import { DeskContext, type Desk } from './context'

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
    <Tooltip.Root>
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

interface GuardProps {
  readonly text: Text
  readonly children: ReactNode
}

/** A panel that fails falls alone. */
export class PanelGuard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static override contextType = DeskContext
  declare context: Desk | null

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: Error): void {
    if (this.context !== null) logFailure(this.context.host, error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="panel-failed" role="alert">
        <p>{this.props.text.crashed}</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          {this.props.text.reopenPanel}
        </button>
      </div>
    )
  }
}
