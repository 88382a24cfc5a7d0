import type { LineRecord, LineRole, Source, TextRun } from '../../../core/display/displayList'
import type { StoryId } from '../../../core/ids'
import type { Mark } from './content'
import type { PdfDictionary, PdfFile, PdfRef, PdfValue } from './pdfFile'

/**
 * The tagged structure: Document, a Sect a story, in it a P (or heading) a
 * paragraph, which holds the marked content of its lines on whatever pages they
 * stand. What is not manuscript has no place in it.
 */
export interface Structure {
  /** Turns to the next page. */
  startPage(): void
  /** The mark of a piece of content on the current page. */
  markOf(source: Source, run?: TextRun): Mark
  /** Writes the tree; `pages` are the page objects in the order of `startPage`. */
  finish(file: PdfFile, pages: readonly PdfRef[]): void
}

interface Element {
  readonly tag: string
  readonly kids: { readonly page: number; readonly mcid: number }[]
}
interface Section {
  readonly elements: Element[]
  /** The element that a following line of the same role goes on with. */
  readonly open: Map<LineRole, Element>
  line: LineRecord | null
}

const TAGS: Partial<Record<LineRole, string>> = { headline: 'H1', subhead: 'H2' }

export function createStructure(): Structure {
  const stories = new Map<StoryId, Section>()
  /** By page, then by MCID: whose content it is. */
  const owners: Element[][] = []
  let last: { readonly element: Element; readonly mark: Mark } | null = null

  const elementOf = (story: StoryId, run: TextRun): Element => {
    let section = stories.get(story)
    if (section === undefined) {
      section = { elements: [], open: new Map(), line: null }
      stories.set(story, section)
    }
    const { role, first } = run.line
    const known = section.open.get(role)
    const starts = first && run.line !== section.line
    section.line = run.line
    if (known !== undefined && !starts) return known
    const made: Element = { tag: TAGS[role] ?? 'P', kids: [] }
    section.elements.push(made)
    section.open.set(role, made)
    return made
  }

  return {
    startPage() {
      owners.push([])
      last = null
    },
    markOf(source, run) {
      if (source.kind !== 'manuscript' || run === undefined) {
        last = null
        return 'artifact'
      }
      const element = elementOf(source.story, run)
      if (last !== null && last.element === element) return last.mark
      const onPage = owners[owners.length - 1]
      if (onPage === undefined) throw new Error('Content was marked before its page was started')
      const mcid = onPage.length
      onPage.push(element)
      element.kids.push({ page: owners.length - 1, mcid })
      last = { element, mark: { mcid, tag: element.tag } }
      return last.mark
    },
    finish: (file, pages) => writeTree(file, pages, [...stories.values()], owners),
  }
}

function writeTree(
  file: PdfFile,
  pages: readonly PdfRef[],
  sections: readonly Section[],
  owners: readonly (readonly Element[])[],
): void {
  const pageAt = (index: number): PdfRef => {
    const found = pages[index]
    if (found === undefined) throw new Error(`Page ${index} was never written`)
    return found
  }
  const root = file.ref({ Type: 'StructTreeRoot' })
  const document = file.ref({ Type: 'StructElem', S: 'Document', P: root })
  const refs = new Map<Element, PdfRef>()
  const sectionRefs = sections.map((section) => {
    const sect = file.ref({ Type: 'StructElem', S: 'Sect', P: document })
    sect.data['K'] = section.elements.map((element) => {
      const first = element.kids[0]?.page ?? 0
      const data: PdfDictionary = { Type: 'StructElem', S: element.tag, P: sect, Pg: pageAt(first) }
      data['K'] = element.kids.map((kid): PdfValue =>
        kid.page === first ? kid.mcid : { Type: 'MCR', Pg: pageAt(kid.page), MCID: kid.mcid },
      )
      const ref = file.ref(data)
      ref.end()
      refs.set(element, ref)
      return ref
    })
    sect.end()
    return sect
  })
  document.data['K'] = sectionRefs
  document.end()
  root.data['K'] = [document]
  root.data['ParentTree'] = {
    Nums: owners.flatMap((onPage, index): PdfValue[] => [
      index,
      onPage.map((element) => refs.get(element) ?? document),
    ]),
  }
  root.data['ParentTreeNextKey'] = owners.length
  // pdfkit ends both when it ends the catalogue
  file.catalogue({ StructTreeRoot: root, MarkInfo: file.ref({ Marked: true }) })
}
