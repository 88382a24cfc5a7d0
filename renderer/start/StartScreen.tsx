import { Download, FileInput, FilePlus, FolderOpen, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type {
  AppInfo,
  HostClient,
  HostError,
  NewEditionSource,
  OpenSource,
  RecentEdition,
} from '../../core/contract'
import type { Template } from '../../core/model/template'
import { Mark } from '../desk/Mark'
import { IconButton } from '../desk/parts'
import { useTemplates } from '../desk/useTemplates'
import { useText } from '../i18n'
import { templateName } from '../i18n/templateName'
import { DropFiles } from '../import/DropFiles'
import { chooseFiles, type Chosen } from '../import/files'
import { hasText } from '../import/hasText'
import { NewEdition } from './NewEdition'
import { offeredTemplate } from './offered'

export interface StartProps {
  readonly host: HostClient
  readonly info: AppInfo
  readonly busy: boolean
  readonly onNew: (source: NewEditionSource, date: string) => void
  /** Begins an edition with these files. */
  readonly onFiles: (chosen: Chosen, template: string) => void
  /** ISO date of today. */
  readonly today: string
  readonly onOpen: (source: OpenSource) => void
  readonly onTrouble: (error: HostError) => void
}

export function StartScreen(props: StartProps) {
  const { host, info, busy, today, onNew, onOpen, onFiles, onTrouble } = props
  const text = useText()
  const templates = useTemplates(host, onTrouble)
  const [recent, setRecent] = useState<readonly RecentEdition[] | null>(null)
  useEffect(() => {
    void host.recentEditions({}).then((reply) => setRecent(reply.ok ? reply.value : []))
  }, [host])
  const [chosen, setChosen] = useState<string | null>(null)
  const create = (template: Template): void => setChosen(template.id)
  const offered = recent === null ? undefined : offeredTemplate(templates, recent)
  // buttons that wait lose the focus; where nothing was opened it is theirs again
  const chosenLast = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!busy && document.activeElement === document.body) chosenLast.current?.focus()
  }, [busy])
  // copy may be let go on the window before its templates are here
  const [brought, setBrought] = useState<Chosen | null>(null)
  const begin = useCallback(
    (files: Chosen): void => {
      if (hasText(files, text)) setBrought(files)
    },
    [text],
  )
  useEffect(() => {
    if (brought === null || offered === undefined) return
    setBrought(null)
    onFiles(brought, offered.id)
  }, [brought, offered, onFiles])
  const forget = async (id: string): Promise<void> => {
    const reply = await host.forgetRecent({ id })
    if (reply.ok) setRecent((recent ?? []).filter((one) => one.id !== id))
    else onTrouble(reply.error)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || busy) return
      const key = event.key.toLowerCase()
      if (key === 'o') onOpen({ kind: 'dialog', title: text.openEdition })
      else if (key === 'n' && offered !== undefined) create(offered)
      else if (key === 'i') void chooseFiles().then(begin)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return (
    <div className="start" aria-busy={busy} onFocus={({ target }) => (chosenLast.current = target)}>
      <aside className="start-side">
        <div className="start-name">
          <Mark size={34} />
          <div>
            <h1>{text.appName}</h1>
            <p>{text.appLine}</p>
          </div>
        </div>
        <button
          type="button"
          className="start-button first"
          disabled={busy || offered === undefined}
          onClick={() => offered !== undefined && create(offered)}
        >
          <FilePlus size={16} strokeWidth={1.6} aria-hidden />
          {text.newEdition}
          <kbd>Ctrl N</kbd>
        </button>
        <button
          type="button"
          className="start-button"
          disabled={busy}
          onClick={() => onOpen({ kind: 'dialog', title: text.openEdition })}
        >
          <FolderOpen size={16} strokeWidth={1.6} aria-hidden />
          {text.openEdition}
          <kbd>Ctrl O</kbd>
        </button>
        <button
          type="button"
          className="start-button"
          disabled={busy || offered === undefined}
          onClick={() => void chooseFiles().then(begin)}
        >
          <FileInput size={16} strokeWidth={1.6} aria-hidden />
          {text.importing.startFrom}
          <kbd>Ctrl I</kbd>
        </button>
        <p className="start-drop">
          <Download size={16} strokeWidth={1.6} aria-hidden />
          {text.importing.dropStart}
        </p>
        <p className="start-foot">
          {text.appName} {info.version}
        </p>
      </aside>
      <main className="start-main">
        <section aria-labelledby="recent">
          <h2 id="recent">{text.recent}</h2>
          {recent?.length === 0 && <p className="panel-hint">{text.recentEmpty}</p>}
          <ul className="cards">
            {(recent ?? []).map((one) => (
              <li key={one.id} className="recent-card">
                <button
                  type="button"
                  className="card"
                  disabled={busy || one.missing}
                  onClick={() => onOpen({ kind: 'recent', id: one.id })}
                >
                  <b>{one.publication || one.name}</b>
                  <span>{one.date}</span>
                  <span className="quiet" title={one.path ?? undefined}>
                    {one.path ?? text.neverSaved}
                  </span>
                  {one.missing && <span className="is-over">{text.missingFolder}</span>}
                  {one.unsaved && <span className="is-under">{text.unsavedChanges}</span>}
                </button>
                {!one.unsaved && (
                  <IconButton
                    icon={X}
                    label={text.forget(one.name || one.publication)}
                    onClick={() => void forget(one.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="templates">
          <h2 id="templates">
            {text.templates} <small>{text.templatesLine}</small>
          </h2>
          <ul className="cards templates">
            {templates.map((template) => (
              <li key={template.id}>
                <button
                  type="button"
                  className="card"
                  disabled={busy}
                  onClick={() => create(template)}
                >
                  <Sheet template={template} />
                  <b>{templateName(text, template)}</b>
                  <span className="quiet">
                    {text.templateGrid(template.grid.columns, template.grid.measure)}
                  </span>
                  <span className="quiet">
                    {text.millimetres(String(template.sheet.width), String(template.sheet.height))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <NewEdition
        {...{ templates, today }}
        recent={recent ?? []}
        template={chosen}
        onClose={() => setChosen(null)}
        onNew={(source, date) => {
          setChosen(null)
          onNew(source, date)
        }}
      />
      <DropFiles {...{ host, onOpen }} onFiles={begin} />
    </div>
  )
}

/** The template's page with its columns, to scale. */
function Sheet({ template: { sheet, grid } }: { readonly template: Template }) {
  const toMm = 25.4 / 72
  const column = grid.measure * grid.bodySize * toMm
  const height = grid.rows * grid.leading * toMm
  return (
    <svg
      className="sheet"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      height={sheet.height / 6}
      aria-hidden
    >
      <rect width={sheet.width} height={sheet.height} fill="#fff" />
      <rect
        x={grid.x * toMm}
        y={grid.y * toMm - 9}
        width={sheet.width - 2 * grid.x * toMm}
        height={3}
        fill="#333"
      />
      {Array.from({ length: grid.columns }, (_, i) => (
        <rect
          key={i}
          x={grid.x * toMm + i * (column + grid.gutter * toMm)}
          y={grid.y * toMm}
          width={column}
          height={height}
          fill="#BFE3F2"
        />
      ))}
    </svg>
  )
}
