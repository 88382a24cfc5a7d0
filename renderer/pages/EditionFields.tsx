import { useDesk, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { NameField } from './NameField'
import { nameEdition } from './pageActions'

/** What the 报眉 says of the whole edition: 报名, date of issue and 期号. */
export function EditionFields() {
  const text = useText()
  const { paging } = text
  const desk = useDesk()
  const { publication, date, issue } = useSettled().snapshot.edition.meta
  const number = issue === null ? '' : String(issue)
  return (
    <section className="edition-fields" aria-label={paging.edition}>
      <h3>{paging.edition}</h3>
      <div className="values">
        <NameField
          key={`publication ${publication}`}
          name={paging.publication}
          field="publication"
          value={publication}
          onChange={(typed) => nameEdition(desk, text, { publication: typed })}
        />
        <NameField
          key={`date ${date}`}
          name={paging.date}
          field="date"
          type="date"
          value={date}
          onChange={(typed) => nameEdition(desk, text, { date: typed })}
        />
        <NameField
          key={`issue ${number}`}
          name={paging.issue}
          value={number}
          onChange={(typed) => nameEdition(desk, text, { issue: typed })}
        />
      </div>
    </section>
  )
}
