/** What every part of the desk works with, and how it listens. */
import {
  createContext,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { EditionDisplay } from '../../core/compose'
import type { HostClient, OpenedEdition } from '../../core/contract'
import type { Press } from '../press/press'
import type { ProblemsState } from '../problems/watchProblems'
import type { Composer } from '../session/composer'
import type { Outlines } from '../session/outlines'
import type { PictureShelf } from '../session/pictures'
import type { Session, SessionSnapshot } from '../session/types'
import type { DeskState, Store, TextSelectionState } from './store'
import type { DeskActions } from './actions'
import type { Workshop } from '../worker/workshop'
import type { Safety } from '../safety/safety'
import type { Edition } from '../../core/model/edition'
import type { Ghost } from '../canvas/gestures/ghost'

/** The edition as it was last composed, for panels: they follow the page a moment later. */
export interface Settled {
  readonly snapshot: SessionSnapshot
  readonly display: EditionDisplay
  /** When the last change was acknowledged, milliseconds since 1970. */
  readonly keptAt: number | null
  /** The caret as it stood then: what only tells of it need not keep pace with typing. */
  readonly selection: TextSelectionState | null
  readonly composing: boolean
}

export interface Desk {
  readonly host: HostClient
  readonly opened: OpenedEdition
  readonly session: Session
  readonly composer: Composer
  readonly glyphs: Outlines
  readonly pictures: PictureShelf
  readonly store: Store<DeskState>
  /** What the gesture under way draws over the page. */
  readonly ghost: Store<Ghost>
  readonly settled: Store<Settled>
  readonly problems: Store<ProblemsState>
  /** The plates of the page in front, while the press desk shows it. */
  readonly press: Press
  readonly actions: DeskActions
  /** Long work, off the window's thread. */
  readonly workshop: Workshop
  /** Disk and other windows. */
  readonly safety: Store<Safety>
}

/** The edition the canvas shows: what is being tried, else the edition itself. */
export const shownEdition = ({ store, session }: Pick<Desk, 'store' | 'session'>): Edition =>
  store.get().trial ?? session.getSnapshot().edition

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('This part stands on the desk only')
  return desk
}

/** A part of the desk's state; renders again when that part changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { store } = useDesk()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

/**
 * The same for what stands beside the page: followed in slices, so that the page answers
 * first. `select` depends on the state alone.
 */
export function useBeside<T>(select: (state: DeskState) => T): T {
  const { store } = useDesk()
  const [value, setValue] = useState(() => select(store.get()))
  const told = useRef(value)
  useEffect(() => {
    const follow = (): void => {
      const next = select(store.get())
      if (Object.is(next, told.current)) return
      told.current = next
      startTransition(() => setValue(() => next))
    }
    follow()
    return store.subscribe(follow)
  }, [store])
  return value
}

/** The edition as it stands, without waiting until the keys pause. */
export function useEdition(): Edition {
  const { session } = useDesk()
  return useSyncExternalStore(session.subscribe, () => session.getSnapshot().edition)
}

/** Renders in slices, so that the page and the next key come first. */
export function useSettled(): Settled {
  const { settled } = useDesk()
  const [value, setValue] = useState(settled.get)
  useEffect(() => {
    const follow = (): void => startTransition(() => setValue(settled.get()))
    follow()
    return settled.subscribe(follow)
  }, [settled])
  return value
}
