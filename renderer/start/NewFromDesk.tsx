import { useCallback, useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { HostError, NewEditionSource, RecentEdition } from '../../core/contract'
import { useDesk, useDeskState } from '../desk/context'
import { useTemplates } from '../desk/useTemplates'
import { useText } from '../i18n'
import { trouble } from '../i18n/trouble'
import { NewEdition } from './NewEdition'
import { offeredTemplate } from './offered'
import { today } from './today'

export interface NewFromDeskProps {
  readonly onNew: (source: NewEditionSource, date: string) => void
}

/** 新建 while an edition is on the desk: it is left only once the new one is decided on. */
export function NewFromDesk({ onNew }: NewFromDeskProps) {
  const text = useText()
  const { host, store } = useDesk()
  const isOpen = useDeskState(({ dialog }) => dialog === 'newEdition')
  const onTrouble = useCallback((error: HostError) => toast.error(trouble(text, error)), [text])
  const templates = useTemplates(isOpen ? host : null, onTrouble)
  const [recent, setRecent] = useState<readonly RecentEdition[] | null>(null)
  useEffect(() => {
    if (!isOpen) return
    void host.recentEditions({}).then((reply) => setRecent(reply.ok ? reply.value : []))
  }, [host, isOpen])
  const close = (): void => store.set({ dialog: null })
  return (
    <NewEdition
      {...{ templates, recent: recent ?? [] }}
      template={isOpen && recent !== null ? (offeredTemplate(templates, recent)?.id ?? null) : null}
      today={today()}
      onClose={close}
      onNew={(source, date) => {
        close()
        onNew(source, date)
      }}
    />
  )
}
