import { Tooltip } from '@base-ui/react/tooltip'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { toast } from 'sonner'
import type {
  AppInfo,
  HostClient,
  HostError,
  NewEditionSource,
  OpenedEdition,
  OpenSource,
  Reply,
} from '../core/contract'
import { err, ok, type Result } from '../core/result'
import type { Desk } from './desk/context'
import { HostDialogs } from './desk/FileDialog'
import { Messages } from './desk/Messages'
import { ShellContext } from './desk/shell'
import { TextContext, textFor, type Text } from './i18n'
import { trouble } from './i18n/trouble'
import { isUnsaved } from './safety/safety'
import { openToLook } from './safety/opening'
import type { RoomExits } from './safety/useSafety'
import type { Chosen } from './import/files'
import { lazily } from './lazily'
import { loadFonts, type WindowFonts } from './session/fonts'
import { StartScreen } from './start/StartScreen'
import { today } from './start/today'

/** The fonts once a window, `begun` before it is drawn; asked for again when they failed. */
function useFonts(
  host: HostClient,
  begun: Promise<Result<WindowFonts, HostError>>,
): () => Promise<Result<WindowFonts, HostError>> {
  const asked = useRef<Promise<Result<WindowFonts, HostError>>>(begun)
  return useCallback(async () => {
    const fonts = await asked.current
    if (fonts.ok) return fonts
    return (asked.current = loadFonts(host))
  }, [host])
}

const deskRoom = () => import('./desk/deskRoom')
const DeskWindow = lazily(async () => (await deskRoom()).DeskWindow)

/** The desk's script comes from the host, as all else does. */
const roomOrTrouble = (): Promise<Result<Awaited<ReturnType<typeof deskRoom>>>> =>
  deskRoom().then(ok, () =>
    err({ severity: 'error', code: 'host.gone', message: 'The desk does not answer.' }),
  )

/** What the journal could not bring back stays until it is put away. */
const LINGERING = { duration: Infinity, closeButton: true }

/** Leaves the edition, after a word where work is at risk; false when it stays. */
async function giveUp(desk: Desk, text: Text): Promise<boolean> {
  const { leave } = await deskRoom()
  if (!(await leave(desk, text))) return false
  desk.workshop.stop()
  return true
}

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

/** A browser closes its window by itself; it asks first while something is not saved. */
function useUnloadGuard(desk: Desk | null, { shell }: AppInfo): void {
  useEffect(() => {
    if (desk === null || shell !== 'browser') return
    const guard = (event: BeforeUnloadEvent): void => {
      if (isUnsaved(desk.session)) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [desk, shell])
}

interface AppProps {
  readonly host: HostClient
  readonly info: AppInfo
  readonly fontsBegun: Promise<Result<WindowFonts, HostError>>
}

export function App({ host, info, fontsBegun }: AppProps) {
  const text = useMemo(() => textFor(info.locale), [info.locale])
  const [desk, setDesk] = useState<Desk | null>(null)
  const [busy, setBusy] = useState(false)
  const fonts = useFonts(host, fontsBegun)
  const tell = useCallback(
    (error: HostError) => {
      // the page stands in other letters until somebody has read why
      const how = error.code === 'font.missing' ? LINGERING : {}
      toast.error(trouble(text, error), how)
    },
    [text],
  )

  useEffect(() => {
    const scheme = systemDark()
    const follow = (): void => desk?.store.set({ dark: scheme.matches })
    scheme.addEventListener('change', follow)
    return () => scheme.removeEventListener('change', follow)
  }, [desk])

  useUnloadGuard(desk, info)
  // the start screen is drawn; who chooses an edition is not to wait for the desk's script
  useEffect(() => void roomOrTrouble(), [])

  /** What a desk needs beside its edition. */
  const askNeeds = useCallback(
    () => Promise.all([fonts(), roomOrTrouble(), host.listTemplates({})] as const),
    [fonts, host],
  )
  const show = useCallback(
    async (opened: OpenedEdition, needs = askNeeds()): Promise<Desk | null> => {
      const [set, desks, known] = await needs
      const templates = known.ok ? new Set(known.value.map(({ id }) => id)) : null
      const dark = systemDark().matches
      const made = !set.ok
        ? set
        : desks.ok
          ? desks.value.openDesk(host, opened, { fonts: set.value, templates, dark }, tell)
          : desks
      if (!made.ok) {
        tell(made.error)
        await host.close({ handle: opened.handle, discard: false })
        return null
      }
      setDesk(made.value)
      return made.value
    },
    [askNeeds, host, tell],
  )
  /** The edition on the desk is left once there is another; when it is not to be left, that is closed again. */
  const begin = useCallback(
    async (
      opening: Reply<OpenedEdition | null>,
      before: Desk | null = null,
    ): Promise<Desk | null> => {
      setBusy(true)
      const needs = askNeeds()
      const reply = await opening
      const opened = await openToLook(host, text, reply)
      if (!opened.ok) tell(opened.error)
      const wanted = opened.ok ? opened.value : null
      const mayGo = wanted !== null && (before === null || (await giveUp(before, text)))
      if (wanted !== null && !mayGo) await host.close({ handle: wanted.handle, discard: false })
      const made = mayGo ? await show(wanted, needs) : null
      if (mayGo && made === null) setDesk(null)
      setBusy(false)
      if (made !== null && made.opened.recovered > 0) {
        toast(text.recovered(made.opened.recovered), { duration: 8000 })
      }
      for (const told of made?.opened.diagnostics ?? [])
        if (told.code.startsWith('journal.')) toast.warning(trouble(text, told), LINGERING)
      return made
    },
    [askNeeds, host, show, text, tell],
  )
  const onNew = useCallback(
    async (source: NewEditionSource, date: string): Promise<void> => {
      // a new edition is made only once there is room for it
      if (desk !== null && !(await giveUp(desk, text))) return
      setDesk(null)
      await begin(host.newEdition({ source, date }))
    },
    [begin, desk, host, text],
  )
  const onFiles = async (chosen: Chosen, template: string): Promise<void> => {
    const publication = text.publicationDefault
    const source = { kind: 'template', template, pages: 1, folio: '01', publication } as const
    const made = await begin(host.newEdition({ source, date: today() }))
    if (made !== null) await (await deskRoom()).importInto(made, text, chosen)
  }
  const onOpen = useCallback(
    (source: OpenSource): void => void begin(host.openEdition({ source, readOnly: false }), desk),
    [begin, desk, host],
  )
  const room = useMemo<RoomExits>(
    () => ({
      onClose() {
        desk?.workshop.stop()
        setDesk(null)
      },
      onNew: (source, date) => void onNew(source, date),
      onOpen,
      onReopen(opened) {
        const page = desk?.store.get().page
        desk?.workshop.stop()
        void show(opened).then((made) => {
          const isThere = page !== undefined && made?.session.getSnapshot().edition.pages[page]
          if (isThere) made?.actions.showPage(page)
        })
      },
    }),
    [desk, onNew, onOpen, show],
  )
  useEffect(
    () =>
      host.subscribe((event) => {
        if (event.kind === 'openRequested') onOpen({ kind: 'recent', id: event.recent })
      }),
    [host, onOpen],
  )

  return (
    <TextContext value={text}>
      <Tooltip.Provider delay={500}>
        {desk === null ? (
          <StartScreen
            {...{ host, info, busy, onOpen }}
            onNew={(source, date) => void onNew(source, date)}
            today={today()}
            onFiles={(chosen, template) => void onFiles(chosen, template)}
            onTrouble={tell}
          />
        ) : (
          <ShellContext value={info}>
            <DeskWindow
              key={`${desk.opened.handle} ${desk.opened.revision}`}
              desk={desk}
              room={room}
            />
          </ShellContext>
        )}
      </Tooltip.Provider>
      <HostDialogs host={host} />
      <Messages />
    </TextContext>
  )
}
