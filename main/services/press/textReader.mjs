/**
 * Reads the text of a finished PDF with pdf.js, which shares no code with our
 * writer: one string a page, of what is tagged as content and not as artifact.
 * A process of its own, so that its library is loaded only when asked for.
 */
import { openPdf } from './pdfjs.mjs'

process.on('message', ({ bytes }) => {
  void read(bytes).then(
    (pages) => process.send?.({ pages }),
    (error) => process.send?.({ fault: String(error?.message ?? error) }),
  )
})
process.on('disconnect', () => process.exit())

async function read(bytes) {
  const document = await openPdf(bytes)
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    })
    pages.push(contentIn(items))
    page.cleanup()
  }
  return pages
}

function contentIn(items) {
  const marks = []
  let text = ''
  for (const item of items) {
    if (item.type === 'endMarkedContent') marks.pop()
    else if (item.type !== undefined) marks.push(item.tag)
    else if (!marks.includes('Artifact')) text += item.str
  }
  return text
}
