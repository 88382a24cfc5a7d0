import { useEffect } from 'react'
import { toast } from 'sonner'
import { isField } from '../commands/editPlace'
import type { Desk } from '../desk/context'
import { useText } from '../i18n'
import { chosenCopied, cutChosen, framesIn, pasteCopied, pastingOf } from './frameClipboard'

/** Chosen frames are copied, cut and pasted while no caret stands in text or a field. */
export function useFrameClipboard(desk: Desk): void {
  const text = useText()
  useEffect(() => {
    const isOurs = ({ target, defaultPrevented }: Event): boolean => {
      const { desk: name, selection } = desk.store.get()
      return name === 'makeup' && selection === null && !defaultPrevented && !isField(target)
    }
    const take = (event: ClipboardEvent): void => {
      const isWords = document.getSelection()?.isCollapsed === false
      const copied = isOurs(event) && !isWords ? chosenCopied(desk) : null
      if (copied === null || (event.type === 'cut' && !cutChosen(desk, text))) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', copied.plain)
      event.clipboardData?.setData('text/html', copied.html)
    }
    const paste = (event: ClipboardEvent): void => {
      const { inPlace } = pastingOf(desk).get()
      pastingOf(desk).set({ inPlace: false })
      const copied = isOurs(event)
        ? framesIn(event.clipboardData?.getData('text/html') ?? '')
        : null
      if (copied === null) return
      event.preventDefault()
      if (copied === 'damaged') toast.error(text.shaping.pasteDamaged)
      else void pasteCopied(desk, text, copied, inPlace)
    }
    const listening = new AbortController()
    const { signal } = listening
    for (const kind of ['copy', 'cut'] as const) window.addEventListener(kind, take, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [desk, text])
}
