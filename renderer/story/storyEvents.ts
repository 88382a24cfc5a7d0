/** What an editor of a story hands on, done on the desk: the same wherever the story is written. */
import type { Desk } from '../desk/context'
import type { Text } from '../i18n'
import { moveAlongLines } from './lineMoves'
import type { StoryInput, StoryInputEvents } from './storyInput'

export function storyEvents(desk: Desk, text: Text): StoryInputEvents {
  const { store, actions } = desk
  return {
    change(story, steps, selection, kind) {
      return actions.changeText(story, steps, selection, text[kind], kind === 'typing')
    },
    select(story, anchor, head) {
      actions.placeCaret({ story, pos: anchor, after: true })
      if (anchor !== head) actions.placeCaret({ story, pos: head, after: true }, true)
      actions.revealCaret()
    },
    move(key, extend) {
      moveAlongLines(desk, key, extend)
      actions.revealCaret()
    },
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
}

const surfaces = new WeakMap<Desk, Surfaces>()

export function surfacesOf(desk: Desk): Surfaces {
  const known = surfaces.get(desk) ?? { page: null, view: null }
  surfaces.set(desk, known)
  return known
}
