/** Units with all their forms. */
import { formsOf } from './forms'
import type { PageTask, Form, LoneUnit, Unit } from './types'
import { dividedUnit } from './units'

export interface Measured<U extends Unit = Unit> {
  readonly unit: U
  /** Forms for each width in base columns, from 1. */
  readonly forms: readonly (readonly Form[])[]
}

/** The units, and in place of each that no width holds what it is divided into. */
export const measureAll = (
  task: PageTask,
  units: readonly LoneUnit[],
): readonly Measured<LoneUnit>[] => units.flatMap((unit) => measure(task, unit))

function measure(task: PageTask, unit: LoneUnit): readonly Measured<LoneUnit>[] {
  const { columns } = task.page.grid
  const forms = Array.from({ length: columns }, (_, w) => formsOf(task, unit, w + 1))
  const parts = forms.some((own) => own.length > 0) ? null : dividedUnit(unit)
  return parts === null ? [{ unit, forms }] : measureAll(task, parts)
}

/** Cells that the units take at their smallest, gaps included. */
export const leastOf = ({ house }: Pick<PageTask, 'house'>, units: readonly Measured[]): number =>
  units.reduce((sum, { forms }) => sum + leastCells(forms, house.gapRows), 0)

/** Cells of a unit's smallest form, with the gap under it. */
export const leastCells = (forms: Measured['forms'], gap: number): number =>
  Math.min(...forms.flatMap((own, w) => own.map((form) => (w + 1) * (form.rows + gap))))

/** What the cheapest form of a unit costs. */
export const cheapestOf = (forms: Measured['forms']): number =>
  Math.min(...forms.flatMap((own) => own.map(({ cost }) => cost)))
