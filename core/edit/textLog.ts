import { Mapping, type StepMap } from 'prosemirror-transform'
import type { StoryId } from '../ids'
import type { TextStep } from './step'

interface Logged {
  readonly map: StepMap
  /** Number of the earlier map that this one takes back: what that one deleted stands again. */
  readonly mirror: number | null
}

interface StoryLog {
  /** Number of the first map kept. */
  base: number
  maps: Logged[]
}

/**
 * Position maps of every text step, story by story. A story's version is the
 * number of its steps so far; map `n` leads from version `n` to `n + 1`.
 */
export class TextLog {
  private readonly stories = new Map<StoryId, StoryLog>()

  /** Takes note of a step just applied and gives the story's version after it. */
  append(step: TextStep, mirror: number | null): number {
    const log = this.logOf(step.story)
    log.maps.push({ map: step.step.getMap(), mirror })
    return log.base + log.maps.length
  }

  /** Forgets the maps before `version`. */
  trim(story: StoryId, version: number): void {
    const log = this.logOf(story)
    const count = Math.min(Math.max(version - log.base, 0), log.maps.length)
    log.maps = log.maps.slice(count)
    log.base += count
  }

  /** Whether all maps from `version` on take one another back, so that no position has moved. */
  isLevel(story: StoryId, version: number): boolean {
    const { base, maps } = this.logOf(story)
    const standing: number[] = []
    for (let i = version - base; i < maps.length; i++) {
      const mirror = maps[i]?.mirror ?? null
      if (mirror !== null && standing.at(-1) === mirror) standing.pop()
      else standing.push(base + i)
    }
    return standing.length === 0
  }

  /** All maps from `version` on. */
  since(story: StoryId, version: number): Mapping {
    const { base, maps } = this.logOf(story)
    const mapping = new Mapping()
    const mirrored = new Set<number>()
    for (const [place, { map, mirror }] of maps.slice(version - base).entries()) {
      // Undo, redo, undo of one step are two pairs: ProseMirror finds only the first of each map.
      if (mirror === null || mirror < version || mirrored.has(mirror)) {
        mapping.appendMap(map)
        continue
      }
      mirrored.add(mirror).add(version + place)
      mapping.appendMap(map, mirror - version)
    }
    return mapping
  }

  private logOf(story: StoryId): StoryLog {
    const known = this.stories.get(story)
    if (known !== undefined) return known
    const fresh: StoryLog = { base: 0, maps: [] }
    this.stories.set(story, fresh)
    return fresh
  }
}

/**
 * Brings the inverses of one story's steps, last first, up to the present while
 * they are applied. As long as nobody else's step lies between, each fits as it is.
 */
export class StoryReplay {
  private levelAt: number
  private mapping: Mapping | null = null

  /** `last` and `first` are the highest and lowest versions that steps will come from. */
  constructor(
    private readonly log: TextLog,
    private readonly story: StoryId,
    last: number,
    private readonly first: number,
  ) {
    this.levelAt = log.isLevel(story, last) ? last : NaN
  }

  /** A step that reads on `version`, as it must read now; null when its place is gone. */
  bring(step: TextStep, version: number): TextStep | null {
    if (this.levelAt === version) return step
    this.mapping ??= this.log.since(this.story, this.first)
    const mapped = step.step.map(this.mapping.slice(version - this.first))
    return mapped === null ? null : { ...step, step: mapped }
  }

  /** The step brought from `version` was applied; gives the story's version after it. */
  landed(step: TextStep, version: number): number {
    const taken = version - 1
    if (this.levelAt === version) this.levelAt = taken
    this.mapping?.appendMap(
      step.step.getMap(),
      taken >= this.first ? taken - this.first : undefined,
    )
    return this.log.append(step, taken)
  }
}
