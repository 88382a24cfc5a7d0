/** What stands around the page at the press desk, one script. */
export { FindingsPanel } from './FindingsPanel'
export { OutputPanel } from './OutputPanel'
export { PlatesPanel } from './PlatesPanel'
export { PressBar } from './PressBar'
