import { Search } from 'lucide-react'
import { useState } from 'react'
import { useSpelling } from '../commands/useSpelling'
import { useCommands } from '../commands/useCommands'
import type { DialogProps } from '../desk/dialogProps'
import { useText } from '../i18n'
import { HelpDialog } from './HelpDialog'
import { keyGroups } from './keyRows'

/** 快捷键: every command that has a key, found by its name or its key. */
export function KeyMap(props: DialogProps) {
  const text = useText()
  return (
    <HelpDialog {...props} title={text.helping.keyMap}>
      <Keys />
    </HelpDialog>
  )
}

function Keys() {
  const text = useText()
  const { helping } = text
  const commands = useCommands()
  const spells = useSpelling()
  const [sought, setSought] = useState('')
  const groups = keyGroups(commands, text, sought, spells)
  return (
    <>
      <label className="help-search">
        <Search size={16} strokeWidth={1.6} aria-hidden />
        <input
          autoFocus
          type="search"
          aria-label={helping.seek}
          placeholder={helping.seek}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </label>
      <div className="help-body" tabIndex={0} role="region" aria-label={helping.keyMap}>
        {groups.map(({ name, rows }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <dl className="key-map">
              {rows.map(({ id, label, keys }) => (
                <div key={id}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className="panel-hint">{helping.nothingFound}</p>}
      </div>
    </>
  )
}
