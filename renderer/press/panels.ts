/** What stands around the page at the press desk, one script. */
export { FindingsPanel, SaidFinding } from './FindingsPanel'
export { OutputPanel } from './OutputPanel'
export { PlatesPanel } from './PlatesPanel'
export { PressBar } from './PressBar'
