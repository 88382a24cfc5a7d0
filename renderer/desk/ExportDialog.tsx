import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { toast } from 'sonner'
import type { ExportOrder, HostClient, JobState } from '../../core/contract'
import { useText, type Text } from '../i18n'
import { useDesk, useSettled } from './context'
import type { DialogProps } from './dialogProps'
import { Progress } from './Progress'

type Form = 'press' | 'proof' | 'png'
const FORMS: readonly Form[] = ['press', 'proof', 'png']
/** Pixels an inch of exported pictures. */
const PPI = 150

const formName = (form: Form, text: Text): string =>
  form === 'press' ? text.exportPress : form === 'proof' ? text.exportProof : text.exportPng

export function ExportDialog({ open, onClose }: DialogProps) {
  const text = useText()
  return (
    <Dialog.Root open={open} onOpenChange={(shown) => !shown && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{text.exportTitle}</Dialog.Title>
          <ExportForm onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function ExportForm({ onClose }: Pick<DialogProps, 'onClose'>) {
  const text = useText()
  const { host, opened, session, store } = useDesk()
  const { display } = useSettled()
  const [form, setForm] = useState<Form>(store.get().desk === 'press' ? 'press' : 'proof')
  const [pages, setPages] = useState('')
  const [reason, setReason] = useState('')
  const errors = display.diagnostics.filter((one) => one.severity === 'error').length
  const blocked = form === 'press' && errors > 0
  const start = async (): Promise<void> => {
    const range = pages.trim() === '' ? null : pages.trim()
    const order: ExportOrder =
      form === 'png'
        ? { kind: 'png', pages: range, ppi: PPI }
        : { kind: 'pdf', preset: form, pages: range, override: blocked ? reason : null }
    onClose()
    await session.settled()
    const started = await host.startExport({
      handle: opened.handle,
      order,
      title: text.exportTitle,
    })
    if (!started.ok) toast.error(started.error.message)
    else if (started.value.job !== null) followJob(host, started.value.job, text)
  }
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <fieldset className="choices">
        <legend>{text.exportWhat}</legend>
        {FORMS.map((one) => (
          <label key={one}>
            <input type="radio" name="form" checked={form === one} onChange={() => setForm(one)} />
            {formName(one, text)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{text.exportPages}</span>
        <input value={pages} onChange={(event) => setPages(event.target.value)} />
        <small>{text.exportPagesHint}</small>
      </label>
      {blocked && (
        <label className="field is-over">
          <span>{text.exportErrors(errors)}</span>
          <input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="submit" className="button filled" disabled={blocked && reason.trim() === ''}>
          {text.exportStart}
        </button>
      </div>
    </form>
  )
}

/** The job's progress as a toast that stays until it ends. */
function followJob(host: HostClient, job: string, text: Text): void {
  const id = `job ${job}`
  const show = (done: number, total: number): void => {
    toast(
      <Progress
        name={text.exportTitle}
        line={text.exportRunning(done, total)}
        share={done / Math.max(1, total)}
        cancel={text.cancel}
        onCancel={() => void host.cancelJob({ job })}
      />,
      { id, duration: Infinity },
    )
  }
  show(0, 1)
  const stop = host.subscribe((event) => {
    if (event.kind !== 'job' || event.job !== job) return
    if (event.state.kind === 'running') return show(event.state.done, event.state.total)
    stop()
    finish(host, job, event.state, id, text)
  })
}

function finish(host: HostClient, job: string, state: JobState, id: string, text: Text): void {
  if (state.kind === 'failed') toast.error(state.error.message, { id, duration: 12_000 })
  else if (state.kind === 'cancelled') toast(text.exportCancelled, { id, duration: 4000 })
  else if (state.kind === 'done') {
    toast.success(text.exportDone, {
      id,
      duration: 8000,
      description: state.paths.map((path) => path.split(/[\\/]/u).at(-1)).join(' '),
      action: { label: text.showFile, onClick: () => void host.showResult({ job }) },
    })
  }
}
