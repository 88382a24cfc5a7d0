import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { Page } from '../../core/model/page'
import { mm, mmFromPt, pt, ptFromMm } from '../../core/units'
import { addGuide } from '../canvas/gestures/guide'
import { guidesOf, keepGuide } from '../canvas/guides'
import { useDesk } from '../desk/context'
import { IconButton } from '../desk/parts'
import { useText } from '../i18n'
import { NumberField } from '../shape/NumberField'

/** The page's guides by number, for those who set them by key. */
export function GuideFields({ page }: { readonly page: Page }) {
  const { guiding } = useText()
  const desk = useDesk()
  const store = guidesOf(desk)
  const { pages } = useSyncExternalStore(store.subscribe, store.get)
  const guides = pages[page.id] ?? []
  return (
    <div className="guide-fields" role="group" aria-label={guiding.title}>
      <h3>{guiding.title}</h3>
      {guides.map((guide) => {
        const length = guide.axis === 'across' ? page.sheet.height : page.sheet.width
        return (
          <div key={guide.id} className="guide-field">
            <NumberField
              name={`${guiding[guide.axis]} mm`}
              value={Math.round(mmFromPt(pt(guide.at)) * 10) / 10}
              least={0}
              most={length}
              step={0.1}
              onChange={(value) =>
                keepGuide(desk, page.id, guide.id, { ...guide, at: ptFromMm(mm(value)) })
              }
            />
            <IconButton
              icon={X}
              label={guiding.remove}
              onClick={() => keepGuide(desk, page.id, guide.id, null)}
            />
          </div>
        )
      })}
      <div className="guide-buttons">
        <button type="button" className="button" onClick={() => addGuide({ desk }, 'across')}>
          {guiding.addAcross}
        </button>
        <button type="button" className="button" onClick={() => addGuide({ desk }, 'down')}>
          {guiding.addDown}
        </button>
      </div>
      <p className="quiet">{guiding.hint}</p>
    </div>
  )
}
