/**
 * Every word the window shows, in Chinese and English; terms are those of docs/glossary.md.
 * One file a part of the desk; a part of its own brings its words as a group.
 */
import { app } from './catalogue/app'
import { commands } from './catalogue/commands'
import { copyfit } from './catalogue/copyfit'
import { doubting } from './catalogue/doubting'
import { exporting } from './catalogue/exporting'
import { findings, problems } from './catalogue/findings'
import { helping } from './catalogue/helping'
import { importing } from './catalogue/importing'
import { keeping } from './catalogue/keeping'
import { paging } from './catalogue/paging'
import { panels } from './catalogue/panels'
import { picturing } from './catalogue/picturing'
import { shaping } from './catalogue/shaping'
import { finding } from './catalogue/finding'
import { remedies } from './catalogue/remedies'
import { pressing } from './catalogue/pressing'
import { safe } from './catalogue/safety'
import { styling } from './catalogue/styling'
import { start } from './catalogue/start'
import { writing } from './catalogue/writing'
import { hostTroubles } from './catalogue/troubles'
import { outTroubles, troubleFamilies } from './catalogue/outTroubles'
import { workTroubles } from './catalogue/workTroubles'

export const catalogue = {
  ...app,
  ...commands,
  ...panels,
  ...paging,
  ...copyfit,
  ...importing,
  ...doubting,
  ...keeping,
  ...finding,
  ...remedies,
  ...start,
  exporting,
  ...safe,
  ...shaping,
  findings,
  problems,
  pressing,
  helping,
  ...picturing,
  ...writing,
  ...styling,
  troubles: { ...hostTroubles, ...workTroubles, ...outTroubles },
  troubleFamilies,
} as const
