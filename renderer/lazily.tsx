/** Parts of the window that come when they are first shown, or before that in idle moments. */
import { lazy, Suspense, useState, type ComponentType } from 'react'

/** The host did not give the script of a part; whoever asks again may get it. */
export class PartNotFetched extends Error {}

const parts: (() => Promise<unknown>)[] = []
const listeners = new Set<() => void>()

/** Calls whenever a part has come; returns how to stop. */
export function onPartFetched(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Fetches a part once; each call tries again what could not be had, and fails with `PartNotFetched`. */
export function fetchedApart<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null
  const fetchPart = (): Promise<T> =>
    (part ??= load().then(
      (made) => {
        for (const listener of [...listeners]) listener()
        return made
      },
      (cause: unknown) => {
        part = null
        throw new PartNotFetched('A part of the window could not be fetched', { cause })
      },
    ))
  parts.push(fetchPart)
  return fetchPart
}

/**
 * A component whose script is fetched apart. Nothing stands in its place until it has
 * come; one that cannot be had throws where it is shown, for the guard around it.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let made: ComponentType<P> | null = null
  const fetchPart = fetchedApart(async () => (made = await load()))
  return function Part(props: P) {
    // what has come is drawn at once: a lazy component takes a turn in which nothing is there
    // and one that failed fails for good, so each showing has its own
    const [Shown] = useState<ComponentType<P>>(
      () => made ?? lazy(async () => ({ default: await fetchPart() })),
    )
    return (
      <Suspense fallback={null}>
        <Shown {...props} />
      </Suspense>
    )
  }
}

/** Fetches the parts one after another in idle moments; what fails is asked for again when it is shown. */
export function fetchWhenIdle(): void {
  const [next, ...others] = parts
  if (next === undefined) return
  parts.splice(0, parts.length, ...others)
  window.requestIdleCallback(() => void next().then(fetchWhenIdle, fetchWhenIdle))
}
