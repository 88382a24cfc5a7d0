import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { typeArea } from '../../core/model/grid'
import type { Page } from '../../core/model/page'
import { mmFromPt, pt, ptFromMm } from '../../core/units'
import { useDesk, type Desk } from '../desk/context'
import { useTemplates } from '../desk/useTemplates'
import { useText } from '../i18n'
import { templateName } from '../i18n/templateName'
import { SelectField } from '../styling/SelectField'
import { showStyle } from '../styling/styling'
import { EditionFields } from './EditionFields'
import { GuideFields } from './GuideFields'
import { headFieldOf } from './headFields'
import { NameField } from './NameField'
import { namePage, takeTemplate } from './pageActions'

/** The page in front: its name, 版次 and template to be changed, its measures to be read. */
export function PageInspector({ page }: { readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const own = useRef<HTMLDivElement>(null)
  useHeadField(desk, own)
  return (
    <div ref={own} className="inspector">
      <h3>{text.pageInspector(page.folio)}</h3>
      <div className="values page-names">
        <NameField
          key={`folio ${page.id} ${page.folio}`}
          name={text.paging.folio}
          field="folio"
          value={page.folio}
          onChange={(folio) => namePage(desk, text, page.id, { folio })}
        />
        <NameField
          key={`section ${page.id} ${page.section}`}
          name={text.paging.section}
          field="section"
          value={page.section}
          onChange={(section) => namePage(desk, text, page.id, { section })}
        />
      </div>
      <TemplateField page={page} />
      <EditionFields />
      <Measures page={page} />
      <button type="button" className="button" onClick={() => showStyle(desk, 'body')}>
        {text.paging.toStyles}
      </button>
      <GuideFields page={page} />
    </div>
  )
}

/** The field that a double click on the 报眉 asked for, as soon as it is here. */
function useHeadField(desk: Desk, own: RefObject<HTMLElement | null>): void {
  const asked = headFieldOf(desk)
  const { field } = useSyncExternalStore(asked.subscribe, asked.get)
  useEffect(() => {
    if (field === null) return
    const input = own.current?.querySelector<HTMLInputElement>(`[name=${field}]`)
    input?.focus()
    input?.select()
    asked.set({ field: null })
  }, [asked, field, own])
}

function TemplateField({ page }: { readonly page: Page }) {
  const text = useText()
  const desk = useDesk()
  const templates = useTemplates(desk.host)
  const known = templates.map((one) => [one.id, templateName(text, one)] as const)
  const own = known.some(([id]) => id === page.template)
  // until the list is here nothing is missing
  const nameless =
    known.length === 0
      ? templateName(text, { id: page.template, name: page.template })
      : text.paging.templateGone(page.template)
  return (
    <SelectField
      name={text.paging.template}
      value={page.template}
      choices={own ? known : [[page.template, nameless], ...known]}
      onChange={(id) => {
        const template = templates.find((one) => one.id === id)
        if (template !== undefined) takeTemplate(desk, text, page.id, template)
      }}
    />
  )
}

const short = (millimetres: number): string => String(Math.round(millimetres * 10) / 10)

/** Sheet, margins and grid, in the field's units and in millimetres. */
function Measures({ page: { grid, sheet } }: { readonly page: Page }) {
  const text = useText()
  const { paging } = text
  const area = typeArea(grid)
  const right = ptFromMm(sheet.width) - area.x - area.width
  const foot = ptFromMm(sheet.height) - area.y - area.height
  const margins = [area.y, foot, area.x, right].map((one) => short(mmFromPt(pt(one))))
  const rows: readonly (readonly [string, string])[] = [
    [paging.sheet, text.millimetres(short(sheet.width), short(sheet.height))],
    [paging.bleed, text.shaping.length(short(sheet.bleed))],
    [paging.margins, paging.marginsOf(margins)],
    [paging.grid, text.typeArea(grid.columns, grid.measure, grid.rows)],
    [paging.gutter, text.shaping.length(mmFromPt(grid.gutter).toFixed(2))],
    [paging.body, `${Number(grid.bodySize.toFixed(2))} / ${Number(grid.leading.toFixed(2))} pt`],
  ]
  return (
    <dl className="measures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
