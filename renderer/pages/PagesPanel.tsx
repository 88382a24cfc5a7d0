import { Menu } from '@base-ui/react/menu'
import { Plus } from 'lucide-react'
import { pagesOf } from '../../core/model/edition'
import { useDesk, useDeskState, useSettled } from '../desk/context'
import { useTemplates } from '../desk/useTemplates'
import { useText } from '../i18n'
import { templateName } from '../i18n/templateName'
import { pageOf } from '../session/composer'
import { addPageFrom, addPageLike } from './pageActions'
import { PageStamp } from './PageStamp'

export function PagesPanel() {
  const text = useText()
  const { snapshot, display } = useSettled()
  const current = useDeskState((state) => state.page)
  const pages = pagesOf(snapshot.edition)
  return (
    <section className="panel" aria-label={text.pages}>
      <div className="panel-head">
        <h2>
          {text.pages} <small>{text.pageCount(pages.length)}</small>
        </h2>
        <AddPage />
      </div>
      <div className="stamps" role="listbox" aria-label={text.pages}>
        {pages.map((page, at) => (
          <PageStamp
            key={page.id}
            {...{ page, at }}
            shown={pageOf(display, page.id)}
            current={page.id === current}
          />
        ))}
      </div>
    </section>
  )
}

/** A page like the one in front, or from a template. */
function AddPage() {
  const text = useText()
  const desk = useDesk()
  const templates = useTemplates(desk.host)
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={text.paging.add}>
        <Plus size={18} strokeWidth={1.6} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <Menu.Item
              className="menu-item"
              onClick={() => addPageLike(desk, text, desk.store.get().page)}
            >
              {text.paging.addLike}
            </Menu.Item>
            <Menu.Separator className="menu-line" />
            {templates.map((template) => (
              <Menu.Item
                key={template.id}
                className="menu-item"
                onClick={() => addPageFrom(desk, text, template)}
              >
                {text.paging.addFrom(templateName(text, template))}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
