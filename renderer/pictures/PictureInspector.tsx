/** The picture of a chosen frame: its file, resolution, part that shows, and words. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PictureFrame } from '../../core/model/frame'
import {
  COARSE_PPI,
  effectivePpi,
  FIGURE_WORDS,
  figureWords,
  setFigureWord,
  WANTED_PPI,
  type FigureWord,
} from '../../core/shape'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { useText } from '../i18n'
import { shape } from '../shape/doing'
import { NumberField } from '../shape/NumberField'
import { changeCrop, toggleCropping, zoomPicture } from './cropping'
import { pictureIn, type PictureInFrame } from './pictureIn'
import { placeFromFile, relinkFromFile } from './placing'

export function PictureInspector({ frame }: { readonly frame: PictureFrame }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot } = useSettled()
  const held = pictureIn(snapshot.edition, frame.id)
  const state = useSyncExternalStore(desk.pictures.onArrival, () =>
    held === null ? 'here' : desk.pictures.stateOf(held.picture.file),
  )
  const gone = state === 'missing' || state === 'damaged'
  return (
    <>
      {held === null && <p className="quiet">{text.picturing.noFile}</p>}
      {held !== null && gone && (
        <div className="picture-missing" role="alert">
          <p>{text.picturing[state](held.picture.name)}</p>
          <button
            type="button"
            className="button small"
            onClick={() => void relinkFromFile(desk, text, held.picture)}
          >
            {text.picturing.relink}
          </button>
        </div>
      )}
      {held !== null && !gone && <PictureFile held={held} />}
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={frame.locked}
          onClick={() => void placeFromFile(desk, text)}
        >
          {held === null ? text.picturing.place : text.picturing.swap}
        </button>
        {held !== null && !gone && <CropButtons held={held} />}
      </div>
      {FIGURE_WORDS.map((word) => (
        <WordField key={`${frame.id} ${word}`} frame={frame} word={word} />
      ))}
    </>
  )
}

function PictureFile({ held }: { readonly held: PictureInFrame }) {
  const text = useText()
  const desk = useDesk()
  const { picture, crop, box, frame } = held
  const ppi = Math.round(effectivePpi(picture, crop, box))
  const shown = Math.round(100 / Math.max(crop.width, crop.height))
  return (
    <>
      <p className="picture-name" title={picture.name}>
        <b>{picture.name}</b> <small>{text.picturing.pixels(picture.width, picture.height)}</small>
      </p>
      <div className="picture-size">
        <NumberField
          name={text.picturing.zoom}
          value={shown}
          least={100}
          most={1000}
          disabled={frame.locked}
          onChange={(percent) => zoomPicture(desk, text, percent / shown)}
        />
        <p className={ppi < COARSE_PPI ? 'is-over' : ppi < WANTED_PPI ? 'is-under' : 'quiet'}>
          {ppi < WANTED_PPI ? text.picturing.ppiLow(ppi, WANTED_PPI) : text.picturing.ppi(ppi)}
        </p>
      </div>
    </>
  )
}

function CropButtons({ held: { frame } }: { readonly held: PictureInFrame }) {
  const text = useText()
  const desk = useDesk()
  const cropping = useDeskState((state) => state.cropping)
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-pressed={cropping}
        disabled={frame.locked}
        onClick={() => toggleCropping(desk)}
      >
        {cropping ? text.picturing.cropDone : text.picturing.crop} <kbd>C</kbd>
      </button>
      <button
        type="button"
        className="button small"
        disabled={frame.locked || frame.crop === null}
        onClick={() => changeCrop(desk, text, () => null)}
      >
        {text.picturing.cropMiddle}
      </button>
    </>
  )
}

/** 图题, 图片说明 or credit: leaving the field or Enter takes it, Esc puts back what was. */
function WordField({ frame, word }: { readonly frame: PictureFrame; readonly word: FigureWord }) {
  const text = useText()
  const desk = useDesk()
  const { snapshot } = useSettled()
  const stands = figureWords(snapshot.edition, frame.story)[word]
  const [draft, setDraft] = useState(stands)
  useEffect(() => setDraft(stands), [stands])
  const take = (): void => {
    const { edition } = desk.session.getSnapshot()
    const shaped = setFigureWord(edition, frame.story, word, draft)
    shape(desk, text, text.picturing.wordsChanged, shaped)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      take()
    } else if (event.key === 'Escape') setDraft(stands)
  }
  return (
    <label className="word-field">
      <span>{text.picturing[word]}</span>
      <textarea
        rows={word === 'caption' ? 3 : 1}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
