/**
 * What a Word document shows and mammoth passes over, put where it reads or counted: text boxes, formulas,
 * phonetic guides, fields, charts and diagrams (ECMA-376 part 1, 17.16, 20.4, 22.1; part 3, 10).
 */

export interface PassedOver {
  /** Text boxes with words: they stand below the paragraph they are fixed to. */
  readonly boxes: number
  /** Formulas, whose characters stand in the text. */
  readonly formulas: number
  /** Readings above characters, which are left out. */
  readonly readings: number
  /** Charts and SmartArt, which are left out. */
  readonly drawings: number
}

const NOTHING: PassedOver = { boxes: 0, formulas: 0, readings: 0, drawings: 0 }

/** The parts with copy, as every word processor names them. */
const COPY = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/u

/** Most documents have none of it and are handed on as they are. */
const WORTH_A_LOOK =
  /<\w+:(?:txbxContent|textpath|AlternateContent|ruby|fldSimple|oMath|chart|relIds|bdo|dir)\b/u

type Tree = Document | Element

const named = (root: Tree, name: string): readonly Element[] =>
  Array.from(root.getElementsByTagNameNS('*', name))

const childNamed = (element: Element, name: string): Element | undefined =>
  named(element, name).find(({ parentNode }) => parentNode === element)

function isInside(element: Element, name: string): boolean {
  for (let above = element.parentNode; above; above = above.parentNode)
    if ((above as Partial<Element>).localName === name) return true
  return false
}

const outermost = (root: Tree, name: string): readonly Element[] =>
  named(root, name).filter((element) => !isInside(element, name))

/** The element goes, what is in `content` takes its place. */
function replaceBy(element: Element, content: Element | undefined): void {
  const { parentNode } = element
  for (const node of Array.from(content?.childNodes ?? [])) parentNode?.insertBefore(node, element)
  parentNode?.removeChild(element)
}

const wordsIn = (element: Element): string =>
  named(element, 't')
    .map(({ textContent }) => textContent)
    .join('')

const hasWords = (element: Element): boolean => wordsIn(element).trim() !== ''

function runOf(document: Document, words: string): Element {
  const word = document.documentElement.namespaceURI
  const [run, text] = [document.createElementNS(word, 'w:r'), document.createElementNS(word, 'w:t')]
  text.appendChild(document.createTextNode(words))
  run.appendChild(text)
  return run
}

/** mammoth reads the fallback of a choice alone: where only the choice has words, it stands for both. */
function takeChoices(document: Document): void {
  for (let all = outermost(document, 'AlternateContent'); all.length > 0;) {
    for (const both of all) {
      const [choice, fallback] = [childNamed(both, 'Choice'), childNamed(both, 'Fallback')]
      const hasChoice = choice && !(fallback && (hasWords(fallback) || !hasWords(choice)))
      replaceBy(both, hasChoice ? choice : fallback)
    }
    all = outermost(document, 'AlternateContent')
  }
}

/** 艺术字 of old documents has its words in an attribute. */
function artIn(document: Document, shape: Element): readonly Element[] {
  return named(shape, 'textpath').flatMap((path) => {
    const words = path.getAttribute('string') ?? ''
    if (words.trim() === '') return []
    const paragraph = document.createElementNS(document.documentElement.namespaceURI, 'w:p')
    paragraph.appendChild(runOf(document, words))
    return [paragraph]
  })
}

/** The words of each shape alone in a `w:pict` behind it: so mammoth reads them whatever the shape is. */
function openBoxes(document: Document): number {
  let boxes = 0
  for (const shape of [...outermost(document, 'drawing'), ...outermost(document, 'pict')]) {
    const contents = [...outermost(shape, 'txbxContent'), ...artIn(document, shape)]
    const { parentNode, nextSibling } = shape
    for (const content of contents) {
      if (hasWords(content)) boxes++
      const own = document.createElementNS(document.documentElement.namespaceURI, 'w:pict')
      own.appendChild(content)
      parentNode?.insertBefore(own, nextSibling)
    }
  }
  return boxes
}

function openWrapped(document: Document): number {
  const readings = named(document, 'ruby')
  for (const ruby of readings) replaceBy(ruby, childNamed(ruby, 'rubyBase'))
  for (const name of ['fldSimple', 'bdo', 'dir'])
    for (const wrapped of named(document, name)) replaceBy(wrapped, wrapped)
  return readings.length
}

function openFormulas(document: Document): number {
  const formulas = named(document, 'oMath')
  for (const formula of formulas) {
    formula.parentNode?.insertBefore(runOf(document, wordsIn(formula)), formula)
    replaceBy(formula, undefined)
  }
  for (const set of named(document, 'oMathPara')) replaceBy(set, set)
  return formulas.length
}

function openPart(document: Document): PassedOver {
  takeChoices(document)
  const drawings = [...named(document, 'chart'), ...named(document, 'relIds')].length
  return {
    boxes: openBoxes(document),
    formulas: openFormulas(document),
    readings: openWrapped(document),
    drawings,
  }
}

const sumOf = (one: PassedOver, other: PassedOver): PassedOver => ({
  boxes: one.boxes + other.boxes,
  formulas: one.formulas + other.formulas,
  readings: one.readings + other.readings,
  drawings: one.drawings + other.drawings,
})

/** The document with all this opened, and how much of it there is. Throws where the bytes are no archive or a part is no XML. */
export async function openParts(
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly passedOver: PassedOver }> {
  const { default: Zip } = await import('jszip')
  const archive = await Zip.loadAsync(bytes)
  let passedOver = NOTHING
  let isChanged = false
  for (const part of archive.file(COPY)) {
    const xml = await part.async('string')
    if (!WORTH_A_LOOK.test(xml)) continue
    const { DOMParser, XMLSerializer } = await import('@xmldom/xmldom')
    const document = new DOMParser({ errorHandler: () => undefined }).parseFromString(
      xml,
      'text/xml',
    )
    passedOver = sumOf(passedOver, openPart(document))
    archive.file(part.name, new XMLSerializer().serializeToString(document))
    isChanged = true
  }
  if (!isChanged) return { bytes, passedOver }
  return { bytes: await archive.generateAsync({ type: 'uint8array' }), passedOver }
}
