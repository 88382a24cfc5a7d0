/** Every gesture on the page; the first that takes a press has it. */
import type { Gesture } from './gesture'
import { choose } from './choose'
import { pan } from './pan'
import { write } from './write'
import { zoom } from './zoom'

export const GESTURES: readonly Gesture[] = [pan, zoom, write, choose]
