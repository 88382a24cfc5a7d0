/** A run of paragraphs, the last of them still being written. */
import { typedParagraph } from '../documentText'

interface Paragraph {
  readonly text: string
  readonly images: readonly Uint8Array[]
}

export interface Flow {
  readonly paragraphs: Paragraph[]
  text: string
  images: Uint8Array[]
}

export const newFlow = (): Flow => ({ paragraphs: [], text: '', images: [] })

export function endParagraph(flow: Flow, firstLine: number): void {
  flow.paragraphs.push({ text: typedParagraph(flow.text, firstLine), images: flow.images })
  flow.text = ''
  flow.images = []
}

/** Ends a last paragraph that no mark has ended. */
export function endFlow(flow: Flow, firstLine: number): void {
  if (flow.text !== '' || flow.images.length > 0) endParagraph(flow, firstLine)
}
