/** Parts of the window that come when they are first shown, or before that in idle moments. */
import { lazy, Suspense, useState, type ComponentType } from 'react'

const parts: (() => Promise<unknown>)[] = []

/**
 * A component whose script is fetched apart. Nothing stands in its place until it has
 * come; one that cannot be had throws where it is shown, for the guard around it.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let made: ComponentType<P> | null = null
  const fetchPart = async (): Promise<ComponentType<P>> => (made ??= await load())
  parts.push(fetchPart)
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
