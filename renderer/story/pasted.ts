/**
 * What the clipboard holds, as paragraphs and subheads of a story. Word and web
 * pages put styles, scripts, pictures, comments and hidden text beside the
 * words; only the words are taken. Markup is read in a document of its own that
 * runs no script and fetches nothing.
 */
export interface PastedBlock {
  readonly role: 'paragraph' | 'subhead'
  readonly text: string
}

const SKIPPED = new Set(
  'script style template noscript head title meta link xml img picture svg video audio canvas iframe object embed map button input select textarea rt rp del'
    .toUpperCase()
    .split(' '),
)
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul'
    .toUpperCase()
    .split(' '),
)
const HEADING = /^H[1-6]$/u

/** Hidden on the page it came from, or a reviewer's comment (批注) in Word. */
const UNSEEN =
  /display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/iu
const LIST_MARK = /mso-list\s*:\s*ignore/iu
/** A list's number is wording; its bullet, a letter of a picture font, is not. */
const NUMBERED = /[\p{N}一二三四五六七八九十百]/u

/** Invisible letters, and control characters no manuscript has. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]|(?![\t\n\r\f])\p{Cc}/gu
const WIDE = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\u2014\u2018-\u201d\u2026'
/** A line of the source that ends between wide letters is no space: https://www.w3.org/TR/css-text-3/#line-break-transform */
const WIDE_BREAK = new RegExp(`(?<=[${WIDE}])[ \\t]*[\\n\\f][ \\t\\n\\f]*(?=[${WIDE}])`, 'gu')

const trimmed = (text: string): string => text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')

const markupText = (raw: string): string =>
  trimmed(
    raw
      .replace(INVISIBLE, '')
      .replace(WIDE_BREAK, '')
      .replace(/[ \t\n\r\f\u00a0]+/gu, ' '),
  )

/** Plain text: a paragraph a line, without indents and empty lines. */
export const plainBlocks = (raw: string): readonly PastedBlock[] =>
  raw
    .replace(/\r\n?|[\u2028\u2029\v]/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/\u00a0/gu, ' ')
    .split('\n')
    .map(trimmed)
    .filter((text) => text !== '')
    .map((text) => ({ role: 'paragraph', text }))

/** Of HTML, SVG and Word's own elements (`V:SHAPE`) alike. */
const nameOf = (element: Element): string => element.nodeName.toUpperCase()

const skipped = (element: Element): boolean => {
  const name = nameOf(element)
  if (SKIPPED.has(name) || name.startsWith('V:')) return true
  if (element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style') ?? ''
  if (LIST_MARK.test(style)) return !NUMBERED.test(element.textContent)
  return UNSEEN.test(style)
}

/** The blocks below a parsed node, in reading order; a table's row is one paragraph. */
export function markupBlocks(root: Node): readonly PastedBlock[] {
  const blocks: PastedBlock[] = []
  let words = ''
  const end = (role: PastedBlock['role']): void => {
    const text = markupText(words)
    words = ''
    if (text !== '') blocks.push({ role, text })
  }
  const inside = (node: Node, role: PastedBlock['role'], kept: boolean): void => {
    for (const child of node.childNodes) walk(child, role, kept)
  }
  const block = (element: Element, role: PastedBlock['role'], outer: PastedBlock['role']): void => {
    end(outer)
    inside(element, role, nameOf(element) === 'PRE')
    end(role)
  }
  const row = (element: Element, role: PastedBlock['role']): void => {
    const cells = [...element.children].filter((cell) => !skipped(cell))
    if (cells.length < 2) return block(element, role, role)
    end(role)
    const texts = cells.map((cell) => markupBlocks(cell).map(({ text }) => text)).flat()
    words = texts.join(' ')
    end('paragraph')
  }
  const walk = (node: Node, role: PastedBlock['role'], kept: boolean): void => {
    if (node.nodeType === node.TEXT_NODE) {
      const [first = '', ...rest] = kept
        ? (node.nodeValue ?? '').split('\n')
        : [node.nodeValue ?? '']
      words += first
      for (const line of rest) {
        end(role)
        words = line
      }
      return
    }
    if (node.nodeType !== node.ELEMENT_NODE) return
    const element = node as Element
    if (skipped(element)) return
    const name = nameOf(element)
    if (name === 'BR' && role === 'subhead') words += '\n'
    else if (name === 'BR') end(role)
    else if (name === 'TR') row(element, role)
    else if (HEADING.test(name)) block(element, 'subhead', role)
    else if (BLOCKS.has(name)) block(element, role, role)
    else inside(element, role, kept)
  }
  inside(root, 'paragraph', false)
  end('paragraph')
  return blocks
}

/** Of the clipboard's two forms the richer one that has words. */
export function pastedBlocks(html: string, plain: string): readonly PastedBlock[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const blocks = markupBlocks(parsed.body)
  return blocks.length > 0 ? blocks : plainBlocks(plain)
}
