import { describe, expect, it } from 'vitest'
import { decodeManuscript } from '../../../core/intake'

const TEXT = '临江渡口的清晨，\n渡船开了。\n第三行：价格12.5元。\n'
/** “渡口” and “清晨。” in GB18030: Node can decode but not encode it. */
const GB = { 渡口: [0xb6, 0xc9, 0xbf, 0xda], 清晨: [0xc7, 0xe5, 0xb3, 0xbf, 0xa1, 0xa3] }

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'))
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const swap = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[i ^ 1] as number)
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]))

const valueOf = (input: Uint8Array): { text: string; encoding: string } => {
  const result = decodeManuscript(input)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const errorOf = (
  input: Uint8Array,
): { code: string; message: string; line: number | undefined } => {
  const result = decodeManuscript(input)
  if (result.ok) throw new Error(`decoded as ${result.value.encoding}`)
  const { code, message, where } = result.error
  return { code, message, line: where?.line }
}

describe('encodings a manuscript comes in', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(valueOf(utf8(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8' })
    expect(valueOf(bytes([0xef, 0xbb, 0xbf], utf8(TEXT)))).toEqual({
      text: TEXT,
      encoding: 'utf-8',
    })
  })

  it('reads UTF-16 either way round, with and without a mark', () => {
    const little = utf16le(TEXT)
    expect(valueOf(bytes([0xff, 0xfe], little))).toEqual({ text: TEXT, encoding: 'utf-16le' })
    expect(valueOf(bytes([0xfe, 0xff], swap(little)))).toEqual({ text: TEXT, encoding: 'utf-16be' })
    expect(valueOf(little)).toEqual({ text: TEXT, encoding: 'utf-16le' })
    expect(valueOf(swap(little))).toEqual({ text: TEXT, encoding: 'utf-16be' })
  })

  it('reads GB18030, four-byte characters too', () => {
    expect(valueOf(bytes(GB.渡口, [0x0a], GB.清晨))).toEqual({
      text: '渡口\n清晨。',
      encoding: 'gb18030',
    })
    expect(valueOf(bytes(GB.渡口, [0x95, 0x32, 0x82, 0x36])).text).toBe('渡口𠀀')
  })

  it('reads Big5, whose marks GB18030 does not have', () => {
    // 渡輪加價，街坊憂慮。
    const hex = 'b4e7bdfca55bbbf9a141b5f3a77bbc7ebc7ba143'
    const big5 = new Uint8Array(Buffer.from(hex, 'hex'))
    expect(valueOf(big5)).toEqual({ text: '渡輪加價，街坊憂慮。', encoding: 'big5' })
    expect(valueOf(bytes(GB.清晨, GB.清晨, big5.subarray(8, 10))).encoding).toBe('gb18030')
  })

  it('keeps characters outside the first plane', () => {
    expect(valueOf(utf8('𠀀的渡口')).text).toBe('𠀀的渡口')
    expect(valueOf(bytes([0xff, 0xfe], utf16le('𠀀的渡口'))).text).toBe('𠀀的渡口')
  })
})

describe('what is no manuscript is refused with one sentence', () => {
  it('empty files, also those that hold only a mark or white space', () => {
    for (const input of [bytes(), bytes([0xef, 0xbb, 0xbf]), utf8(' \n　\n')]) {
      expect(errorOf(input).code).toBe('intake.empty')
    }
  })

  it('binary data', () => {
    expect(errorOf(bytes([0x25, 0x50, 0x44, 0x46], [0x2d])).message).toContain('a PDF')
    expect(errorOf(bytes(utf8('渡口'), [0, 1, 2, 0, 7, 9, 0, 1, 3])).code).toBe('intake.binary')
    expect(errorOf(bytes(utf8('渡口'), [1, 2, 3, 4, 5, 6])).code).toBe('intake.binary')
  })

  it('a file that changes from UTF-8 to GB18030 names the line and the byte', () => {
    const head = utf8('临江渡口的清晨\n渡船开了\n')
    const found = errorOf(bytes(head, [0x61], GB.清晨))
    expect(found).toMatchObject({ code: 'intake.mixed-encoding', line: 3 })
    expect(found.message).toContain('line 3')
    expect(found.message).toContain(`byte ${head.length + 2}`)
  })

  it('a file that changes from GB18030 to UTF-8 names the line', () => {
    const found = errorOf(bytes(GB.渡口, [0x0a], GB.清晨, [0x0a], utf8('临江渡口的清晨')))
    expect(found).toMatchObject({ code: 'intake.mixed-encoding', line: 3 })
  })

  it('half a character in UTF-16 names the line', () => {
    const lone = bytes([0xff, 0xfe], utf16le('渡口\n清'), [0x00, 0xd8], utf16le('晨'))
    expect(errorOf(lone)).toMatchObject({ code: 'intake.lone-surrogate', line: 2 })
    expect(errorOf(bytes([0xff, 0xfe], utf16le('渡口'), [0x61])).code).toBe('intake.damaged')
  })

  it('says each in one sentence without a stack', () => {
    for (const input of [
      bytes(),
      bytes([0x25, 0x50, 0x44, 0x46]),
      bytes(utf8('渡口的清晨好\n'), GB.清晨),
    ]) {
      expect(errorOf(input).message).toMatch(/^[^\n]+\.$/)
    }
  })
})
