/** Find and replace in stories, pure: places as document positions, replacing as steps. */
export { findIn, matchesIn, patternOf, type Match, type Query } from './search'
export { replaceAll, replacementOf } from './replace'
