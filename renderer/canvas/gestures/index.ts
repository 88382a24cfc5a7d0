/** Every gesture on the page; the first that takes a press has it. */
import { crop } from './crop'
import { draw } from './draw'
import type { Gesture } from './gesture'
import { guide } from './guide'
import { headline } from './headline'
import { inset } from './inset'
import { marquee } from './marquee'
import { move } from './move'
import { pageHead } from './pageHead'
import { pan } from './pan'
import { resize } from './resize'
import { write } from './write'
import { zoom } from './zoom'

export const GESTURES: readonly Gesture[] = [
  pan,
  zoom,
  draw,
  crop,
  inset,
  resize,
  headline,
  guide,
  pageHead,
  write,
  move,
  marquee,
]
