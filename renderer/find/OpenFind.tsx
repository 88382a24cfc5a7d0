import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Query } from '../../core/find'
import { standOnPage } from '../commands/editPlace'
import { useDesk, useSettled } from '../desk/context'
import { IconButton } from '../desk/parts'
import { useText } from '../i18n'
import { closeFind, findOf, replace, seek, step, type Scope } from './finding'
import { MatchList } from './MatchList'

const SCOPES: readonly Scope[] = ['story', 'page', 'edition']
const OPTIONS: readonly Exclude<keyof Query, 'text'>[] = ['matchCase', 'whole', 'anyWidth', 'regex']
/** Typing rests so long before it is looked for, in milliseconds. */
const RESTS = 150

/** 查找与替换, over the canvas; the window stays usable beside it. */
export function OpenFind() {
  const text = useText()
  const desk = useDesk()
  const find = findOf(desk)
  const { asked, query, scope, replacing, matches, current, error, of } = useSyncExternalStore(
    find.subscribe,
    find.get,
  )
  const { edition } = useSettled().snapshot
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    let callOff = (): void => undefined
    const timer = window.setTimeout(() => (callOff = seek(desk, text)), RESTS)
    return () => {
      window.clearTimeout(timer)
      callOff()
    }
  }, [desk, text, query, scope, edition])
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  const close = (): void => {
    // first, for a field that goes with the panel leaves the focus nowhere
    standOnPage(desk)
    closeFind(desk)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'F3' || (event.key === 'Enter' && event.target === field.current))
      step(desk, event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { finding } = text
  return (
    <section className="find" role="search" aria-label={finding.title} onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          autoFocus
          aria-label={finding.what}
          placeholder={finding.what}
          value={query.text}
          onChange={(event) => find.set({ query: { ...query, text: event.target.value } })}
        />
        <span className="find-count" role="status">
          {query.text !== '' && error === null && finding.count(current + 1, matches.length)}
        </span>
        <IconButton
          icon={ChevronUp}
          label={finding.previous}
          keys="Shift F3"
          onClick={() => step(desk, -1)}
        />
        <IconButton
          icon={ChevronDown}
          label={finding.next}
          keys="F3"
          onClick={() => step(desk, 1)}
        />
        <IconButton icon={X} label={finding.close} keys="Esc" onClick={close} />
      </div>
      {replacing && <ReplaceRow ready={of === edition && matches.length > 0} />}
      <div className="find-row find-options">
        <div className="segments" role="group" aria-label={finding.where}>
          {SCOPES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={scope === one}
              onClick={() => find.set({ scope: one })}
            >
              {finding[one]}
            </button>
          ))}
        </div>
        {OPTIONS.map((option) => (
          <label key={option}>
            <input
              type="checkbox"
              checked={query[option]}
              onChange={({ target }) => find.set({ query: { ...query, [option]: target.checked } })}
            />
            {finding[option]}
          </label>
        ))}
      </div>
      {error !== null && (
        <p className="find-error" role="alert">
          {error}
        </p>
      )}
      <MatchList />
    </section>
  )
}

function ReplaceRow({ ready }: { readonly ready: boolean }) {
  const text = useText()
  const desk = useDesk()
  const find = findOf(desk)
  const { replacement } = useSyncExternalStore(find.subscribe, find.get)
  const { finding } = text
  return (
    <div className="find-row">
      <input
        aria-label={finding.by}
        placeholder={finding.by}
        value={replacement}
        onChange={(event) => find.set({ replacement: event.target.value })}
      />
      {(['current', 'all'] as const).map((which) => (
        <button
          key={which}
          type="button"
          className="button"
          disabled={!ready}
          onClick={() => replace(desk, text, which)}
        >
          {which === 'all' ? finding.replaceAll : finding.replace}
        </button>
      ))}
    </div>
  )
}
