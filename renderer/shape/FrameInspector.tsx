/** The chosen frame in columns and rows, with what can be set on it. */
import { Lock, LockOpen } from 'lucide-react'
import type { Frame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import { frameRect } from '../canvas/frameAt'
import { useDesk, useBeside, useSettled } from '../desk/context'
import { IconButton } from '../desk/parts'
import { storiesOnPage } from '../desk/pageStories'
import { chosenFrames } from '../desk/store'
import { PictureInspector } from '../pictures/PictureInspector'
import { useText, type Text } from '../i18n'
import { ArrangeButtons } from './ArrangeButtons'
import { CellFields } from './CellFields'
import { millimetres } from './doing'
import { toggleLock } from './frameActions'
import { HeadlineFields } from './HeadlineFields'
import { InsetFields } from './InsetFields'
import { TextColumns } from './TextColumns'
import { TurnHeadField } from './TurnHeadField'

export function FrameInspector({ frame, page }: { readonly frame: Frame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot, display } = useSettled()
  const count = useBeside((state) => chosenFrames(state).length)
  const entry = storiesOnPage(snapshot.edition, display, page.id).find((one) =>
    one.frames.some(({ id }) => id === frame.id),
  )
  const drawn = frameRect(page.grid, frame)
  return (
    <div className="inspector">
      <div className="inspector-head">
        <h3>
          {count > 1 ? text.shaping.chosen(count) : kindName(frame.kind, text)}{' '}
          {count === 1 && entry?.letter}
        </h3>
        <IconButton
          icon={frame.locked ? Lock : LockOpen}
          label={frame.locked ? text.shaping.unlock : text.shaping.lock}
          keys="Ctrl L"
          pressed={frame.locked}
          onClick={() => toggleLock(desk, text)}
        />
      </div>
      {count === 1 && <CellFields frame={frame} page={page} />}
      {count === 1 && (
        <p className="quiet">
          {text.origin(millimetres(drawn.x), millimetres(drawn.y))}
          <span>{text.size(millimetres(drawn.width), millimetres(drawn.height))}</span>
        </p>
      )}
      {count === 1 && frame.kind === 'story' && <TextColumns frame={frame} page={page} />}
      {count === 1 && frame.kind === 'story' && frame.head !== null && (
        <HeadlineFields frame={frame} page={page} />
      )}
      {count === 1 && <TurnHeadField frame={frame} />}
      {count === 1 && frame.kind === 'story' && <InsetFields frame={frame} />}
      {count === 1 && frame.kind === 'picture' && <PictureInspector frame={frame} />}
      <ArrangeButtons count={count} />
    </div>
  )
}

const kindName = (kind: Frame['kind'], text: Text): string =>
  kind === 'story' ? text.storyFrame : kind === 'picture' ? text.pictureFrame : text.ruleFrame
