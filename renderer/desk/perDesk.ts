import type { Desk } from './context'
import { createStore, type Store } from './store'

/** What a part of the window keeps of each desk, `start` at first, for as long as that is open. */
export function perDesk<T extends object>(start: T): (desk: Desk) => Store<T> {
  const stores = new WeakMap<Desk, Store<T>>()
  return (desk) => {
    const store = stores.get(desk) ?? createStore(start)
    stores.set(desk, store)
    return store
  }
}
