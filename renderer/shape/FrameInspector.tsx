/** The chosen frame in columns and rows, with what can be set on it. */
import { Lock, LockOpen } from 'lucide-react'
import { canStand } from '../../core/compose/standingHead'
import type { Frame, StoryFrame } from '../../core/model/frame'
import type { Page } from '../../core/model/page'
import {
  columnChoices,
  columnsOf,
  columnSpan,
  headFormOf,
  placeInset,
  setColumns,
  setHead,
  textAreaIn,
  type HeadChange,
} from '../../core/shape'
import { frameRect } from '../canvas/frameAt'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { IconButton } from '../desk/parts'
import { storiesOnPage } from '../desk/pageStories'
import { chosenFrames } from '../desk/store'
import { PictureInspector } from '../pictures/PictureInspector'
import { useText, type Text } from '../i18n'
import { ArrangeButtons } from './ArrangeButtons'
import { millimetres, shape, shapeTools } from './doing'
import { setArea, toggleLock } from './frameActions'
import { NumberField } from './NumberField'

export function FrameInspector({ frame, page }: { readonly frame: Frame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot, display } = useSettled()
  const count = useDeskState((state) => chosenFrames(state).length)
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
      {count === 1 && <Place frame={frame} page={page} />}
      {count === 1 && (
        <p className="quiet">
          {text.origin(millimetres(drawn.x), millimetres(drawn.y))}
          <span>{text.size(millimetres(drawn.width), millimetres(drawn.height))}</span>
        </p>
      )}
      {count === 1 && frame.kind === 'story' && <TextColumns frame={frame} page={page} />}
      {count === 1 && frame.kind === 'story' && frame.head !== null && (
        <Headline frame={frame} page={page} />
      )}
      {count === 1 && frame.kind === 'story' && <Insets frame={frame} />}
      {count === 1 && frame.kind === 'picture' && <PictureInspector frame={frame} />}
      <ArrangeButtons count={count} />
    </div>
  )
}

const kindName = (kind: Frame['kind'], text: Text): string =>
  kind === 'story' ? text.storyFrame : kind === 'picture' ? text.pictureFrame : text.ruleFrame

function Place({ frame, page }: { readonly frame: Frame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { area, locked, kind } = frame
  const { columns, rows } = page.grid
  const least = kind === 'rule' ? 0 : 1
  const flat = (direction: 'horizontal' | 'vertical'): boolean =>
    kind === 'rule' && frame.direction !== direction
  return (
    <div className="values">
      <NumberField
        name={text.column}
        value={area.column + 1}
        least={1}
        most={columns - area.columns + 1}
        disabled={locked}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, column: value - 1 })}
      />
      <NumberField
        name={text.row}
        value={area.row + 1}
        least={1}
        most={rows - area.rows + 1}
        disabled={locked}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, row: value - 1 })}
      />
      <NumberField
        name={text.columns}
        value={area.columns}
        least={least}
        most={columns - area.column}
        disabled={locked || flat('horizontal')}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, columns: value })}
      />
      <NumberField
        name={text.rows}
        value={area.rows}
        least={least}
        most={rows - area.row}
        disabled={locked || flat('vertical')}
        onChange={(value) => setArea(desk, text, frame.id, { ...area, rows: value })}
      />
    </div>
  )
}

function TextColumns({ frame, page }: { readonly frame: StoryFrame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { edition } = desk.session.getSnapshot()
  const choices = columnChoices(edition, frame, page)
  const most = choices.find(({ columns }) => columns === frame.text.columns)?.measure ?? 1
  const set = (wanted: { readonly columns: number; readonly measure?: number }): void => {
    const { session } = desk
    const shaped = setColumns(session.getSnapshot().edition, frame.id, wanted, shapeTools(desk))
    shape(desk, text, text.shaping.columnsSet, shaped)
  }
  return (
    <>
      <h3>{text.textColumns}</h3>
      <div className="values">
        <NumberField
          name={text.breakInto}
          value={frame.text.columns}
          least={1}
          most={choices.length}
          disabled={frame.locked}
          onChange={(columns) => set({ columns })}
        />
        <NumberField
          name={text.columnMeasure}
          value={frame.text.measure}
          least={1}
          most={Math.max(most, frame.text.measure)}
          disabled={frame.locked}
          onChange={(measure) => set({ columns: frame.text.columns, measure })}
        />
      </div>
    </>
  )
}

function Headline({ frame, page }: { readonly frame: StoryFrame; readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const { head } = frame
  if (head === null) return null
  const { edition } = desk.session.getSnapshot()
  const levels = edition.styleSheets[page.styleSheet]?.levels.length ?? 1
  const doc = edition.stories[frame.story]?.doc
  const stands = doc !== undefined && canStand(doc)
  const set = (change: HeadChange): void => {
    const { edition } = desk.session.getSnapshot()
    const shaped = setHead(edition, frame.id, change, shapeTools(desk))
    shape(desk, text, text.shaping.headSet, shaped)
  }
  return (
    <>
      <h3>{text.shaping.headline}</h3>
      <div className="segments wide" role="group" aria-label={text.shaping.headline}>
        {(['over', 'left', 'right'] as const).map((form) => (
          <button
            key={form}
            type="button"
            aria-pressed={headFormOf(head) === form}
            disabled={frame.locked || (form !== 'over' && !stands)}
            title={form !== 'over' && !stands ? text.shaping.standsHint : undefined}
            onClick={() => set({ form })}
          >
            {text.shaping[form]}
          </button>
        ))}
      </div>
      <div className="values thirds">
        <NumberField
          name={text.shaping.level}
          value={head.level + 1}
          least={1}
          most={levels}
          disabled={frame.locked}
          onChange={(level) => set({ level: level - 1 })}
        />
        <NumberField
          name={text.shaping.headRows}
          value={head.rows ?? 0}
          least={0}
          most={frame.area.rows}
          disabled={frame.locked}
          onChange={(rows) => set({ rows: rows === 0 ? null : rows })}
        />
        <div className="segments" role="group" aria-label={text.shaping.face}>
          {(['song', 'hei'] as const).map((face) => (
            <button
              key={face}
              type="button"
              aria-pressed={head.face === face}
              disabled={frame.locked}
              onClick={() => set({ face })}
            >
              {text.shaping[face]}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}

function Insets({ frame }: { readonly frame: StoryFrame }) {
  const text = useText()
  const desk = useDesk()
  const chosen = useDeskState((state) => state.inset)
  const area = textAreaIn(desk.session.getSnapshot().edition, frame.id, shapeTools(desk))
  if (area === null) return null
  return frame.insets.map((inset) => {
    const span = columnsOf(inset, area) ?? {
      column: Math.min(area.columns - 1, Math.floor((inset.x * area.size) / 1000 / area.pitch)),
      columns: 1,
    }
    const put = (change: Partial<typeof inset>): void => {
      const { edition } = desk.session.getSnapshot()
      const shaped = placeInset(edition, frame.id, { ...inset, ...change }, shapeTools(desk))
      shape(desk, text, text.shaping.insetMoved, shaped)
    }
    return (
      <div
        key={inset.block}
        role="group"
        aria-label={text.shaping.inset}
        aria-current={inset.block === chosen}
        className="inset-values"
        onFocus={() => desk.store.set({ inset: inset.block })}
      >
        <h3>{text.shaping.inset}</h3>
        <div className="values">
          <NumberField
            name={text.shaping.fromColumn}
            value={span.column + 1}
            least={1}
            most={area.columns}
            disabled={frame.locked}
            onChange={(column) => put(columnSpan(area, column - 1, span.columns))}
          />
          <NumberField
            name={text.shaping.fromRow}
            value={inset.row + 1}
            least={1}
            most={Math.max(1, area.rows)}
            disabled={frame.locked}
            onChange={(row) => put({ row: row - 1 })}
          />
          <NumberField
            name={text.shaping.spanColumns}
            value={span.columns}
            least={1}
            most={area.columns}
            disabled={frame.locked}
            onChange={(columns) => put(columnSpan(area, span.column, columns))}
          />
          <NumberField
            name={text.shaping.depth}
            value={inset.rows}
            least={1}
            most={Math.max(1, area.rows)}
            disabled={frame.locked}
            onChange={(rows) => put({ rows })}
          />
        </div>
      </div>
    )
  })
}
