import { standOnPage } from '../commands/editPlace'
import type { Desk } from '../desk/context'
import { isStyleName, showStyle } from '../styling/styling'
import type { Problem } from './problems'

const OVERSET = 'text.overset'

/** Shows where a problem is: its page, its frame chosen, or its story's, or the caret in its text. */
export function goToProblem(desk: Desk, problem: Problem): void {
  const { actions, problems, store } = desk
  problems.set({ current: problem.key })
  store.set({ desk: 'makeup', tab: 'problems' })
  if (problem.page !== null) actions.showPage(problem.page)
  if (problem.frame !== null) actions.showFrame(problem.frame)
  else if (problem.story !== null) actions.showStory(problem.story)
  chooseCharacter(desk, problem)
  standAtOverset(desk, problem)
  showFontStyle(desk, problem)
  // what has a caret now is written on next
  if (store.get().selection !== null) standOnPage(desk)
}

/** Opens the first style that names a font which is not here. */
function showFontStyle(desk: Desk, { code, parts }: Problem): void {
  const named = String(parts['styles'] ?? '').split(' ')
  const style = named.find(isStyleName)
  if (code === 'font.missing' && style !== undefined) showStyle(desk, style)
}

/** Puts the caret before the first character that found no place. */
function standAtOverset({ actions, composer, session }: Desk, { code, story }: Problem): void {
  if (code !== OVERSET || story === null) return
  const fits = composer.compose(session.getSnapshot().edition).stories
  const first = fits.find((fit) => fit.story === story)?.overset[0]
  if (first !== undefined) actions.selectText(story, first.from, first.from)
}

/** Selects the first of the characters that a problem is about, so that the next key replaces it. */
function chooseCharacter({ actions, session }: Desk, { story, parts }: Problem): void {
  const { character } = parts
  const doc = story === null ? undefined : session.getSnapshot().edition.stories[story]?.doc
  if (story === null || doc === undefined || typeof character !== 'string') return
  const places: number[] = []
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(character) ?? -1
    if (at >= 0) places.push(pos + at)
    return places.length === 0
  })
  const [from] = places
  if (from !== undefined) actions.selectText(story, from, from + character.length)
}

/** F8: the next thing to settle, from the last one gone to; with -1 the one before. */
export function stepProblem(desk: Desk, by: 1 | -1): void {
  const { all, current } = desk.problems.get()
  const at = all.findIndex(({ key }) => key === current)
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length
  const problem = all[next]
  if (problem === undefined) return
  goToProblem(desk, problem)
  // what no frame shows is read, and written on, in the galley
  if (problem.code === OVERSET) desk.store.set({ tab: 'galley' })
}
