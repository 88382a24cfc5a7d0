/** The desk's own script, apart from the start screen's: fetched once that is drawn, and needed when an edition opens. */
export { importInto } from '../import/importing'
export { leave } from '../safety/saving'
export { DeskWindow } from './DeskWindow'
export { openDesk } from './openDesk'
