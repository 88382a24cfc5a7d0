/** What needs a choice, over the desk and never in its way. */
import { FileWarning, FolderX, HardDrive, Lock, Unplug, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DeskExits } from '../commands'
import type { HostError } from '../../core/contract'
import type { Edition } from '../../core/model/edition'
import { useDesk, useSettled } from '../desk/context'
import { useText, type Text } from '../i18n'
import { keepTexts } from './keepTexts'
import { keepNow } from './saving'
import { useSafety } from './useSafety'
import { trouble, troubleDetails } from '../i18n/trouble'

export function Banners({ exits }: { readonly exits: DeskExits }) {
  const text = useText()
  const desk = useDesk()
  const { readOnly, changedOnDisk, gone, journal, givenUp } = useSafety()
  const { keeping } = useSettled().snapshot
  const stuck = keeping.kind === 'stuck' ? keeping.error : null
  const keep = (edition: Edition) => () => keepTexts(edition, desk, text)
  const elsewhere = (
    <button type="button" className="button" onClick={exits.saveAs}>
      {text.safety.saveElsewhere}
    </button>
  )
  return (
    <div>
      {gone && (
        <Banner icon={FolderX} kind="over" words={text.safety.gone}>
          {elsewhere}
          <button type="button" className="button" onClick={exits.saveOver}>
            {text.safety.saveBack}
          </button>
        </Banner>
      )}
      {journal !== null && !gone && (
        <Banner
          icon={HardDrive}
          kind="over"
          words={text.safety.journalStuck(trouble(text, journal))}
        >
          <button type="button" className="button" onClick={() => void keepNow(desk, text)}>
            {text.retry}
          </button>
          {elsewhere}
        </Banner>
      )}
      {stuck !== null && !readOnly && (
        <Banner icon={Unplug} kind="over" words={stuckWords(stuck, text)}>
          <button type="button" className="button" onClick={() => void keepNow(desk, text)}>
            {text.retry}
          </button>
          <button
            type="button"
            className="button"
            onClick={keep(desk.session.getSnapshot().edition)}
          >
            {text.safety.keepTexts}
          </button>
        </Banner>
      )}
      {givenUp !== null && (
        <Banner icon={FileWarning} kind="over" words={text.safety.givenUp}>
          <button type="button" className="button" onClick={keep(givenUp)}>
            {text.safety.keepTexts}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => desk.safety.set({ givenUp: null })}
          >
            {text.safety.seen}
          </button>
        </Banner>
      )}
      {changedOnDisk && (
        <Banner icon={FileWarning} kind="under" words={text.safety.changedTitle}>
          <button type="button" className="button" onClick={exits.revert}>
            {text.safety.takeDisk}
          </button>
          <button type="button" className="button" onClick={exits.saveOver}>
            {text.safety.saveOver}
          </button>
          {elsewhere}
        </Banner>
      )}
      {readOnly && (
        <Banner icon={Lock} kind="note" words={text.safety.readOnly}>
          {elsewhere}
        </Banner>
      )}
    </div>
  )
}

function stuckWords(error: HostError, text: Text): string {
  const { hostLost, away, notTaken } = text.safety
  if (error.code === 'host.gone') return hostLost
  return error.code === 'edition.away'
    ? away(troubleDetails(text, error))
    : notTaken(trouble(text, error))
}

function Banner(props: {
  readonly icon: LucideIcon
  readonly kind: 'over' | 'under' | 'note'
  readonly words: string
  readonly children: ReactNode
}) {
  const { icon: Icon, kind, words, children } = props
  return (
    <div className={`banner ${kind}`} role={kind === 'note' ? 'status' : 'alert'}>
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <p>{words}</p>
      <div className="banner-ways">{children}</div>
    </div>
  )
}
