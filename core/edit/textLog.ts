import { Mapping, type StepMap } from 'prosemirror-transform'
import type { StoryId } from '../ids'
import type { TextStep } from './step'

interface Logged {
  readonly map: StepMap
  /** Number of the earlier map that this one takes back: what that one deleted stands again. */
  readonly mirror: number | null
}

interface Numbered extends Logged {
  readonly number: number
}

interface StoryLog {
  /** Number of the first map kept. */
  base: number
  maps: Logged[]
}

/**
 * Position maps of every text step, story by story. A story's version is the
 * number of its steps so far.
 */
export class TextLog {
  private readonly stories = new Map<StoryId, StoryLog>()

  /** Takes note of a step just applied and gives the story's version after it. */
  append(step: TextStep, mirror: number | null): number {
    const log = this.logOf(step.story)
    log.maps.push({ map: step.step.getMap(), mirror })
    return log.base + log.maps.length
  }

  /** A step that reads on `version`, as it must read now; null when its place is gone. */
  bring(step: TextStep, version: number): TextStep | null {
    const mapped = step.step.map(this.since(step.story, version))
    return mapped === null ? null : { ...step, step: mapped }
  }

  /** Forgets the maps before `version`. */
  trim(story: StoryId, version: number): void {
    const log = this.logOf(story)
    const count = Math.min(Math.max(version - log.base, 0), log.maps.length)
    log.maps = log.maps.slice(count)
    log.base += count
  }

  private since(story: StoryId, version: number): Mapping {
    const mapping = new Mapping()
    const placeOf = new Map<number, number>()
    const maps = this.standing(story, version)
    for (const [place, { number, map, mirror }] of maps.entries()) {
      const mirrored = mirror === null ? undefined : placeOf.get(mirror)
      mapping.appendMap(map, mirrored)
      // A map mirrors once: undo, redo, undo of one step are two pairs.
      if (mirror !== null && mirrored !== undefined) placeOf.delete(mirror)
      else placeOf.set(number, place)
    }
    return mapping
  }

  /** The maps from `version` on without those that follow right upon what they take back: together they move nothing. */
  private standing(story: StoryId, version: number): readonly Numbered[] {
    const { base, maps } = this.logOf(story)
    const standing: Numbered[] = []
    for (let i = version - base; i < maps.length; i++) {
      const logged = maps[i]
      if (logged === undefined) continue
      if (logged.mirror !== null && standing.at(-1)?.number === logged.mirror) standing.pop()
      else standing.push({ ...logged, number: base + i })
    }
    return standing
  }

  private logOf(story: StoryId): StoryLog {
    const known = this.stories.get(story)
    if (known !== undefined) return known
    const fresh: StoryLog = { base: 0, maps: [] }
    this.stories.set(story, fresh)
    return fresh
  }
}
