/**
 * Where cut, copy, paste and select all do their work: in what had the focus before a menu or
 * the command box took it.
 */
import { useEffect, useState } from 'react'
import { useDesk, type Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import { surfacesOf } from '../story/storyEvents'

type Field = HTMLInputElement | HTMLTextAreaElement

/** `chosen`: something is selected there. */
export type EditPlace =
  | { readonly kind: 'field'; readonly field: Field; readonly chosen: boolean }
  | { readonly kind: 'story'; readonly inView: boolean; readonly chosen: boolean }
  | { readonly kind: 'page'; readonly chosen: boolean }
  | { readonly kind: 'none' }

interface Focus {
  readonly element: HTMLElement | null
  /** Counts the selections in fields, so that who shows what can be done there looks again. */
  readonly turn: number
}

export const focusOf = perDesk<Focus>({ element: null, turn: 0 })

/** What commands are given from. */
const GIVERS = '.menu-bar, .menu, .palette, .command-box'

const isPlace = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.closest(GIVERS) === null

const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'password', 'email', 'number'])

export const isField = (element: EventTarget | null): element is Field =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && TEXT_TYPES.has(element.type))

/** A number field does not tell what is selected in it. */
const hasChosen = ({ selectionStart, selectionEnd }: Field): boolean =>
  selectionStart === null || selectionStart !== selectionEnd

export function placeOf(desk: Desk): EditPlace {
  const { element } = focusOf(desk).get()
  const here = element?.isConnected === true ? element : null
  if (isField(here) && !here.disabled)
    return { kind: 'field', field: here, chosen: hasChosen(here) }
  const { desk: name, selection, frame } = desk.store.get()
  if (name !== 'makeup') return { kind: 'none' }
  if (selection === null) return { kind: 'page', chosen: frame !== null }
  const chosen = selection.anchor !== selection.head
  return { kind: 'story', inView: here?.closest('.story-view') != null, chosen }
}

/** Gives the focus back to the place, and answers what has it then. */
export function standAt(desk: Desk, place: EditPlace): Element | null {
  const { page, view } = surfacesOf(desk)
  if (place.kind === 'field') place.field.focus()
  else if (place.kind === 'story') (place.inView ? (view ?? page) : page)?.focus()
  else document.querySelector<HTMLElement>('.glass')?.focus({ preventScroll: true })
  return document.activeElement
}

/** Gives the focus to the page, to the caret in its text where there is one. */
export function standOnPage(desk: Desk): void {
  const { selection } = desk.store.get()
  if (selection === null) standAt(desk, { kind: 'page', chosen: false })
  else standAt(desk, { kind: 'story', inView: false, chosen: false })
}

/** Where the focus goes back to: text whose caret went meanwhile leaves it to the page. */
function backTo(element: HTMLElement | null): HTMLElement | true {
  if (element?.isConnected !== true) return true
  return element.closest('[inert]') === null
    ? element
    : (element.closest<HTMLElement>('.glass') ?? true)
}

/** For a menu that closes: the focus goes back to where it was. */
export function useFocusBefore(): () => HTMLElement | true {
  const desk = useDesk()
  return () => backTo(focusOf(desk).get().element)
}

/** For a dialog that closes: the focus goes back to where it was when it opened, whatever had it in the dialog. */
export function useFocusAtOpening(open: boolean): () => HTMLElement | true {
  const desk = useDesk()
  const [was, setWas] = useState(false)
  const [held, hold] = useState<HTMLElement | null>(null)
  if (open !== was) {
    setWas(open)
    if (open) hold(focusOf(desk).get().element)
  }
  return () => backTo(held)
}

/** Follows the focus through the window. */
export function useEditFocus(desk: Desk): void {
  useEffect(() => {
    const shelf = focusOf(desk)
    const enter = ({ target }: FocusEvent): void => {
      if (isPlace(target)) shelf.set({ element: target })
    }
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      const isLost = relatedTarget === null && document.hasFocus()
      if (isLost && isPlace(target)) shelf.set({ element: null })
    }
    const select = (): void => {
      if (isField(document.activeElement)) shelf.set({ turn: shelf.get().turn + 1 })
    }
    document.addEventListener('focusin', enter)
    document.addEventListener('focusout', leave)
    document.addEventListener('selectionchange', select)
    return () => {
      document.removeEventListener('focusin', enter)
      document.removeEventListener('focusout', leave)
      document.removeEventListener('selectionchange', select)
    }
  }, [desk])
}
