/** The file dialog of a window without native ones, and its message box: the host asks, the user answers. */
import { Dialog } from '@base-ui/react/dialog'
import { CornerLeftUp, File, Folder, Newspaper } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type {
  DialogRequest,
  FolderEntry,
  FolderListing,
  HostClient,
  Question,
} from '../../core/contract'
import { useText } from '../i18n'
import { trouble as troubleIn } from '../i18n/trouble'

type Asked =
  | { readonly kind: 'dialog'; readonly dialog: string; readonly request: DialogRequest }
  | { readonly kind: 'question'; readonly dialog: string; readonly question: Question }

export function HostDialogs({ host }: { readonly host: HostClient }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(
    () =>
      host.subscribe((event) => {
        if (event.kind === 'dialog' || event.kind === 'question') setAsked(event)
        if (event.kind === 'letGo') setAsked(null)
      }),
    [host],
  )
  if (asked === null) return null
  const { dialog } = asked
  if (asked.kind === 'question') {
    const answer = (button: number): void => {
      setAsked(null)
      void host.answerQuestion({ dialog, button })
    }
    return <Ask question={asked.question} onAnswer={answer} />
  }
  const answer = (path: string | null): void => {
    setAsked(null)
    void host.answerDialog({ dialog, path })
  }
  return (
    <Files key={dialog} host={host} dialog={dialog} request={asked.request} onAnswer={answer} />
  )
}

function Ask(props: { readonly question: Question; readonly onAnswer: (button: number) => void }) {
  const { question, onAnswer } = props
  return (
    <Dialog.Root open onOpenChange={() => onAnswer(question.cancel)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog" role="alertdialog">
          <Dialog.Title className="dialog-title">{question.message}</Dialog.Title>
          <p>{question.detail}</p>
          <div className="dialog-buttons">
            {question.buttons.map((words, i) => (
              <button
                key={words}
                type="button"
                className={i === question.preferred ? 'button filled' : 'button'}
                onClick={() => onAnswer(i)}
              >
                {words}
              </button>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const ICONS = { folder: Folder, edition: Newspaper, file: File } as const

interface FilesProps {
  readonly host: HostClient
  readonly dialog: string
  readonly request: DialogRequest
  readonly onAnswer: (path: string | null) => void
}

const stillThere = (element: Element | null): HTMLElement | null =>
  element instanceof HTMLElement && element !== document.body && element.isConnected
    ? element
    : null

const joined = (folder: string, name: string): string => {
  const slash = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(slash) ? folder + name : folder + slash + name
}

function Files({ host, dialog, request, onAnswer }: FilesProps) {
  const text = useText()
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [name, setName] = useState(request.name)
  const [trouble, setTrouble] = useState('')
  // its field has the focus before the dialog would look where that was
  const [before] = useState(() => document.activeElement)
  const saving = request.kind === 'save-edition' || request.kind === 'save-file'
  const go = useCallback(
    (path: string): void => {
      void host.listFolder({ dialog, path }).then((reply) => {
        setTrouble(reply.ok ? '' : troubleIn(text, reply.error))
        if (reply.ok) setListing(reply.value)
      })
    },
    [host, dialog, text],
  )
  useEffect(() => go(request.folder), [go, request.folder])
  const folder = listing?.path ?? request.folder
  const enter = (entry: FolderEntry): void => {
    if (entry.kind === 'folder') go(joined(folder, entry.name))
    else if (saving) setName(entry.name)
    else if (entry.kind === 'edition') onAnswer(joined(folder, entry.name))
  }
  const done = saving ? name.trim() !== '' : request.kind === 'choose-folder'
  const accept = (): void => {
    if (done) onAnswer(saving ? joined(folder, name.trim()) : folder)
  }
  return (
    <Dialog.Root open onOpenChange={() => onAnswer(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog files" finalFocus={() => stillThere(before) ?? true}>
          <Dialog.Title className="dialog-title">{request.title}</Dialog.Title>
          <form
            className="dialog-body"
            onSubmit={(event) => {
              event.preventDefault()
              accept()
            }}
          >
            <p className="quiet">{folder}</p>
            <ul className="file-list" aria-label={folder}>
              {listing?.parent != null && (
                <li>
                  <button type="button" onClick={() => go(listing.parent ?? folder)}>
                    <CornerLeftUp size={16} strokeWidth={1.6} aria-hidden /> {text.folderUp}
                  </button>
                </li>
              )}
              {(listing?.entries ?? []).map((entry) => {
                const Icon = ICONS[entry.kind]
                return (
                  <li key={entry.name}>
                    <button type="button" onClick={() => enter(entry)}>
                      <Icon size={16} strokeWidth={1.6} aria-hidden />
                      <span title={entry.name}>{entry.name}</span>
                    </button>
                  </li>
                )
              })}
            </ul>
            {saving && (
              <label className="field">
                <span>{text.fileName}</span>
                <input
                  autoFocus
                  value={name}
                  onFocus={({ currentTarget: field }) => {
                    // what is typed takes the name's place and leaves its ending
                    const ending = name.lastIndexOf('.')
                    field.setSelectionRange(0, ending > 0 ? ending : name.length)
                  }}
                  onChange={(event) => setName(event.target.value)}
                />
              </label>
            )}
            {trouble !== '' && <p role="alert">{trouble}</p>}
            <div className="dialog-buttons">
              <button type="button" className="button" onClick={() => onAnswer(null)}>
                {text.cancel}
              </button>
              {(saving || request.kind === 'choose-folder') && (
                <button type="submit" className="button filled" disabled={!done}>
                  {saving ? text.save : text.chooseFolder}
                </button>
              )}
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
