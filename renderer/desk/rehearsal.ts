/**
 * A few keys typed into a copy of the edition that nobody sees. An engine compiles what it
 * runs often, and the first keys after opening took three times what later ones do; so they
 * are these, in idle moments.
 */
import { transact } from '../../core/edit'
import { storiesOf, threadOf, type Edition, type Story } from '../../core/model/edition'
import { damageOf } from '../canvas/damage'
import { pageOf } from '../session/composer'
import { createSession } from '../session/session'
import type { SessionHost } from '../session/types'
import { createActions } from './actions'
import type { Desk } from './context'
import { createStore } from './store'

/** Letters of the kinds that are set each in its own way. */
const TYPED = [...'字a1，b 报']
const KEYS = 3 * TYPED.length

const never = (): Promise<never> => new Promise(() => undefined)
/** What is typed here goes nowhere. */
const NO_HOST: SessionHost = { append: never, resync: never, rejoin: never }

/** Types a key whenever it is called; false when that is done, or somebody writes already. */
export function rehearsal({ opened, session, composer, store }: Desk): () => boolean {
  const { edition } = session.getSnapshot()
  const { page } = store.get()
  const story = storiesOf(edition).find(({ id }) =>
    threadOf(edition, id).some((frame) => frame.page === page),
  )
  const at = story && firstEnd(story)
  if (!story || !at) return () => false
  const [author, now] = ['rehearsal', (): number => 0]
  const copy = createSession(opened, edition, {
    ...{ host: NO_HOST, author, now, newName: () => author },
    afterPaint: () => undefined,
  })
  const actions = createActions({
    ...{ session: copy, composer, author, now, refused: () => undefined },
    store: createStore(store.get()),
  })
  const shownOf = (one: Edition) => pageOf(composer.compose(one), page)
  let typed = 0
  return () => {
    if (typed === KEYS || session.getSnapshot().edition !== edition) return false
    const letter = TYPED[typed % TYPED.length] ?? ''
    const before = copy.getSnapshot().edition
    const place = at + typed++
    const { steps } = transact(before)
      .text(story.id, (tr) => tr.insert(place, tr.doc.type.schema.text(letter)))
      .done({ author, label: '', time: 0 })
    const textSteps = steps.flatMap((step) => (step.kind === 'text' ? [step.step] : []))
    const selection = { anchor: place + 1, head: place + 1 }
    actions.changeText(story.id, textSteps, selection, '', true)
    // the composer keeps two editions: the desk's own is asked for last, so that it stays
    const [trial, shown] = [shownOf(copy.getSnapshot().edition), shownOf(edition)]
    if (trial !== null && shown !== null) damageOf(shown, trial)
    return true
  }
}

/** The end of a story's first paragraph with text; null when there is none. */
function firstEnd({ doc }: Story): number | null {
  let end: number | null = null
  doc.forEach((node, pos) => {
    if (node.type.name === 'paragraph' && node.content.size > 0) end ??= pos + 1 + node.content.size
  })
  return end
}
