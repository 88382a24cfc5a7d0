/** The keys are the page's: a button pressed with the pointer beside it does not keep them. */
import { useEffect } from 'react'
import { standOnPage } from '../commands/editPlace'
import type { Desk } from './context'

/** Lists have arrows of their own, and what opens something gives the focus away itself. */
const KEEPS = '[role=dialog], [role=alertdialog], [role=menu], [role=option], .stories, .find'
const OPENS = '[aria-haspopup], [aria-expanded]'

export function useKeysToPage(desk: Desk): void {
  useEffect(() => {
    const onClick = ({ detail, target }: MouseEvent): void => {
      // one that was pressed by key has no clicks to count
      if (detail === 0 || !(target instanceof Element)) return
      const button = target.closest('.desk button')
      if (button === null || button.closest(KEEPS) !== null || button.matches(OPENS)) return
      const { activeElement } = document
      if (activeElement === button || activeElement === document.body) standOnPage(desk)
    }
    window.addEventListener('click', onClick)
    return () => window.removeEventListener('click', onClick)
  }, [desk])
}
