import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import type { NewEditionSource, RecentEdition } from '../../core/contract'
import type { Template } from '../../core/model/template'
import { useDesk, useDeskState } from '../desk/context'
import { useText } from '../i18n'
import { trouble } from '../i18n/trouble'
import { NewEdition } from './NewEdition'
import { today } from './today'

export interface NewFromDeskProps {
  readonly onNew: (source: NewEditionSource, date: string) => void
}

/** 新建 while an edition is on the desk: it is left only once the new one is decided on. */
export function NewFromDesk({ onNew }: NewFromDeskProps) {
  const text = useText()
  const { host, store } = useDesk()
  const isOpen = useDeskState(({ dialog }) => dialog === 'newEdition')
  const [templates, setTemplates] = useState<readonly Template[]>([])
  const [recent, setRecent] = useState<readonly RecentEdition[]>([])
  useEffect(() => {
    if (!isOpen) return
    const both = Promise.all([host.listTemplates({}), host.recentEditions({})])
    void both.then(([listed, editions]) => {
      if (!listed.ok) return void toast.error(trouble(text, listed.error))
      setTemplates(listed.value)
      setRecent(editions.ok ? editions.value : [])
    })
  }, [host, isOpen, text])
  const close = (): void => store.set({ dialog: null })
  return (
    <NewEdition
      {...{ templates, recent }}
      template={isOpen ? (templates[0]?.id ?? null) : null}
      today={today()}
      onClose={close}
      onNew={(source, date) => {
        close()
        onNew(source, date)
      }}
    />
  )
}
