/// <reference lib="dom" />
/** What a desk does, without a window: its session, its state and its actions on an edition. */
import type { PageId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { createActions } from '../../renderer/desk/actions'
import type { Desk } from '../../renderer/desk/context'
import { createStore, type DeskState } from '../../renderer/desk/store'
import { createComposer } from '../../renderer/session/composer'
import { createSession } from '../../renderer/session/session'
import { fakeFonts } from '../build/fakeFont'
import { fakeHost } from './fakeHost'

export function fakeDesk(start: Edition, page: PageId, state: Partial<DeskState> = {}) {
  const session = createSession({ handle: 'e1', revision: 0, savedRevision: 0 }, start, {
    ...{ host: fakeHost(start), author: 'me', now: () => 7, newName: () => 'change' },
  })
  const composer = createComposer(fakeFonts())
  const store = createStore<DeskState>({
    ...{ desk: 'makeup', page, frame: null, also: [], inset: null },
    ...{ cropping: false, hover: null, selection: null, preedit: null, tool: 'select' },
    ...{ dialog: null, tab: 'galley', grid: true, baselines: false, edges: true, preview: false },
    ...{ marks: false, guides: true, folded: { left: false, right: false } },
    ...{ view: { x: 0, y: 0, zoom: 1 }, fit: 'page', canvas: { width: 800, height: 600 } },
    ...{ dark: false, trial: null, moved: null },
    ...state,
  })
  const actions = createActions({
    ...{ session, composer, store, author: 'me', now: () => 7, newName: () => 'change' },
    refused: ({ message }) => {
      throw new Error(message)
    },
  })
  const desk = { session, composer, store, actions } as unknown as Desk
  return { desk, session, composer, store, actions }
}
