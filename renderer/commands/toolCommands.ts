import { always, type CommandsOf } from './command'

export const toolCommands: CommandsOf = ({ actions }, text) => [
  always('select', text.toolSelect, 'V', () => actions.setTool('select')),
  always('text', text.toolText, 'T', () => actions.setTool('text')),
  always('frame', text.shaping.toolFrame, 'F', () => actions.setTool('frame')),
  always('picture', text.shaping.toolPicture, 'P', () => actions.setTool('picture')),
  always('rule', text.shaping.toolRule, 'L', () => actions.setTool('rule')),
  always('hand', text.toolHand, 'H', () => actions.setTool('hand')),
  always('zoom', text.toolZoom, 'Z', () => actions.setTool('zoom')),
]
