import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { useDesk } from '../desk/context'
import type { DialogProps } from '../desk/dialogProps'
import { useText, type Text } from '../i18n'
import { useProblems } from '../problems/useProblems'
import { FORMS, mayGo, NEW_DRAFT, orderOf, PPIS, type ExportDraft, type Form } from './draft'
import { ProfileChoice } from '../press/ProfileChoice'
import { FileFields } from './FileFields'
import { MarkChoice } from './MarkChoice'
import { PressFindings } from './PressFindings'
import { send } from './send'

/** 输出: pages as a proof, for the press, or as pictures. */
export function ExportDialog({ open, onClose }: DialogProps) {
  const text = useText()
  return (
    <Dialog.Root open={open} onOpenChange={(shown) => !shown && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog is-tall">
          <Dialog.Title className="dialog-title">{text.exporting.title}</Dialog.Title>
          <ExportForm onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const formName = (form: Form, { exporting }: Text): string =>
  ({ press: exporting.press, proof: exporting.proof, png: exporting.png })[form]

function ExportForm({ onClose }: Pick<DialogProps, 'onClose'>) {
  const text = useText()
  const desk = useDesk()
  const { all } = useProblems()
  const isPressDesk = desk.store.get().desk === 'press'
  const [draft, setDraft] = useState<ExportDraft>({
    ...NEW_DRAFT,
    form: isPressDesk ? 'press' : 'proof',
    profile: desk.press.state.get().profile,
  })
  const errors = all.filter(({ severity }) => severity === 'error').length
  const { form, pages, ppi, reason } = draft
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        void send(desk, orderOf(draft), text)
      }}
    >
      <fieldset className="choices">
        <legend>{text.exporting.what}</legend>
        {FORMS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="form"
              checked={form === one}
              onChange={() => setDraft({ ...draft, form: one })}
            />
            {formName(one, text)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{text.exporting.pages}</span>
        <input
          value={pages}
          onChange={(event) => setDraft({ ...draft, pages: event.target.value })}
        />
        <small>{text.exporting.pagesHint}</small>
      </label>
      {form === 'png' && (
        <fieldset className="choices is-row">
          <legend>{text.exporting.ppi}</legend>
          {PPIS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="ppi"
                checked={ppi === one}
                onChange={() => setDraft({ ...draft, ppi: one })}
              />
              {one}
            </label>
          ))}
        </fieldset>
      )}
      {form !== 'png' && <FileFields draft={draft} onChange={setDraft} />}
      {form === 'press' && (
        <>
          <MarkChoice draft={draft} onChange={setDraft} />
          <ProfileChoice
            value={draft.profile}
            onChange={(profile) => setDraft({ ...draft, profile })}
          />
          <PressFindings onLeave={onClose} />
          <label className="field">
            <span>{errors > 0 ? text.exporting.mustSayWhy(errors) : text.exporting.maySayWhy}</span>
            <input
              value={reason}
              onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
            />
          </label>
        </>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="submit" className="button filled" disabled={!mayGo(draft, errors)}>
          {text.exporting.start}
        </button>
      </div>
    </form>
  )
}
