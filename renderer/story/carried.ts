/** What only a desk reads back rides along, unseen, in the markup that is copied for other programs. */
import type { Fragment } from 'prosemirror-model'

const HEADINGS = new Set(['headline', 'subhead', 'boxLabel', 'figureTitle', 'jumpHeadline'])

const escaped = (words: string): string =>
  words.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`)

/** The words of `contents` as markup, with `own` under the name of an attribute. */
export function carrying(name: string, own: unknown, contents: readonly Fragment[]): string {
  const blocks: string[] = []
  for (const content of contents) {
    content.descendants((node) => {
      if (!node.isTextblock) return true
      const tag = HEADINGS.has(node.type.name) ? 'h3' : 'p'
      blocks.push(`<${tag}>${escaped(node.textContent)}</${tag}>`)
      return false
    })
  }
  return `<div ${name}="${escaped(JSON.stringify(own))}">${blocks.join('')}</div>`
}

/** What rides in the markup under the name, as JSON text; null when nothing does. */
export function carriedIn(name: string, html: string): string | null {
  if (!html.includes(name)) return null
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return parsed.querySelector(`[${name}]`)?.getAttribute(name) ?? null
}
