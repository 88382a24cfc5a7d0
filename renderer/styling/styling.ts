/** Which style is in hand, and changing styles: plain functions over the desk. */
import { toast } from 'sonner'
import type { LineRole } from '../../core/display/displayList'
import type { Edition } from '../../core/model/edition'
import type { HeadlineFace, StyleSheet } from '../../core/model/styleSheet'
import type { HouseRules } from '../../core/model/styles'
import { transact, type EditionStep } from '../../core/edit'
import { setBody } from '../../core/pages'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import type { Text } from '../i18n'
import { trouble } from '../i18n/trouble'
import { shapeTools } from '../shape/doing'

/** Styles of paragraphs, as a sheet names them. */
export const TEXT_STYLES = [
  'body',
  'subhead',
  'tip',
  'tipLabel',
  'note',
  'captionTitle',
  'caption',
  'jump',
  'rubric',
] as const satisfies readonly (keyof StyleSheet)[]
export type TextStyleName = (typeof TEXT_STYLES)[number]

/** Parts of the headline group and 电头: a pair of faces, their sizes go with the headline's level. */
export const FACE_STYLES = ['kicker', 'deck', 'byline', 'dateline'] as const
export type FaceStyleName = (typeof FACE_STYLES)[number]

export type StyleName = TextStyleName | FaceStyleName | 'headline'

const STYLES: readonly string[] = [...TEXT_STYLES, ...FACE_STYLES, 'headline']

export const isStyleName = (name: string): name is StyleName => STYLES.includes(name)

export interface Styling {
  readonly style: StyleName
}

export const stylingOf = perDesk<Styling>({ style: 'body' })

/** The style that sets a line; null for furniture, which is the template's. */
export const styleOfRole = (role: LineRole): StyleName | null =>
  role === 'furniture' ? null : role

export function showStyle(desk: Desk, style: StyleName): void {
  stylingOf(desk).set({ style })
  desk.actions.showBeside('styles')
}

const editionOf = (desk: Desk): Edition => desk.session.getSnapshot().edition

/** The face that sets a style's Han; a headline's goes with its level. */
export function hanOf(sheet: StyleSheet | undefined, style: StyleName): string | undefined {
  if (sheet === undefined || style === 'headline') return undefined
  const own = sheet[style]
  return 'faces' in own ? own.faces.han : own.han
}

/** The style sheet of the page in front. */
export function sheetInFront(edition: Edition, desk: Desk): StyleSheet | undefined {
  const page = edition.pages[desk.store.get().page]
  return page && edition.styleSheets[page.styleSheet]
}

function change(desk: Desk, text: Text, name: string, steps: readonly EditionStep[]): void {
  if (steps.length > 0)
    desk.actions.change({ label: text.styling.changed(name), steps }, `style ${name}`)
}

/** Fields of one sheet. Changes of one style that follow each other are one undo entry. */
export function changeSheet(
  desk: Desk,
  text: Text,
  id: string,
  name: string,
  values: Partial<Omit<StyleSheet, 'id'>>,
): void {
  const builder = transact(editionOf(desk)).patch('styleSheets', id, values)
  change(desk, text, name, builder.done({ author: '', label: '', time: 0 }).steps)
}

/** House rules are one value an edition: every sheet takes them. */
export function changeRules(desk: Desk, text: Text, rules: Partial<HouseRules>): void {
  const edition = editionOf(desk)
  const builder = transact(edition)
  for (const { id, rules: before } of Object.values(edition.styleSheets))
    builder.patch('styleSheets', id, { rules: { ...before, ...rules } })
  const { steps } = builder.done({ author: '', label: '', time: 0 })
  change(desk, text, text.styling.looseness, steps)
}

/** Body size or leading: the grid of every page with this sheet goes with it. */
export function changeBody(
  desk: Desk,
  text: Text,
  id: string,
  wanted: { readonly size?: number; readonly leading?: number },
): void {
  const steps = setBody(editionOf(desk), id, wanted, shapeTools(desk))
  if (!steps.ok) {
    const { error } = steps
    toast.error(error.code === 'pages.narrow' ? text.styling.tooNarrow : trouble(text, error))
    return
  }
  change(desk, text, text.styling.names.body, steps.value)
}

/** Ids of the fonts at hand, in the order of their files. */
export async function fontIds(desk: Desk): Promise<readonly string[]> {
  const reply = await desk.host.listFonts({})
  return reply.ok ? reply.value.fonts.map(({ id }) => id) : []
}

export const HEADLINE_FACES: readonly HeadlineFace[] = ['song', 'hei']

/** How many pages a change of this sheet shows on. */
export const pagesWith = (edition: Edition, sheet: string): number =>
  Object.values(edition.pages).filter(({ styleSheet }) => styleSheet === sheet).length
