/** A run of paragraphs, the last of them still being written. */
import { rowOf, typedParagraph } from '../documentText'

interface Paragraph {
  readonly text: string
  readonly images: readonly Uint8Array[]
}

export interface Flow {
  readonly paragraphs: Paragraph[]
  text: string
  images: Uint8Array[]
  /** Of the row of a table that is being read: where its first paragraph is, and where each cell that ended does. */
  row: { readonly from: number; readonly ends: number[] } | null
  /** Rows that became one paragraph each. */
  rows: number
}

export const newFlow = (): Flow => ({
  ...{ paragraphs: [], text: '', images: [], row: null, rows: 0 },
})

export function endParagraph(flow: Flow, firstLine: number): void {
  flow.paragraphs.push({ text: typedParagraph(flow.text, firstLine), images: flow.images })
  flow.text = ''
  flow.images = []
}

/** A row's cells come next; Word says so a second time behind them. */
export function beginRow(flow: Flow): void {
  flow.row ??= { from: flow.paragraphs.length, ends: [] }
}

export function endCell(flow: Flow, firstLine: number): void {
  beginRow(flow)
  endParagraph(flow, firstLine)
  flow.row?.ends.push(flow.paragraphs.length)
}

export function endRow(flow: Flow): void {
  const { row } = flow
  flow.row = null
  if (!row) return
  const cells = row.ends.map((end, at) => flow.paragraphs.slice(row.ends[at - 1] ?? row.from, end))
  const read = rowOf(cells)
  if (read.length < row.ends.length) flow.rows++
  flow.paragraphs.splice(row.from, (row.ends.at(-1) ?? row.from) - row.from, ...read)
}

/** Ends a last paragraph that no mark has ended. */
export function endFlow(flow: Flow, firstLine: number): void {
  if (flow.text !== '' || flow.images.length > 0) endParagraph(flow, firstLine)
}
