/** The plates of the page in front: asked of the host while the press desk shows it, kept, laid over each other. */
import type { HostApi, HostError, SoftProof } from '../../core/contract'
import type { PageDisplay } from '../../core/display/displayList'
import type { Settled } from '../desk/context'
import { createStore, type DeskState, type Store } from '../desk/store'
import { pageOf } from '../session/composer'
import type { Session } from '../session/types'
import { heatPicture } from './heatPicture'
import { layPlates } from './layPlates'

/** One page's proof, its plates decoded. */
export interface PageProof {
  readonly page: PageDisplay
  readonly soft: SoftProof
  /** In the order of `soft.plates`. */
  readonly plates: readonly ImageBitmap[]
  /** A pixel a cell of the map of total ink. */
  readonly heat: OffscreenCanvas
}

export type Proving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly page: PageDisplay; readonly error: HostError }
  | { readonly kind: 'ready'; readonly proof: PageProof }

/** What the canvas shows in place of the page's tiles. */
export interface PlatePicture {
  readonly proof: PageProof
  readonly choice: string
  readonly canvas: OffscreenCanvas
}

export interface PressState {
  readonly proving: Proving
  /** Plates taken away, by name. */
  readonly off: readonly string[]
  /** The one plate that is shown alone. */
  readonly single: string | null
  /** 总墨量 over the page. */
  readonly heat: boolean
  /** Id of the preflight profile that judges the findings; null for the default. */
  readonly profile: string | null
  /** The finding gone to last, as an index. */
  readonly finding: number | null
  /** Of the choice now, once it is laid. */
  readonly picture: PlatePicture | null
}

export interface Press {
  readonly state: Store<PressState>
  /** The plates as chosen, if they are of this very page. */
  pictureOf(page: PageDisplay): PlatePicture | null
  /** Asks anew after a failure. */
  retry(): void
  /** Has the pages judged by another preflight profile. */
  judgeBy(profile: string): void
}

interface PressTools {
  readonly host: Pick<HostApi, 'softProof'>
  readonly handle: string
  readonly session: Session
  readonly store: Store<DeskState>
  readonly settled: Store<Settled>
}

/** Sharp at 100 % on a common screen; about 55 MB of pixels a broadsheet page. */
const PPI = 100
/** Pages whose plates are kept, and pictures laid of them. */
const MOST_PROOFS = 3
const MOST_PICTURES = 6

/** Names of the plates that print on the screen now. */
export const platesShown = (
  { off, single, heat }: Pick<PressState, 'off' | 'single' | 'heat'>,
  names: readonly string[],
): readonly string[] =>
  heat ? names : names.filter((name) => (single === null ? !off.includes(name) : name === single))

export function createPress({ host, handle, session, store, settled }: PressTools): Press {
  const state = createStore<PressState>({
    ...{ proving: { kind: 'idle' }, off: [], single: null, heat: false, profile: null },
    ...{ finding: null, picture: null },
  })
  let busy = false
  let laying: AbortController | null = null
  const proofs: PageProof[] = []
  const pictures: PlatePicture[] = []

  const wanted = (): PageDisplay | null =>
    store.get().desk === 'press' ? pageOf(settled.get().display, store.get().page) : null

  const prove = async (page: PageDisplay): Promise<Proving> => {
    await session.settled()
    const { profile } = state.get()
    const reply = await host.softProof({ handle, page: page.page, ppi: PPI, profile })
    if (!reply.ok) return { kind: 'failed', page, error: reply.error }
    const soft = reply.value
    const plates = await Promise.all(
      soft.plates.map(({ png }) => createImageBitmap(new Blob([new Uint8Array(png)]))),
    )
    const proof = { page, soft, plates, heat: heatPicture(soft) }
    // another profile was chosen meanwhile: ask anew
    if (state.get().profile !== profile) return { kind: 'idle' }
    proofs.push(proof)
    for (const old of proofs.splice(0, Math.max(0, proofs.length - MOST_PROOFS))) forget(old)
    return { kind: 'ready', proof }
  }

  const forget = (proof: PageProof): void => {
    for (const bitmap of proof.plates) bitmap.close()
    for (const picture of pictures.filter((one) => one.proof === proof))
      pictures.splice(pictures.indexOf(picture), 1)
  }

  const look = async (): Promise<void> => {
    const page = wanted()
    const { proving } = state.get()
    if (page === null || busy) return
    if (proving.kind === 'failed' && proving.page === page) return
    if (proving.kind === 'ready' && proving.proof.page === page) return
    const known = proofs.find((proof) => proof.page === page)
    if (known !== undefined) state.set({ proving: { kind: 'ready', proof: known }, finding: null })
    else {
      busy = true
      state.set({ proving: { kind: 'working' }, finding: null })
      const proved = await prove(page)
      busy = false
      state.set({ proving: proved })
    }
    // the page may have gone on meanwhile
    return look()
  }

  /** Lays the chosen plates, in slices; a newer choice calls off the one before. */
  const lay = async (): Promise<void> => {
    const { proving, picture } = state.get()
    if (proving.kind !== 'ready') return
    const { proof } = proving
    const names = platesShown(
      state.get(),
      proof.soft.plates.map(({ name }) => name),
    )
    const choice = names.join('\n')
    const fits = (one: PlatePicture): boolean => one.proof === proof && one.choice === choice
    if (picture !== null && fits(picture)) return
    laying?.abort()
    const known = pictures.find(fits)
    if (known !== undefined) return state.set({ picture: known })
    laying = new AbortController()
    const canvas = await layPlates(proof, names, laying.signal)
    if (canvas === null) return
    const laid = { proof, choice, canvas }
    pictures.push(laid)
    pictures.splice(0, Math.max(0, pictures.length - MOST_PICTURES))
    state.set({ picture: laid })
  }

  const follow = (): void => void look()
  settled.subscribe(follow)
  store.subscribe(follow)
  let choice: readonly unknown[] = []
  state.subscribe(() => {
    const { proving, off, single, heat } = state.get()
    const now = [proving, off, single, heat]
    if (now.every((value, i) => value === choice[i])) return
    choice = now
    void lay()
  })
  return {
    state,
    pictureOf(page) {
      const { picture } = state.get()
      return picture?.proof.page === page ? picture : null
    },
    judgeBy(profile) {
      if (state.get().profile === profile) return
      laying?.abort()
      for (const proof of proofs.splice(0)) forget(proof)
      state.set({ profile, proving: { kind: 'idle' }, finding: null, picture: null })
      follow()
    },
    retry() {
      state.set({ proving: { kind: 'idle' } })
      follow()
    },
  }
}
