/** An opened edition as a desk: session, composer, pictures and state, joined once. */
import type { HostClient, OpenedEdition } from '../../core/contract'
import { pageId } from '../../core/ids'
import { pagesOf, type Edition } from '../../core/model/edition'
import { missingFonts } from '../../core/preflight/missingFonts'
import { missingTemplates } from '../../core/preflight/missingTemplates'
import { ok, type Diagnostic, type Result } from '../../core/result'
import { NO_GHOST } from '../canvas/gestures/ghost'
import { createComposer } from '../session/composer'
import type { WindowFonts } from '../session/fonts'
import { createOutlines } from '../session/outlines'
import { createPictureShelf } from '../session/pictures'
import { createPress } from '../press/press'
import { watchProblems } from '../problems/watchProblems'
import { sendSoon, windowMoments } from '../session/sending'
import { editionOf } from '../session/opened'
import { createSession } from '../session/session'
import { beginWorker } from '../worker/begin'
import { createWorkshop } from '../worker/workshop'
import { safetyOf, standingOf } from '../safety/safety'
import { createActions } from './actions'
import { keepInFront } from './inFront'
import { alarm } from './alarm'
import type { Desk, Settled } from './context'
import { createStore, type DeskState } from './store'

/** Panels follow the page when nothing has happened for so long, so that typing paints first … */
const PANELS_FOLLOW = 120
/** … and at the latest so long after a change. Milliseconds. */
const PANELS_WAIT = 1000

export interface DeskParts {
  readonly fonts: WindowFonts
  /** Ids of the page templates at hand; null where they are not to be had. */
  readonly templates: ReadonlySet<string> | null
  readonly dark: boolean
}

export function openDesk(
  host: HostClient,
  opened: OpenedEdition,
  { fonts, templates, dark }: DeskParts,
  refused: (error: Diagnostic) => void,
): Result<Desk> {
  const read = editionOf(opened)
  if (!read.ok) return read
  const edition = read.value
  const now = (): number => Date.now()
  const author = 'desk'
  const safety = safetyOf(opened)
  const session = createSession(opened, edition, {
    ...{ host, author, now, newName: () => crypto.randomUUID() },
    afterPaint: sendSoon(windowMoments),
    onGivenUp: (givenUp) => safety.set({ givenUp }),
    onRejoined: (again) => safety.set(standingOf(again)),
  })
  const lacking = (one: Edition): readonly Diagnostic[] => [
    ...missingFonts(one, fonts.faces),
    ...(templates === null ? [] : missingTemplates(one, templates)),
  ]
  const composer = createComposer(fonts.set, lacking)
  const [firstLacking] = lacking(edition)
  if (firstLacking !== undefined) refused(firstLacking)
  const display = composer.compose(edition)
  const glyphs = createOutlines(fonts, host)
  // on their way while the window is drawn
  glyphs.ready(display.pages[0]?.items ?? [])
  const store = createStore<DeskState>({
    desk: 'makeup',
    page: pagesOf(edition)[0]?.id ?? pageId(''),
    frame: null,
    also: [],
    inset: null,
    cropping: false,
    hover: null,
    selection: null,
    preedit: null,
    tool: 'select',
    dialog: null,
    tab: 'galley',
    folded: { left: false, right: false },
    grid: true,
    baselines: false,
    edges: true,
    marks: false,
    guides: true,
    preview: false,
    view: { x: 0, y: 0, zoom: 1 },
    fit: 'page',
    canvas: { width: 0, height: 0 },
    dark,
    trial: null,
    moved: null,
  })
  const settled = createStore<Settled>({
    ...{ snapshot: session.getSnapshot(), display, keptAt: null, selection: null },
    composing: false,
  })
  const settle = (): void => {
    const snapshot = session.getSnapshot()
    const kept = snapshot.keeping.kind === 'kept' && snapshot.revision !== opened.revision
    const keptAt = kept ? now() : settled.get().keptAt
    const { selection, preedit } = store.get()
    const composed = composer.compose(snapshot.edition)
    settled.set({ snapshot, display: composed, keptAt, selection, composing: preedit !== null })
  }
  const follow = afterPause(settle)
  session.subscribe(follow)
  store.subscribe(() => {
    const { selection, preedit } = store.get()
    const told = settled.get()
    if (selection !== told.selection || (preedit !== null) !== told.composing) follow()
  })
  const actions = createActions({
    ...{ session, composer, store, author, now },
    refused,
  })
  keepInFront(session, store, actions)
  const { handle } = opened
  return ok({
    ...{ host, opened, session, composer, store, settled, actions },
    problems: watchProblems(settled),
    press: createPress({ host, handle, session, store, settled }),
    ghost: createStore(NO_GHOST),
    safety,
    glyphs,
    pictures: createPictureShelf(host, handle),
    workshop: createWorkshop({ fonts, begin: beginWorker }),
  })
}

/** Runs `work` once a row of calls has paused, and within `PANELS_WAIT` of the first of them. */
function afterPause(work: () => void): () => void {
  let since: number | null = null
  const pause = alarm(() => {
    since = null
    work()
  })
  return () => {
    const time = performance.now()
    since ??= time
    pause.set(Math.max(0, Math.min(PANELS_FOLLOW, since + PANELS_WAIT - time)))
  }
}
