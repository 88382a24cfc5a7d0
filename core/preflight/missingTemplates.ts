import { pagesOf, type Edition } from '../model/edition'
import type { Diagnostic } from '../result'

/** One warning for each template that pages name and that is not at hand: the pages stand as they were made. */
export function missingTemplates(
  edition: Edition,
  atHand: { has(id: string): boolean },
): readonly Diagnostic[] {
  const pages = pagesOf(edition).filter(({ template }) => !atHand.has(template))
  return [...new Set(pages.map(({ template }) => template))].map((template) => {
    const folios = pages.filter((page) => page.template === template).map(({ folio }) => folio)
    return {
      severity: 'warning',
      code: 'template.missing',
      message: `The template ${template} of page ${folios.join(', ')} is not here; the page stands as it was made. Choose another template for it.`,
      where: { page: folios[0] ?? '' },
      parts: { template, pages: folios.join(' ') },
    }
  })
}
