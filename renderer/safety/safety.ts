/** Where the open edition stands with its disk and its other windows. */
import type { HostClient, HostError, OpenedEdition } from '../../core/contract'
import type { Edition } from '../../core/model/edition'
import type { PictureShelf } from '../session/pictures'
import type { Session } from '../session/types'
import { createStore, type Store } from '../desk/store'

export interface Safety {
  /** Empty until it is first saved. */
  readonly name: string
  readonly path: string | null
  readonly readOnly: boolean
  /** Windows that have it open, this one counted. */
  readonly windows: number
  /** Another program changed its files. */
  readonly changedOnDisk: boolean
  /** Its folder is not there now. */
  readonly gone: boolean
  /** Why the journal cannot be written; null while it can. */
  readonly journal: HostError | null
  /** The edition with this window's last changes, which were given up for what another window did; null once that was taken note of. */
  readonly givenUp: Edition | null
}

/** What is in its files is what is here. */
export const AGREED = { changedOnDisk: false, gone: false } as const

/** What the host tells of it. */
export const standingOf = (opened: OpenedEdition): Omit<Safety, 'givenUp'> => {
  const { name, path, readOnly, windows, changedOnDisk, gone, journal } = opened
  return { name, path, readOnly, windows, changedOnDisk, gone, journal }
}

export const safetyOf = (opened: OpenedEdition): Store<Safety> =>
  createStore<Safety>({ ...standingOf(opened), givenUp: null })

/** Whether closing would leave something that is not in the edition's files. */
export function isUnsaved(session: Session): boolean {
  const { revision, savedRevision, keeping } = session.getSnapshot()
  return revision !== savedRevision || keeping.kind !== 'kept'
}

/** What the safety of an edition is made of and told by. */
export interface Kept {
  readonly host: HostClient
  readonly session: Session
  readonly safety: Store<Safety>
  readonly pictures: PictureShelf
}
