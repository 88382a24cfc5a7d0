import { classify, type Scrap } from './classify'
import { tellDialogue } from './dialogue'
import { tellItems } from './marks'
import { tellPageEdges } from './pageEdges'
import { tellVerse } from './verse'
import type { Line } from './lines'

/** The scraps of a page, each with what it looks like by itself and by the lines built like it. */
export const scrapsOf = (lines: readonly Line[]): readonly Scrap[] =>
  tellVerse(tellItems(tellDialogue(tellPageEdges(classify(lines)))))
