/** 打印校样: a proof goes to the system's viewer, which has the printer. */
import { toast } from 'sonner'
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'

/** Milliseconds: afterwards the viewer has long read the file. */
const KEEP = 10 * 60_000
/** Milliseconds to click in. */
const LINGER = 60_000

/**
 * Electron's host has handed the file over already. A browser opens a window only
 * on a click, so there the proof waits in a toast for one.
 */
export async function handOver(
  { host }: Pick<Desk, 'host'>,
  job: string,
  text: Text,
): Promise<void> {
  const info = await host.appInfo({})
  if (info.ok && info.value.shell === 'electron') {
    toast.success(text.exporting.handedOver)
    return
  }
  const bytes = await host.jobBytes({ job })
  if (!bytes.ok) {
    toast.error(trouble(text, bytes.error))
    return
  }
  const pdf = new Blob([bytes.value.slice()], { type: 'application/pdf' })
  const onClick = (): void => {
    const url = URL.createObjectURL(pdf)
    window.open(url, '_blank', 'noopener')
    window.setTimeout(() => URL.revokeObjectURL(url), KEEP)
  }
  toast.success(text.exporting.proofReady, {
    duration: LINGER,
    action: { label: text.exporting.openToPrint, onClick },
  })
}
