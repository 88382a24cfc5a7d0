/**
 * Shaping the page: what an editor does to frames, as steps. Frames stay on
 * whole cells of the page's grid, text columns in their frame, boxes in their
 * columns; a locked frame refuses. Nothing here changes a story's text.
 */
export { ALIGNMENTS, alignFrames, distributeFrames, reorderFrame, type Alignment } from './arrange'
export { around, between, sameCells, withinGrid } from './cells'
export { hasColumnsFor, headRect, headRow, refitHead } from './headPlace'
export {
  columnsOf,
  columnSpan,
  followBoxes,
  holdInset,
  insetRects,
  placeInset,
  textAreaIn,
} from './insets'
export {
  drawFrame,
  drawPicture,
  drawRule,
  emptyStory,
  waitingPictures,
  type Drawn,
  type StoryToFrame,
} from './make'
export { blankFrames, fillFrame, fillPage, frameFor, type FillTools } from './fill'
export { freeArea, whiteArea } from './free'
export { moveFrames, resizeFrame, type Shift } from './place'
export {
  COARSE_PPI,
  effectivePpi,
  FIGURE_WORDS,
  figureWords,
  middleOf,
  panCrop,
  pictureBox,
  pictureOf,
  relinkPicture,
  setCrop,
  setFigureWord,
  showPicture,
  WANTED_PPI,
  zoomCrop,
  type Crop,
  type FigureWord,
} from './picture'
export { headOf, keepHead, removeFrames } from './remove'
export type { Shaped, ShapeTools } from './shaped'
export { columnChoices } from './textColumns'
export { lockFrames, setColumns, setHead, type HeadChange } from './text'
export { neighboursOf, nearestEdge, rowEdges, sharedEdges, type SharedEdge } from './snap'
