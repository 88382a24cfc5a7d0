/** The last guard: what no panel's own guard has caught leaves a way on. */
import { Component, type ReactNode } from 'react'
import type { HostClient } from '../../core/contract'
import type { Text } from '../i18n'

interface GuardProps {
  readonly host: HostClient
  readonly text: Text
  readonly children: ReactNode
}

const LONGEST_MESSAGE = 4000

/** Writes down what no one foresaw, for whoever mends it. */
export function logFailure(host: HostClient, error: Error): void {
  const message = (error.stack ?? error.message).slice(0, LONGEST_MESSAGE)
  void host.log({ level: 'error', message })
}

export class WindowGuard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: Error): void {
    logFailure(this.props.host, error)
  }

  override render(): ReactNode {
    const { text, children } = this.props
    if (!this.state.failed) return children
    return (
      <div className="window-failed" role="alert">
        <p>{text.safety.crashed}</p>
        <button type="button" className="button filled" onClick={() => location.reload()}>
          {text.safety.reload}
        </button>
      </div>
    )
  }
}
