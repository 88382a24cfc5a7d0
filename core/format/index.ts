/** An edition as files and back: format 1, docs/formats.md. */
export { decodeEdition } from './decode'
export { encodeEdition, type EditionTexts } from './encode'
export { FORMAT_VERSION } from './migrations'
