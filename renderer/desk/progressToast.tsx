/** Progress that shows itself once work has taken a while, and goes when it ends. */
import { toast } from 'sonner'
import type { Text } from '../i18n'
import { Progress } from './Progress'

/** Milliseconds; what is done sooner shows nothing. */
const PATIENCE = 400

export interface ProgressToast {
  /** 0 to 1. */
  set(share: number): void
  end(): void
}

export function progressToast(
  id: string,
  name: string,
  text: Text,
  onCancel: () => void,
): ProgressToast {
  let share = 0
  let shown = false
  const show = (): void => {
    shown = true
    toast(
      <Progress
        {...{ name, share, onCancel }}
        line={`${Math.round(share * 100)}%`}
        cancel={text.cancel}
      />,
      { id, duration: Infinity },
    )
  }
  const timer = window.setTimeout(show, PATIENCE)
  return {
    set(value) {
      share = value
      if (shown) show()
    },
    end() {
      window.clearTimeout(timer)
      toast.dismiss(id)
    },
  }
}
