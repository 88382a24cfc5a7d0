/**
 * The edition as pages: adding, copying, moving and removing them, sending a
 * story on to another page, setting them on another grid, and taking over what
 * make-up proposes. Pure: an edition in, steps or a refusal out.
 */
export { heldForMakeUp, makeUpOf, proposalSteps, waitingStories } from './makeUp'
export { addPage, duplicatePage, removePage, type PageModel } from './make'
export { besideStanding, copyFrames, duplicateFrames, pasteFrames } from './copied'
export { movePage, type PageSteps } from './order'
export { setBody, setTemplate } from './regrid'
export { threadToPage, turnBefore } from './thread'
