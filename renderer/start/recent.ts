/** The editions a user had open, as the desk's menu lists them. */
import { useEffect, useSyncExternalStore } from 'react'
import type { RecentEdition } from '../../core/contract'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'

/** As many as a menu shows. */
const MOST = 10

interface Recent {
  readonly editions: readonly RecentEdition[]
}

export const recentOf = perDesk<Recent>({ editions: [] })

/** All but the one on the desk; asked for anew when that got another place. */
export function useRecent(desk: Desk): readonly RecentEdition[] {
  const { host, safety } = desk
  const path = useSyncExternalStore(safety.subscribe, () => safety.get().path)
  const shelf = recentOf(desk)
  useEffect(() => {
    void host.recentEditions({}).then((reply) => {
      if (!reply.ok) return
      // what was never saved has no path, and stands first as the newest
      const others = reply.value.filter((one, i) => (path === null ? i > 0 : one.path !== path))
      shelf.set({ editions: others.slice(0, MOST) })
    })
  }, [host, path, shelf])
  return useSyncExternalStore(shelf.subscribe, () => shelf.get().editions)
}
