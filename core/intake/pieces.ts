import { balanceOf, endingOf, type Balance, type Ending } from './characters'
import { endsWithSayer } from './openEnd'
import { headWordsOf } from './people'
import { isDateAlone } from './signing'
import type { Piece, StoryDraft } from './drafts'
import type { Scrap } from './classify'

/** The texts of a page that may be parts of cut paragraphs, in page order and across its stories. */
export interface TextPiece {
  readonly at: number
  readonly scrap: Scrap
  readonly story: StoryDraft
  /** Counts the subheads above it in its story: a join that crosses one is less likely. */
  readonly section: number
  /** A box's last text may go on below; nothing goes on in a box. */
  readonly isBox: boolean
  readonly balance: Balance
  readonly ending: Ending
  /** It may go on in another piece. */
  readonly isOpen: boolean
}

/** A line that is one bracket, such as （作者单位：…）, ends without a stop. */
const isAside = (scrap: Scrap): boolean => /^[([][^()[\]]{1,80}[)\]]$/.test(scrap.folded)

const isStop = (ending: Ending): boolean => ending === 'stop' || ending === 'ellipsis'

/** A 电头 with its 署名 on a line of its own. */
const isHeadAlone = ({ lead, folded }: Scrap): boolean => {
  const words = lead ? headWordsOf(folded) : null
  return words !== null && Math.max(words.dateline[1], words.byline[1]) >= folded.length
}

/** 📍白果镇 🚗县城出发35分钟: an entry with its sign, as public accounts write them: no text goes on around it. */
const ENTRY_WIDTH = 32
export const isEntry = ({ text, width }: Scrap): boolean =>
  width <= ENTRY_WIDTH && /^\p{Emoji_Presentation}/u.test(text)

/** Stands for itself: it may neither go on nor continue another. */
export const standsAlone = (scrap: Scrap): boolean =>
  scrap.single || isAside(scrap) || isDateAlone(scrap.folded) || isEntry(scrap)

/** Is the text complete, so that it need not go on? */
export const isComplete = (piece: TextPiece): boolean => isStop(piece.ending)

const textsOf = (piece: Piece): readonly Scrap[] => {
  if (piece.type === 'text') return [piece.scrap]
  return piece.type === 'box' ? piece.box.texts.slice(-1) : []
}

/** The pieces of all stories. On a page that indents, a complete text may go on where an indent is missing. */
export function piecesOf(stories: readonly StoryDraft[], indented: boolean): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  for (const story of stories) {
    let section = 0
    for (const part of story.body) {
      if (part.type === 'subhead') section++
      for (const scrap of textsOf(part)) {
        const ending = endingOf(scrap.text)
        pieces.push({
          at: pieces.length,
          scrap,
          story,
          section,
          isBox: part.type === 'box',
          balance: balanceOf(scrap.text),
          ending,
          isOpen:
            !scrap.signed &&
            !standsAlone(scrap) &&
            !isHeadAlone(scrap) &&
            !endsWithSayer(scrap.text) &&
            (indented || !isStop(ending)),
        })
      }
    }
  }
  return pieces
}
