/** Find and replace in stories, pure: places as document positions, replacing as steps. */
export { findIn, type Match, type Query } from './search'
export { replaceAll } from './replace'
