/** A page template: every size of a page as data. */
import type { Grid } from './grid'
import type { PageFurniture, Sheet } from './page'
import type { StyleSheet } from './styleSheet'

export interface Template {
  readonly id: string
  readonly name: string
  readonly sheet: Sheet
  readonly grid: Grid
  readonly furniture: PageFurniture
  readonly styleSheet: StyleSheet
}
