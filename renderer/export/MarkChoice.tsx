import { MARK_KINDS } from '../../core/display/marks'
import { useText } from '../i18n'
import type { ExportDraft } from './draft'

interface Props {
  readonly draft: ExportDraft
  readonly onChange: (draft: ExportDraft) => void
}

/** 印刷标记: what stands outside the trim, each by itself. */
export function MarkChoice({ draft, onChange }: Props) {
  const text = useText()
  return (
    <fieldset className="choices is-row">
      <legend>{text.exporting.marks}</legend>
      {MARK_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={draft.marks.includes(kind)}
            onChange={({ target }) =>
              onChange({
                ...draft,
                marks: MARK_KINDS.filter((one) =>
                  one === kind ? target.checked : draft.marks.includes(one),
                ),
              })
            }
          />
          {text.exporting.markNames[kind]}
        </label>
      ))}
    </fieldset>
  )
}
