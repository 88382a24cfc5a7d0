import { useEffect } from 'react'
import type { Desk } from '../desk/context'
import { useText } from '../i18n'
import { picturesIn } from './files'
import { putPicture } from './placing'

/** A picture pasted while no caret stands in text goes into the chosen picture frame, or into one of its own. */
export function usePastedPicture(desk: Desk): void {
  const text = useText()
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const [file] = picturesIn(event.clipboardData)
      if (file === undefined || event.defaultPrevented) return
      if (desk.store.get().desk !== 'makeup') return
      event.preventDefault()
      void putPicture(desk, text, file, { frame: desk.store.get().frame, point: null })
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [desk, text])
}
