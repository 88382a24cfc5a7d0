interface SelectFieldProps<T extends string> {
  readonly name: string
  readonly value: T
  readonly choices: readonly (readonly [value: T, label: string])[]
  readonly onChange: (value: T) => void
}

/** One of a few: what is chosen stands beside its name. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { name, value, choices, onChange } = props
  return (
    <label className="value field select-field">
      <span>{name}</span>
      <select
        aria-label={name}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([one]) => one === target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {choices.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
