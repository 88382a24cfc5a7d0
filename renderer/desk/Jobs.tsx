import { useSyncExternalStore } from 'react'
import { useText } from '../i18n'
import { useDesk } from './context'
import { underWayOf } from './underWay'

/** Long work under way: its name, how far it is, and a way to call it off. */
export function Jobs() {
  const text = useText()
  const shelf = underWayOf(useDesk())
  const { all } = useSyncExternalStore(shelf.subscribe, shelf.get)
  return all.map(({ id, name, line, share, onCancel }) => (
    <div key={id} className="job">
      <b title={name}>{name}</b>
      <progress max={1} value={share} aria-label={name} />
      <span className="job-line">{line}</span>
      <button type="button" className="link" onClick={onCancel}>
        {text.cancel}
      </button>
    </div>
  ))
}
