/** What a Word document shows outside its paragraphs: in the text, or told. */
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../main/services/docxReader'
import { boxXml, docxFile } from '../../build/docxFile'

/** The text of a document of these paragraphs between two others, and what is told of it. */
async function readBetween(xml: string) {
  const read = await readDocx(
    'page.docx',
    docxFile([{ text: '渡口夜里加两班船' }, { xml }, { text: '渡口的灯' }]),
  )
  if (!read.ok) throw new Error(read.error.message)
  const { text, diagnostics } = read.value
  const lines = text.split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(['渡口夜里加两班船', '渡口的灯'])
  return {
    lines: lines.slice(1, -1),
    told: diagnostics.map(({ code, parts }) => [code, parts?.['count']]),
  }
}

const inRun = (inside: string): string =>
  `<w:p><w:r><w:t>两班船</w:t></w:r><w:r>${inside}</w:r></w:p>`

const drawn = (inside: string): string =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`

const shape = (...texts: readonly string[]): string =>
  drawn(`<wps:wsp><wps:txbx>${boxXml(...texts)}</wps:txbx></wps:wsp>`)

const choice = (inside: string, fallback = ''): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${inside}</mc:Choice>${fallback}</mc:AlternateContent>`

const oldShape = (inside: string, name = 'shape'): string =>
  `<w:pict><v:${name}>${inside}</v:${name}></w:pict>`

const WORDS = ['核心提示', '末班船改到十点。']
const BOX = { lines: ['两班船', ...WORDS], told: [['input.text-boxes', 1]] }

describe('a text box of a Word document', () => {
  it.each([
    ['of which old programs have no shape', inRun(choice(shape(...WORDS)))],
    ['that stands by itself', inRun(shape(...WORDS))],
    [
      'of which old programs have a shape of the same words',
      inRun(
        choice(
          shape(...WORDS),
          `<mc:Fallback>${oldShape(`<v:textbox>${boxXml(...WORDS)}</v:textbox>`)}</mc:Fallback>`,
        ),
      ),
    ],
    [
      'of which old programs have a shape without words',
      inRun(choice(shape(...WORDS), `<mc:Fallback>${oldShape('')}</mc:Fallback>`)),
    ],
    ['in an oval', inRun(oldShape(`<v:textbox>${boxXml(...WORDS)}</v:textbox>`, 'oval'))],
  ])('%s stands below its paragraph and is told', async (_, xml) => {
    expect(await readBetween(xml)).toEqual(BOX)
  })

  it('keeps its place among others of one group, and is not told when it is empty', async () => {
    const group = drawn(`<wps:wsp>${boxXml('甲')}</wps:wsp><wps:wsp>${boxXml('乙')}</wps:wsp>`)
    expect(await readBetween(inRun(group + shape('')))).toEqual({
      lines: ['两班船', '甲', '乙', ''],
      told: [['input.text-boxes', 2]],
    })
  })

  it('may be 艺术字 with its words in an attribute', async () => {
    const art = oldShape('<v:textpath string="渡口夜话"/>')
    expect((await readBetween(inRun(art))).lines).toEqual(['两班船', '渡口夜话'])
  })
})

describe('what stands inside a paragraph of a Word document', () => {
  const math = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`

  it.each([
    [
      'a formula',
      `<w:p><m:oMathPara><m:oMath>${math('E=')}${math('mc')}</m:oMath></m:oMathPara></w:p>`,
      'E=mc',
      'input.formulas',
    ],
    [
      '拼音 above its characters',
      inRun(
        '<w:ruby><w:rt><w:r><w:t>dù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渡</w:t></w:r></w:rubyBase></w:ruby>',
      ),
      '两班船渡',
      'input.readings',
    ],
    ['a chart', inRun(drawn('<c:chart/>')), '两班船', 'input.drawings'],
  ])('%s is kept as far as it is text, and told', async (_, xml, text, code) => {
    expect(await readBetween(xml)).toEqual({ lines: [text], told: [[code, 1]] })
  })

  it('a field is what it shows', async () => {
    const field = '<w:p><w:fldSimple><w:r><w:t>2033年</w:t></w:r></w:fldSimple></w:p>'
    expect(await readBetween(field)).toEqual({ lines: ['2033年'], told: [] })
  })
})
