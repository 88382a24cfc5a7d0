/** What an editor of a story hands on, done on the desk: the same wherever the story is written. */
import type { Desk } from '../desk/context'
import { madePerDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { fresh } from '../shape/doing'
import { moveAlongLines } from './lineMoves'
import type { StoryInput, StoryInputEvents } from './surface'

export function storyEvents(desk: Desk, text: Text): StoryInputEvents {
  const { store, actions } = desk
  return {
    change(story, steps, selection, kind) {
      const isTyping = kind === 'typing' || kind === 'deleting'
      return actions.changeText(story, steps, selection, text[kind], isTyping)
    },
    select(story, anchor, head) {
      actions.placeCaret({ story, pos: anchor, after: true })
      if (anchor !== head) actions.placeCaret({ story, pos: head, after: true }, true)
      actions.revealCaret()
    },
    move(move, extend) {
      moveAlongLines(desk, move, extend)
      actions.revealCaret()
    },
    fresh,
    hasPicture: (id) => id in desk.session.getSnapshot().edition.pictures,
    preedit: (preedit) => store.set({ preedit }),
    escape() {
      actions.stepOut()
      document.querySelector<HTMLElement>('.glass')?.focus({ preventScroll: true })
    },
  }
}

/** Where the desk's stories are written: on the page, and in the story view while it is shown. */
export interface Surfaces {
  page: StoryInput | null
  view: StoryInput | null
  /** The story view is to have the focus once it is shown. */
  awaited: boolean
}

export const surfacesOf = madePerDesk((): Surfaces => ({ page: null, view: null, awaited: false }))

/** From the page, or wherever the focus is, to the story view; from there back to the page. */
export function turnSurface(desk: Desk): void {
  const known = surfacesOf(desk)
  if (known.view?.hasFocus() === true) return known.page?.focus()
  if (known.view !== null && !desk.store.get().folded.right) return known.view.focus()
  known.awaited = true
  desk.actions.showBeside('story')
}
