import { Tooltip } from '@base-ui/react/tooltip'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast, Toaster } from 'sonner'
import type {
  AppInfo,
  HostClient,
  NewEditionSource,
  OpenedEdition,
  OpenSource,
  Reply,
} from '../core/contract'
import type { FontSet } from '../core/text/types'
import type { Desk } from './desk/context'
import { DeskWindow } from './desk/DeskWindow'
import { HostDialogs } from './desk/FileDialog'
import { openDesk } from './desk/openDesk'
import { TextContext, textFor } from './i18n'
import { loadFonts } from './session/fonts'
import { StartScreen } from './start/StartScreen'

/** The fonts are fetched while the start screen shows, once a window. */
function useFonts(host: HostClient): () => Promise<FontSet | string> {
  const asked = useRef<Promise<FontSet | string> | null>(null)
  const load = useCallback(() => {
    asked.current ??= loadFonts(host).then((fonts) => {
      if (fonts.ok) return fonts.value
      asked.current = null
      return fonts.error.message
    })
    return asked.current
  }, [host])
  useEffect(() => void load(), [load])
  return load
}

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

export function App({ host, info }: { readonly host: HostClient; readonly info: AppInfo }) {
  const text = textFor(info.locale)
  const [desk, setDesk] = useState<Desk | null>(null)
  const [busy, setBusy] = useState(false)
  const fonts = useFonts(host)
  const trouble = useCallback((message: string) => void toast.error(message), [])

  useEffect(() => {
    const scheme = systemDark()
    const follow = (): void => desk?.store.set({ dark: scheme.matches })
    scheme.addEventListener('change', follow)
    return () => scheme.removeEventListener('change', follow)
  }, [desk])

  const begin = async (opening: Reply<OpenedEdition | null>): Promise<void> => {
    setBusy(true)
    const opened = await opening
    if (!opened.ok || opened.value === null) {
      setBusy(false)
      if (!opened.ok) trouble(opened.error.message)
      return
    }
    const set = await fonts()
    setBusy(false)
    if (typeof set === 'string') return trouble(set)
    const made = openDesk(host, opened.value, set, systemDark().matches)
    if (!made.ok) return trouble(made.error.message)
    setDesk(made.value)
    if (opened.value.recovered > 0)
      toast(text.recovered(opened.value.recovered), { duration: 8000 })
  }
  const onNew = (source: NewEditionSource): void => {
    const now = new Date()
    const two = (value: number): string => String(value).padStart(2, '0')
    const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    void begin(host.newEdition({ source, date }))
  }
  const onOpen = (source: OpenSource): void =>
    void begin(host.openEdition({ source, readOnly: false }))
  const onClose = useCallback(() => {
    desk?.workshop.stop()
    setDesk(null)
  }, [desk])

  return (
    <TextContext value={text}>
      <Tooltip.Provider delay={500}>
        {desk === null ? (
          <StartScreen {...{ host, info, busy, onNew, onOpen }} onTrouble={trouble} />
        ) : (
          <DeskWindow desk={desk} onClose={onClose} />
        )}
      </Tooltip.Provider>
      <HostDialogs host={host} />
      <Toaster position="bottom-right" theme="system" offset={40} />
    </TextContext>
  )
}
