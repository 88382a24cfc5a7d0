/** What a part of the desk that fails leaves of itself: a sentence and a way to have it again. */
import { Component, type ReactNode } from 'react'
import type { Text } from '../i18n'
import { onPartFetched, PartNotFetched } from '../lazily'
import { logFailure } from '../safety/WindowGuard'
import { DeskContext, type Desk } from './context'

interface GuardProps {
  readonly text: Text
  /** Of what nobody sees, nothing is left. */
  readonly unseen?: true
  readonly children: ReactNode
}

/** A panel that fails falls alone; one whose script did not come is tried again when another's does, or the host is back. */
export class PanelGuard extends Component<GuardProps, { readonly failed: unknown }> {
  override state = { failed: null }

  static override contextType = DeskContext
  declare context: Desk | null

  private stops: readonly (() => void)[] = []

  static getDerivedStateFromError(failed: unknown): { failed: unknown } {
    return { failed }
  }

  override componentDidMount(): void {
    const { host } = this.context ?? {}
    this.stops = [
      onPartFetched(this.refetch),
      host?.subscribe(({ kind }) => kind === 'joined' && this.refetch()) ?? (() => undefined),
    ]
  }

  override componentWillUnmount(): void {
    for (const stop of this.stops) stop()
  }

  override componentDidCatch(error: Error): void {
    if (this.context !== null) logFailure(this.context.host, error)
  }

  private readonly tryAgain = (): void => this.setState({ failed: null })

  private readonly refetch = (): void => {
    if (this.isNotFetched) this.tryAgain()
  }

  private get isNotFetched(): boolean {
    const { failed }: { readonly failed: unknown } = this.state
    return failed instanceof PartNotFetched
  }

  override render(): ReactNode {
    const { text, unseen = false, children } = this.props
    if (this.state.failed === null) return children
    if (unseen) return null
    return (
      <div className="panel-failed" role="alert">
        <p>{this.isNotFetched ? text.notFetched : text.crashed}</p>
        <button type="button" className="button" onClick={this.tryAgain}>
          {this.isNotFetched ? text.retry : text.reopenPanel}
        </button>
      </div>
    )
  }
}
