import {
  Eye,
  Grid3x3,
  Hand,
  Image,
  Minus,
  MousePointer2,
  Pilcrow,
  Rows3,
  SquareDashed,
  TextSelect,
  Type,
  ZoomIn,
} from 'lucide-react'
import { useText } from '../i18n'
import { useDesk, useDeskState } from './context'
import { IconButton } from './parts'

const TOOLS = [
  { tool: 'select', icon: MousePointer2, label: 'toolSelect', keys: 'V' },
  { tool: 'text', icon: Type, label: 'toolText', keys: 'T' },
  { tool: 'frame', icon: TextSelect, label: 'storyFrame', keys: 'F' },
  { tool: 'picture', icon: Image, label: 'pictureFrame', keys: 'P' },
  { tool: 'rule', icon: Minus, label: 'ruleFrame', keys: 'L' },
  { tool: 'hand', icon: Hand, label: 'toolHand', keys: 'H' },
  { tool: 'zoom', icon: ZoomIn, label: 'toolZoom', keys: 'Z' },
] as const

const AIDS = [
  { aid: 'grid', icon: Grid3x3, label: 'showGrid', keys: "Ctrl '" },
  { aid: 'baselines', icon: Rows3, label: 'showBaselines', keys: "Ctrl Alt '" },
  { aid: 'edges', icon: SquareDashed, label: 'showEdges', keys: '' },
  { aid: 'marks', icon: Pilcrow, label: 'showMarks', keys: 'Ctrl Alt I' },
  { aid: 'preview', icon: Eye, label: 'preview', keys: 'W' },
] as const

export function ToolBar() {
  const text = useText()
  const { actions } = useDesk()
  const chosen = useDeskState((state) => state.tool)
  return (
    <nav className="tool-bar" aria-label={text.tools} data-region="tools">
      <div role="group" aria-label={text.tools}>
        {TOOLS.map(({ tool, icon, label, keys }) => (
          <IconButton
            key={tool}
            icon={icon}
            label={text[label]}
            keys={keys}
            side="right"
            pressed={chosen === tool}
            onClick={() => actions.setTool(tool)}
          />
        ))}
      </div>
      <div role="group" aria-label={text.view}>
        {AIDS.map((aid) => (
          <AidButton key={aid.aid} {...aid} />
        ))}
      </div>
    </nav>
  )
}

function AidButton({ aid, icon, label, keys }: (typeof AIDS)[number]) {
  const text = useText()
  const { actions } = useDesk()
  const pressed = useDeskState((state) => state[aid])
  return (
    <IconButton
      {...{ icon, keys, pressed }}
      label={text[label]}
      side="right"
      onClick={() => actions.toggle(aid)}
    />
  )
}
