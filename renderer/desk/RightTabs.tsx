import { Tabs } from '@base-ui/react/tabs'
import type { ComponentType } from 'react'
import { lazily } from '../lazily'
import { useProblems } from '../problems/useProblems'
import { useText, type Text } from '../i18n'
import { useDesk, useDeskState } from './context'
import { Galley } from './Galley'
import { PanelGuard } from './PanelGuard'
import type { TabName } from './store'

const StoryPanel = lazily(async () => (await import('../story/StoryPanel')).StoryPanel)
const StylesPanel = lazily(async () => (await import('../styling/StylesPanel')).StylesPanel)
const ProblemsPanel = lazily(async () => (await import('../problems/ProblemsPanel')).ProblemsPanel)

const TABS: readonly {
  readonly name: TabName
  readonly label: (text: Text) => string
  readonly panel: ComponentType
}[] = [
  { name: 'galley', label: (text) => text.galley, panel: Galley },
  { name: 'story', label: (text) => text.storyTab, panel: StoryPanel },
  { name: 'styles', label: (text) => text.styling.title, panel: StylesPanel },
  { name: 'problems', label: (text) => text.problems.title, panel: ProblemsPanel },
]

/** What stands beside the page, one at a time. */
export function RightTabs() {
  const text = useText()
  const { store } = useDesk()
  const shown = useDeskState((state) => state.tab)
  const count = useProblems().all.length
  return (
    <Tabs.Root
      className="panel"
      value={shown}
      onValueChange={(value: TabName) => store.set({ tab: value })}
    >
      <Tabs.List className="tabs">
        {TABS.map(({ name, label }) => (
          <Tabs.Tab key={name} value={name} className="tab">
            {label(text)}
            {name === 'problems' && count > 0 && <span className="tab-count">{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map(({ name, panel: Content }) => (
        <Tabs.Panel key={name} value={name} className="tab-panel">
          <PanelGuard text={text}>
            <Content />
          </PanelGuard>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
