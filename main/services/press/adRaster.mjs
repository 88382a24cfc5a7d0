/**
 * Paints a PDF's first page as a PNG with pdf.js, for screens only: what goes to
 * the press is the page itself. A process of its own, since the file is a
 * stranger's and its library large.
 *
 * Takes one {bytes, ppi} message; answers {png} or {fault}.
 */
import { openPdf } from './pdfjs.mjs'

/** No page on paper needs more. */
const MOST_SIDE = 8192

process.on('message', ({ bytes, ppi }) => {
  void paint(bytes, ppi).then(
    (png) => process.send?.({ png }),
    (error) => process.send?.({ fault: String(error?.message ?? error) }),
  )
})
process.on('disconnect', () => process.exit())

async function paint(bytes, ppi) {
  const document = await openPdf(bytes)
  const page = await document.getPage(1)
  const whole = page.getViewport({ scale: 1 })
  const scale = Math.min(ppi / 72, MOST_SIDE / Math.max(whole.width, whole.height))
  const viewport = page.getViewport({ scale })
  // its own canvas library: two copies of it do not take each other's paths
  const { canvas, context } = document.canvasFactory.create(
    Math.ceil(viewport.width),
    Math.ceil(viewport.height),
  )
  await page.render({ canvas, canvasContext: context, viewport, background: '#fff' }).promise
  return canvas.toBuffer('image/png')
}
