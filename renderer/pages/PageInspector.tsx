import { useState } from 'react'
import type { Page } from '../../core/model/page'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { namePage } from './pageActions'

/** The page in front: its name and 版次 to be changed, its measures to be read. */
export function PageInspector({ page }: { readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { grid } = page
  return (
    <div className="inspector">
      <h3>{text.pageInspector(page.folio)}</h3>
      <div className="values page-names">
        <NameField
          key={`folio ${page.id} ${page.folio}`}
          name={text.paging.folio}
          value={page.folio}
          onChange={(folio) => namePage(desk, text, page.id, { folio })}
        />
        <NameField
          key={`section ${page.id} ${page.section}`}
          name={text.paging.section}
          value={page.section}
          onChange={(section) => namePage(desk, text, page.id, { section })}
        />
      </div>
      <p>{text.typeArea(grid.columns, grid.measure, grid.rows)}</p>
      <p className="quiet">
        {text.millimetres(page.sheet.width.toFixed(0), page.sheet.height.toFixed(0))}
      </p>
      <p className="quiet">{text.pickHint}</p>
    </div>
  )
}

/** Enter and leaving take what was typed, Esc puts back what was. */
function NameField(props: {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { name, value, onChange } = props
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
