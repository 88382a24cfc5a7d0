import { useEffect, useState } from 'react'
import type { HostClient, HostError } from '../../core/contract'
import type { Template } from '../../core/model/template'

/** A list of templates that stays empty speaks for itself. */
const unsaid = (): void => undefined

/**
 * The page templates of the host, none until they are here; nothing is asked of a host
 * that is null. `onTrouble` keeps its identity.
 */
export function useTemplates(
  host: Pick<HostClient, 'listTemplates'> | null,
  onTrouble: (error: HostError) => void = unsaid,
): readonly Template[] {
  const [templates, setTemplates] = useState<readonly Template[]>([])
  useEffect(() => {
    void host?.listTemplates({}).then((reply) => {
      if (reply.ok) setTemplates(reply.value)
      else onTrouble(reply.error)
    })
  }, [host, onTrouble])
  return templates
}
