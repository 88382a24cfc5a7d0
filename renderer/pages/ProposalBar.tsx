import { Check, ChevronLeft, ChevronRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { IconButton } from '../desk/parts'
import { useText } from '../i18n'
import { dismissProposals, proposalsOf, showProposal } from './proposals'

/** Which proposal stands on the page, and the way to the others. */
export function ProposalBar() {
  const text = useText()
  const desk = useDesk()
  const shelf = proposalsOf(desk)
  const { made, page, shown, edition } = useSyncExternalStore(shelf.subscribe, shelf.get)
  const current = useDeskState((state) => state.page)
  const stand = useDeskState((state) => state.desk)
  const { snapshot } = useSettled()
  const standing = snapshot.edition === edition || desk.session.getSnapshot().edition === edition
  if (made === null || page !== current || !standing || stand !== 'makeup') return null
  const proposal = made.proposals[shown]
  return (
    <div className="proposal-bar" role="toolbar" aria-label={text.making.proposals}>
      <IconButton
        icon={ChevronLeft}
        label={text.making.previous}
        side="top"
        onClick={() => showProposal(desk, text, -1)}
      />
      <span aria-live="polite">
        {text.making.which(shown + 1, made.proposals.length)}
        <small>{text.making.score(proposal?.score ?? 0)}</small>
      </span>
      <IconButton
        icon={ChevronRight}
        label={text.making.next}
        keys="Ctrl Shift M"
        side="top"
        onClick={() => showProposal(desk, text, 1)}
      />
      <IconButton
        icon={Check}
        label={text.making.keep}
        side="top"
        onClick={() => dismissProposals(desk)}
      />
    </div>
  )
}
