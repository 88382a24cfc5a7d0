/** The remedies of the story in hand, composed on the worker while the desk goes on. */
import { useEffect, useState } from 'react'
import type { StoryFit } from '../../core/compose'
import type { Way } from '../../core/copyfit'
import { applySteps, stepFromJson, type EditionStep } from '../../core/edit'
import type { StoryId } from '../../core/ids'
import type { Edition } from '../../core/model/edition'
import { useDesk, useSettled } from '../desk/context'
import { fitKind } from '../desk/pageStories'
import type { SentRemedy } from '../worker/protocol'

/** A remedy ready to be tried on the page. */
export interface OfferedRemedy {
  readonly way: Way
  readonly fit: StoryFit
  readonly steps: readonly EditionStep[]
  /** The edition with it. */
  readonly edition: Edition
}

export interface Remedies {
  /** What they are remedies of; they hold for no other edition. */
  readonly edition: Edition
  readonly story: StoryId
  readonly offered: readonly OfferedRemedy[]
}

/** Typing is followed when it rests so long, in milliseconds. */
const RESTS = 250

function open(edition: Edition, { way, fit, steps: sent }: SentRemedy): readonly OfferedRemedy[] {
  const steps: EditionStep[] = []
  for (const json of sent) {
    const step = stepFromJson(json)
    if (!step.ok) return []
    steps.push(step.value)
  }
  const tried = applySteps(edition, steps)
  return tried.ok ? [{ way, fit, steps, edition: tried.value }] : []
}

/** Null while they are being composed, and when the story fits. */
export function useRemedies(story: StoryId | null, fit: StoryFit | null): Remedies | null {
  const { workshop } = useDesk()
  const { snapshot } = useSettled()
  const { edition } = snapshot
  const [found, setFound] = useState<Remedies | null>(null)
  const misfit = story !== null && fitKind(fit) !== 'fits'
  useEffect(() => {
    if (story === null || !misfit) return
    const calledOff = new AbortController()
    const begin = async (): Promise<void> => {
      const { signal } = calledOff
      const reply = await workshop.run('remedies', edition, { story }, { signal })
      if (reply?.ok !== true || signal.aborted) return
      setFound({ edition, story, offered: reply.value.flatMap((sent) => open(edition, sent)) })
    }
    const timer = window.setTimeout(() => void begin(), RESTS)
    return () => {
      window.clearTimeout(timer)
      calledOff.abort()
    }
  }, [workshop, edition, story, misfit])
  return misfit && found?.story === story && found.edition === edition ? found : null
}
