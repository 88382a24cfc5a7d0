import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRtf } from '../../../main/services/rtf/rtfReader'
import {
  fileOf,
  hexLines,
  inBytes,
  inHex,
  inUnicode,
  latinRun,
  wordFile,
  wordParagraph,
  wordPicture,
  wordRun,
} from '../../build/rtfFile'

async function read(bytes: Uint8Array) {
  const result = await readRtf('来稿.rtf', bytes)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const textOf = async (bytes: Uint8Array): Promise<string> => (await read(bytes)).text

const SIMSUN = String.raw`{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}}`
const picture = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 37 + 11) % 256)

describe('rich text of Word', () => {
  it('gives its paragraphs and indents, and leaves out what stands on no page', async () => {
    const text = await textOf(
      wordFile(
        wordParagraph(wordRun('“老井”的新邻居')),
        wordParagraph(wordRun('本报讯（记者 辛夷）近日来了新邻居。'), '\\fi420 '),
        wordParagraph(latinRun('GDP 3.2%') + wordRun('，增长。')),
      ),
    )
    expect(text).toBe('“老井”的新邻居\n　　本报讯（记者 辛夷）近日来了新邻居。\nGDP 3.2%，增长。')
  })

  it('takes a character that GBK lacks, without the two that stand in for it', async () => {
    const run = String.raw`{\dbch\f31505 ${inHex('李')}\u22531 \'3f\'3f${inHex('说')}}`
    expect(await textOf(wordFile(wordParagraph(run)))).toBe('李堃说')
  })

  it('reads the shown text of a link, tables row by row, and footnotes at the end', async () => {
    const note = `{\\super \\chftn {\\footnote \\pard\\plain {\\chftn }${wordRun('注文。')}\\par }}`
    const link = `{\\field{\\*\\fldinst {HYPERLINK "x"}}{\\fldrslt ${wordRun('链接')}}}`
    const cell = (text: string): string => `\\pard\\intbl ${wordRun(text)}\\cell `
    const table = `\\trowd \\cellx100\\cellx200 ${cell('姓名')}${cell('得分')}\\row \\pard `
    const { text, diagnostics } = await read(
      wordFile(wordParagraph(link + note), table, wordParagraph(wordRun('完'))),
    )
    expect(text).toBe('链接\n姓名\t得分\n完\n注文。')
    expect(diagnostics.map(({ code, parts }) => [code, parts])).toEqual([
      ['input.tables', { count: 1 }],
      ['input.footnotes', { count: 1 }],
    ])
  })

  it('reads copy that a table sets side by side cell by cell, each row by itself', async () => {
    const par = (text: string): string => `\\pard\\intbl ${wordRun(text)}\\par `
    const cell = (text: string): string => `\\pard\\intbl ${wordRun(text)}\\cell `
    const row = (cells: string): string =>
      `\\trowd \\cellx100\\cellx200 ${cells}{\\trowd \\cellx100\\cellx200 \\row }\\pard `
    const first = row(par('第一段。') + cell('第二段。') + cell('右边。'))
    const text = await textOf(wordFile(first, row(cell('甲') + cell('乙'))))
    expect(text).toBe('第一段。\n第二段。\n右边。\n甲\t乙')
  })

  it('gives each picture once, with the texts around it', async () => {
    const bytes = picture(1000)
    const { pictures } = await read(
      wordFile(
        wordParagraph(wordRun('上文')),
        wordParagraph(wordPicture(bytes)),
        wordParagraph(wordRun('图为老井。')),
      ),
    )
    expect(pictures).toEqual([{ bytes, near: ['图为老井。', '上文'] }])
  })

  it('reads text boxes before their paragraph, and pictures that float', async () => {
    const bytes = picture(100)
    const box = `{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt ${wordParagraph(wordRun('框里'))}}}{\\shprslt ${wordRun('又一遍')}}}`
    const floats = `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv {\\pict\\pngblip ${hexLines(bytes)}}}}}}`
    const value = await read(wordFile(wordParagraph(wordRun('前') + box + floats + wordRun('后'))))
    expect(value.text).toBe('框里\n前后')
    expect(value.pictures).toEqual([{ bytes, near: ['前后', '框里'] }])
  })

  it('tells of numbers and comments that it does not take', async () => {
    const number = String.raw`{\listtext\pard\plain \hich\f0 1.\tab}`
    const comment = `{\\*\\atnid A}\\chatn {\\*\\annotation ${wordParagraph(wordRun('查一下'))}}`
    const { text, diagnostics } = await read(
      wordFile(wordParagraph(number + wordRun('第一') + comment)),
    )
    expect(text).toBe('第一')
    expect(diagnostics.map(({ code, parts }) => [code, parts])).toEqual([
      ['input.numbering', { count: 1 }],
      ['input.comments', { count: 1 }],
    ])
  })

  it('leaves out what is hidden or deleted, and only that', async () => {
    const run = `{${wordRun('留')}{\\v ${wordRun('藏')}}{\\deleted ${wordRun('删')}}\\v ${inHex('藏')}\\v0 ${inHex('住')}}`
    expect(await textOf(wordFile(wordParagraph(run.replaceAll('\\v ', '\\f13\\v '))))).toBe('留住')
  })
})

describe('rich text of other programs', () => {
  it('LibreOffice: characters by number, halves of a pair too', async () => {
    const body = `{\\loch ${inUnicode('戏台，亮了“灯”𠮷')}}`
    const file = `{\\rtf1\\ansi\\deff3{\\fonttbl{\\f3\\fcharset0 Liberation Serif;}}{\\*\\pgdsctbl{\\pgdsc0 Default Style;}}\\pard\\plain ${body}\n\\par }`
    expect(await textOf(fileOf(file))).toBe('戏台，亮了“灯”𠮷')
  })

  it('WPS of old: Chinese bytes in a font that claims no charset', async () => {
    const file = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 SimSun;}}\\f0 ${inHex('渡口夜班')}\\par}`
    expect(await textOf(fileOf(file))).toBe('渡口夜班')
  })

  it('WordPad: bare bytes, a character on two lines, marks that are escaped', async () => {
    const [lead, trail] = inBytes('口')
    const file = `{\\rtf1\\ansi\\ansicpg936\\deff0${SIMSUN}\r\n\\viewkind4\\uc1\\pard\\lang2052\\f0\\fs20 ${inBytes('渡')}${lead}\r\n${trail}\\{A\\}\\par\r\n}\r\n\0`
    expect(await textOf(fileOf(file))).toBe('渡口{A}')
  })

  it('TextEdit: a paragraph ends with a line end behind a backslash', async () => {
    const file = `{\\rtf1\\ansi\\ansicpg936\\cocoartf2580\n\\f0\\fs24 \\uc0${inUnicode('渡口', ' ')}\\\n${inUnicode('夜班', ' ')}}`
    expect(await textOf(fileOf(file))).toBe('渡口\n夜班')
  })

  it('Latin letters beside Chinese, and Big5', async () => {
    const latin = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 caf\\'e9 \\par}`
    expect(await textOf(fileOf(latin))).toBe('café ')
    const big5 = `{\\rtf1\\ansi\\ansicpg950{\\fonttbl{\\f0\\fcharset136 PMingLiU;}}\\f0 \\'a4\\'a4\\'a4\\'e5\\par}`
    expect(await textOf(fileOf(big5))).toBe('中文')
  })

  it('pictures as bytes', async () => {
    const bytes = picture(300)
    const binary = `{\\pict\\pngblip\\bin300 ${Buffer.from(bytes).toString('latin1')}}`
    const { pictures } = await read(fileOf(`{\\rtf1\\ansi ${binary}\\par}`))
    expect(pictures.map((one) => one.bytes)).toEqual([bytes])
  })
})

describe('any rich text', () => {
  const line = fc.string({
    unit: fc.constantFrom(...'渡口夜班灯“”（），。—·1aZ .{}\\%'),
    minLength: 1,
    maxLength: 30,
  })
  const file = (lines: readonly string[], written: (text: string) => string): Uint8Array =>
    fileOf(
      `{\\rtf1\\ansi\\ansicpg936\\deff0${SIMSUN}\\uc1 ${lines.map((text) => `{\\f0 ${written(text)}}\\par\r\n`).join('')}}`,
    )

  it.each([
    ['\\’hh', inHex],
    ['bytes', inBytes],
    ['\\u', (text: string) => inUnicode(text)],
  ])('keeps every character written as %s', async (_, written) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
        expect(await textOf(file(lines, written))).toBe(lines.join('\n'))
      }),
    )
  })

  it('is refused in one sentence wherever it is cut off', async () => {
    const whole = wordFile(
      wordParagraph(wordRun('渡口')),
      wordParagraph(wordPicture(picture(40))),
      wordParagraph(wordRun('夜班')),
    )
    for (let length = 6; length < whole.length; length += 7) {
      const cut = await readRtf('来稿.rtf', whole.subarray(0, length))
      expect(cut).toMatchObject({
        ok: false,
        error: { code: 'input.rtf', where: { file: '来稿.rtf' } },
      })
    }
  })

  it('is read or refused, whatever its bytes', async () => {
    const noise = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '*',
        "'",
        'u',
        'pict',
        'f0',
        'par',
        'bin9',
        ' ',
        'é',
        '中',
        '1',
      ),
      { maxLength: 60 },
    )
    await fc.assert(
      fc.asyncProperty(noise, async (marks) => {
        const bytes = new Uint8Array(Buffer.from(`{\\rtf1${marks.join('')}`))
        const { ok } = await readRtf('来稿.rtf', bytes)
        expect(typeof ok).toBe('boolean')
      }),
    )
  })
})
