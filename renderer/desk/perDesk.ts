import type { Desk } from './context'
import { createStore, type Store } from './store'

/** What is made of each desk when it is first asked for, and kept for as long as that is open. */
export function madePerDesk<T extends object>(make: (desk: Desk) => T): (desk: Desk) => T {
  const made = new WeakMap<Desk, T>()
  return (desk) => {
    const one = made.get(desk) ?? make(desk)
    made.set(desk, one)
    return one
  }
}

/** What a part of the window keeps of each desk, `start` at first. */
export const perDesk = <T extends object>(start: T): ((desk: Desk) => Store<T>) =>
  madePerDesk(() => createStore(start))
