import { useEffect, useRef, useState } from 'react'

interface NumberFieldProps {
  readonly name: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly disabled?: boolean
  /** Values are whole multiples of it, 1 where it is missing. */
  readonly step?: number
  /** Called with a value within the bounds, other than the one that stands. */
  readonly onChange: (value: number) => void
}

/** As an input method writes it too: full-width digits, with a % or without. */
const numberIn = (typed: string): number => Number(typed.normalize('NFKC').replace(/%\s*$/u, ''))

/** A number: arrows step it (Shift ten steps), Enter and leaving take what was typed, Esc puts back what was. */
export function NumberField(props: NumberFieldProps) {
  const { name, value, least, most, disabled, step = 1, onChange } = props
  const [draft, setDraft] = useState<string | null>(null)
  // panels follow the page a moment later, keys that are held do not wait for it
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  const give = (wanted: number): void => {
    const near = Number((Math.round(wanted / step) * step).toFixed(4))
    const held = Math.min(most, Math.max(least, near))
    if (!Number.isFinite(held) || held === latest.current) return
    latest.current = held
    onChange(held)
  }
  const take = (): void => {
    if (draft !== null && draft.trim() !== '') give(numberIn(draft))
    setDraft(null)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = event.shiftKey ? 10 * step : step
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const from = draft === null ? latest.current : numberIn(draft)
      give(from + (event.key === 'ArrowUp' ? by : -by))
      setDraft(null)
    } else if (event.key === 'Enter') take()
    else if (event.key === 'Escape') setDraft(null)
  }
  return (
    <label className="value field">
      <span>{name}</span>
      <input
        role="spinbutton"
        inputMode={step % 1 === 0 ? 'numeric' : 'decimal'}
        aria-label={name}
        aria-valuenow={value}
        aria-valuemin={least}
        aria-valuemax={most}
        disabled={disabled}
        value={draft ?? String(value)}
        onFocus={(event) => {
          latest.current = value
          event.currentTarget.select()
        }}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
