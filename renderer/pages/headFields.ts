/** The fields of the inspector that say what stands in the 报眉, and which of them a place on the page means. */
import type { LineRecord } from '../../core/display/displayList'
import type { Point } from '../../core/geometry'
import { typeArea } from '../../core/model/grid'
import { ptFromMilliEm } from '../../core/units'
import type { Desk } from '../desk/context'
import { perDesk } from '../desk/perDesk'
import { pageOf } from '../session/composer'

export type HeadField = 'folio' | 'section' | 'publication' | 'date'

/** The field that is to have the focus once the inspector shows it. */
export const headFieldOf = perDesk<{ readonly field: HeadField | null }>({ field: null })

/** Null below the head of the page; beside its words the 报名 on the left and the date on the right. */
export function headFieldAt({ session, composer, store }: Desk, at: Point): HeadField | null {
  const { edition } = session.getSnapshot()
  const page = edition.pages[store.get().page]
  const display = page && pageOf(composer.compose(edition), page.id)
  const area = page && typeArea(page.grid)
  if (!display || !area || at.y > area.y) return null
  const words = new Map<LineRecord, string>()
  for (const item of display.items) {
    if (item.kind !== 'text' || item.line.role !== 'furniture' || item.line.y > area.y) continue
    words.set(item.line, (words.get(item.line) ?? '') + item.texts.join(''))
  }
  const here = [...words].find(
    ([{ x, setWidth, size }]) => at.x >= x && at.x <= x + ptFromMilliEm(setWidth, size),
  )
  if (here === undefined) return at.x < area.x + area.width / 2 ? 'publication' : 'date'
  const [{ x }, told] = here
  if (x <= area.x) return 'publication'
  if (told === page.section) return 'section'
  return ['第', page.folio, '版'].includes(told) ? 'folio' : 'date'
}
