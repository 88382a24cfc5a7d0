import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import type { NewEditionSource, RecentEdition } from '../../core/contract'
import type { Template } from '../../core/model/template'
import { nextFolio } from '../../core/model/folio'
import { useText } from '../i18n'
import { templateName } from '../i18n/templateName'

export interface NewEditionProps {
  readonly templates: readonly Template[]
  readonly recent: readonly RecentEdition[]
  /** The template chosen to begin with; null while the dialog is closed. */
  readonly template: string | null
  readonly today: string
  readonly onClose: () => void
  readonly onNew: (source: NewEditionSource, date: string) => void
}

/** A new edition: from a template, or with the pages of an edition before, its stories left out. */
export function NewEdition(props: NewEditionProps) {
  const text = useText()
  return (
    <Dialog.Root open={props.template !== null} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{text.newEdition}</Dialog.Title>
          {props.template !== null && <Form key={props.template} {...props} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const MOST_PAGES = 64

/** What can be counted on from: 05, A05. */
const FOLIO = '\\s*\\S*[0-9]\\s*'

/** As papers write it: 5 is 05. */
const folioOf = (typed: string): string => typed.trim().replace(/^\d$/u, '0$&')

const lastFolio = (first: string, pages: number): string =>
  Array.from({ length: Math.min(pages, MOST_PAGES) - 1 }).reduce(nextFolio, first)

/** Both as ISO dates; the empty one is before all. */
const laterOf = (a: string, b: string): string => (a < b ? b : a)

/** The next day's ISO date; empty for what is no date. */
function dayAfter(date: string): string {
  const day = Date.parse(`${date}T12:00:00Z`)
  return Number.isNaN(day) ? '' : new Date(day + 86_400_000).toISOString().slice(0, 10)
}

function Form({ templates, recent, template, today, onClose, onNew }: NewEditionProps) {
  const text = useText()
  const earlier = recent.filter(({ missing }) => !missing)
  const [from, setFrom] = useState<'template' | 'edition'>('template')
  const [chosen, setChosen] = useState(template ?? '')
  const [edition, setEdition] = useState(earlier[0]?.id ?? '')
  const [publication, setPublication] = useState(earlier[0]?.publication ?? '')
  const [chosenDate, setDate] = useState<string | null>(null)
  const before = from === 'edition' ? earlier.find(({ id }) => id === edition) : undefined
  const date = chosenDate ?? laterOf(today, dayAfter(before?.date ?? ''))
  const [pages, setPages] = useState(1)
  const [folio, setFolio] = useState('01')
  const first = folioOf(folio)
  const create = (): void =>
    onNew(
      from === 'edition'
        ? { kind: 'edition', recent: edition }
        : {
            ...{ kind: 'template', template: chosen, pages, folio: first },
            publication: publication.trim() || text.publicationDefault,
          },
      date,
    )
  return (
    <form
      className="dialog-body"
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
    >
      <fieldset className="choices">
        <legend>{text.newFrom}</legend>
        <label>
          <input
            type="radio"
            name="from"
            checked={from === 'template'}
            onChange={() => setFrom('template')}
          />
          {text.newFromTemplate}
        </label>
        <label>
          <input
            type="radio"
            name="from"
            checked={from === 'edition'}
            disabled={earlier.length === 0}
            onChange={() => setFrom('edition')}
          />
          {text.newFromEdition}
        </label>
      </fieldset>
      {from === 'edition' ? (
        <label className="field">
          <span>{text.newWhichEdition}</span>
          <select value={edition} onChange={(event) => setEdition(event.target.value)}>
            {earlier.map((one) => (
              <option key={one.id} value={one.id}>
                {[...new Set([`${one.publication} ${one.date}`, one.name])].join(' ')}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <>
          <label className="field">
            <span>{text.newTemplate}</span>
            <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {templates.map((one) => (
                <option key={one.id} value={one.id}>
                  {templateName(text, one)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{text.newPublication}</span>
            <input
              value={publication}
              placeholder={text.publicationDefault}
              onChange={(event) => setPublication(event.target.value)}
            />
          </label>
          <div className="field-pair">
            <label className="field">
              <span>{text.newPages}</span>
              <input
                type="number"
                required
                min={1}
                max={MOST_PAGES}
                value={pages}
                onChange={(event) => setPages(Number(event.target.value))}
              />
            </label>
            <label className="field">
              <span>{text.newFolio}</span>
              <input
                required
                maxLength={8}
                pattern={FOLIO}
                title={text.newFolioHint}
                value={folio}
                onChange={(event) => setFolio(event.target.value)}
              />
            </label>
            <p className="quiet">{pages > 1 && text.newFolios(first, lastFolio(first, pages))}</p>
          </div>
        </>
      )}
      <label className="field">
        <span>{text.newDate}</span>
        <input
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button type="submit" className="button filled">
          {text.newCreate}
        </button>
      </div>
    </form>
  )
}
