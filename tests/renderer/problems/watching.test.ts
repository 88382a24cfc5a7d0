import { describe, expect, it } from 'vitest'
import { composeEdition, createComposeCache } from '../../../core/compose'
import type { Settled } from '../../../renderer/desk/context'
import { createStore } from '../../../renderer/desk/store'
import { createSession } from '../../../renderer/session/session'
import { watchProblems } from '../../../renderer/problems/watchProblems'
import { brief, editionWith, feature, fonts } from '../../core/makeup/page'
import { fakeHost } from '../fakeHost'

/** Three pages with nothing on them, which is a fault of each. */
const edition = editionWith(
  { lead: feature('三十里水渠修进河湾稻田', 900), s2: brief('渡口夜里加两班船', 500) },
  ['p1', 'p2', 'p3'],
)

type Act = (moment: { timeRemaining(): number }) => void

function watched() {
  const session = createSession({ handle: 'e1', revision: 0, savedRevision: 0 }, edition, {
    ...{ host: fakeHost(edition), author: 'me', now: () => 7, newName: () => 'change' },
  })
  const settled = createStore<Settled>({
    ...{ snapshot: session.getSnapshot(), keptAt: null, selection: null, composing: false },
    display: composeEdition(edition, { fonts, cache: createComposeCache() }),
  })
  const acts: Act[] = []
  const problems = watchProblems(settled, (act) => acts.push(act))
  const idle = (left: number): void => acts.shift()?.({ timeRemaining: () => left })
  return { problems, idle, waiting: () => acts.length }
}

describe('problems', () => {
  it('are looked for a page in each short idle moment, and told when every page was', () => {
    const { problems, idle, waiting } = watched()
    for (let page = 0; page < 3; page++) {
      idle(1)
      expect(problems.get().all).toEqual([])
      expect(waiting()).toBe(1)
    }
    idle(1)
    expect(problems.get().all.length).toBeGreaterThan(0)
    expect(waiting()).toBe(0)
  })

  it('are told at once where an idle moment is long', () => {
    const { problems, idle, waiting } = watched()
    idle(50)
    expect(problems.get().all.length).toBeGreaterThan(0)
    expect(waiting()).toBe(0)
  })
})
