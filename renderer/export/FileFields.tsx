import { useText } from '../i18n'
import { isName, type ExportDraft } from './draft'

interface Props {
  readonly draft: ExportDraft
  readonly onChange: (draft: ExportDraft) => void
}

/** One file or one a page, what they are called, and checksums beside them. */
export function FileFields({ draft, onChange }: Props) {
  const text = useText()
  const { each, names, checksums } = draft
  return (
    <>
      <fieldset className="choices">
        <label>
          <input
            type="checkbox"
            checked={each}
            onChange={(event) => onChange({ ...draft, each: event.target.checked })}
          />
          {text.exporting.each}
        </label>
        <label>
          <input
            type="checkbox"
            checked={checksums}
            onChange={(event) => onChange({ ...draft, checksums: event.target.checked })}
          />
          {text.exporting.checksums}
        </label>
      </fieldset>
      {each && (
        <label className="field">
          <span>{text.exporting.names}</span>
          <input
            value={names}
            aria-invalid={!isName(names)}
            onChange={(event) => onChange({ ...draft, names: event.target.value })}
          />
          <small className={isName(names) ? '' : 'is-over'}>{text.exporting.namesHint}</small>
        </label>
      )}
    </>
  )
}
