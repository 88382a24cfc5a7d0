import { useEffect } from 'react'
import { toast } from 'sonner'
import type { Desk } from '../desk/context'
import { useText } from '../i18n'
import { picturesIn } from './files'
import { putPictures } from './placing'

/** A picture pasted while no caret stands in text goes into the chosen picture frame, or into one of its own. */
export function usePastedPicture(desk: Desk): void {
  const text = useText()
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData
      const files = picturesIn(data)
      if (event.defaultPrevented || desk.store.get().desk !== 'makeup') return
      const [other] = data?.types.includes('text/plain') === true ? [] : (data?.files ?? [])
      if (files.length === 0)
        return void (other && toast.error(text.picturing.unreadable(other.name)))
      event.preventDefault()
      void putPictures(desk, text, files, { frame: desk.store.get().frame, point: null })
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [desk, text])
}
