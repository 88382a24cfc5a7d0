import { useState } from 'react'
import type { HeadField } from './headFields'

/** Enter and leaving take what was typed, Esc puts back what was. */
export function NameField(props: {
  readonly name: string
  readonly value: string
  readonly type?: 'text' | 'date'
  /** What of the 报眉 it says. */
  readonly field?: HeadField
  readonly onChange: (value: string) => void
}) {
  const { name, value, type = 'text', field, onChange } = props
  const [draft, setDraft] = useState(value)
  const take = (): void => {
    if (draft.trim() === value) return
    onChange(draft.trim())
    setDraft(value)
  }
  return (
    <label className="value field">
      <span>{name}</span>
      <input
        aria-label={name}
        type={type}
        name={field}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') take()
          else if (event.key === 'Escape') setDraft(value)
        }}
      />
    </label>
  )
}
