import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { pagesOf, storiesOf } from '../../core/model/edition'
import { storyForm } from '../../core/model/storySchema'
import { useDesk } from '../desk/context'
import type { DialogProps } from '../desk/dialogProps'
import { titleOf } from '../desk/pageStories'
import { useText } from '../i18n'
import { useFocusAtOpening } from './editPlace'
import { search } from './search'
import { useCommands } from './useCommands'
import { useSpelling } from './useSpelling'

interface Choice {
  readonly id: string
  readonly label: string
  readonly keys: string
  run(): void
}

const MOST = 12

/** One box for commands, pages and stories. */
export function Palette({ open, onClose }: DialogProps) {
  const text = useText()
  const before = useFocusAtOpening(open)
  return (
    <Dialog.Root open={open} onOpenChange={(shown) => !shown && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop clear" />
        <Dialog.Popup className="palette" aria-label={text.commandBox} finalFocus={before}>
          <Choices onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Choices({ onClose }: Pick<DialogProps, 'onClose'>) {
  const text = useText()
  const commands = useCommands()
  const { session, actions } = useDesk()
  const list = useId()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const spells = useSpelling()
  const { edition } = session.getSnapshot()
  const choices: readonly Choice[] = [
    ...commands.filter((command) => command.enabled),
    ...pagesOf(edition).map((page) => ({
      id: `page ${page.id}`,
      label: text.pageName(page.folio, page.section),
      keys: '',
      run: () => actions.showPage(page.id),
    })),
    ...storiesOf(edition)
      .filter((story) => storyForm(story.doc) !== 'lines')
      .map((story) => ({
        id: `story ${story.id}`,
        label: titleOf(story),
        keys: '',
        run: () => actions.showStory(story.id),
      })),
  ]
  const found = search(choices, sought, spells).slice(0, MOST)
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    // what is under the box can have the focus again before the command runs
    flushSync(onClose)
    choice.run()
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="palette-box">
        <Search size={16} strokeWidth={1.6} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={at < found.length ? `${list}-${at}` : undefined}
          aria-label={text.commandBox}
          placeholder={text.commandBox}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={list} aria-label={text.commandBox} className="palette-list">
        {found.map((choice, i) => (
          <div
            key={choice.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === at}
            className="palette-item"
            onMouseMove={() => setAt(i)}
            onClick={() => choose(choice)}
          >
            <span>{choice.label}</span>
            {choice.keys !== '' && <kbd>{choice.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="panel-hint">{text.noCommand}</p>}
    </>
  )
}
