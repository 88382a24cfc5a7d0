/** Rich text files made by hand, in the manners of the programs that write them. */

const bytesOf = new Map<string, string>()
function gbkBytes(char: string): string {
  if (bytesOf.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const decoded = decoder.decode(Uint8Array.of(lead, trail))
        if (decoded.length === 1) bytesOf.set(decoded, String.fromCharCode(lead, trail))
      }
  }
  const bytes = bytesOf.get(char)
  if (bytes === undefined) throw new Error(`${char} is not in GBK`)
  return bytes
}

const isPlain = (char: string): boolean => /^[ -~]$/u.test(char)
const plain = (char: string): string => (/[\\{}]/u.test(char) ? `\\${char}` : char)
const hex = (byte: string): string => `\\'${byte.charCodeAt(0).toString(16).padStart(2, '0')}`

/** The text as GBK bytes of one `\'hh` each, as Word and WPS write it. */
export const inHex = (text: string): string =>
  [...text]
    .map((char) => (isPlain(char) ? plain(char) : [...gbkBytes(char)].map(hex).join('')))
    .join('')

/** The text as bare GBK bytes, as WordPad of old wrote it. */
export const inBytes = (text: string): string =>
  [...text].map((char) => (isPlain(char) ? plain(char) : gbkBytes(char))).join('')

/** The text as `\uN` with `standIn` behind each, as LibreOffice writes it. */
export const inUnicode = (text: string, standIn = "\\'3f"): string =>
  [...Array(text.length).keys()]
    .map((at) =>
      isPlain(text.charAt(at))
        ? plain(text.charAt(at))
        : `\\u${(text.charCodeAt(at) << 16) >> 16}${standIn}`,
    )
    .join('')

/** Bytes in hexadecimal, 64 bytes a line. */
export const hexLines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,128}/gu) ?? []
  ).join('\r\n')

const WORD_HEAD = String.raw`{\rtf1\adeflang1025\ansi\ansicpg936\uc2\adeff31507\deff0\stshfdbch31505\stshfloch31506{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}{\f13\fbidi \fnil\fcharset134\fprq2{\*\panose 02010600030101010101}\'cb\'ce\'cc\'e5{\*\falt SimSun};}{\fdbminor\f31505\fbidi \fnil\fcharset134\fprq2\'cb\'ce\'cc\'e5;}{\fhiminor\f31506\fbidi \fswiss\fcharset0\fprq2 Calibri;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql \fs21 \snext0 Normal;}{\s15 \'b1\'ea\'cc\'e2 1;}}{\*\rsidtbl \rsid1385838}{\info{\title \'cd\'f8}{\author Mori}}{\upr{\*\fchars !%),.\'a1\'a2}{\*\ud\uc0{\*\fchars !%),.{\uc2\u162 \'a1\'e9}}}}\sectd {\header \pard\plain \'d2\'b3\par }{\*\pnseclvl1\pnucrm{\pntxta \dbch .}}`

/** A run of Word's: Chinese in the double-byte font, after whose mark the bytes stand. */
export const wordRun = (text: string): string =>
  String.raw`{\rtlch\fcs1 \af31507 \ltrch\fcs0 \insrsid1385838 \loch\af31506\hich\af31506\dbch\f31505 ${inHex(text)}}`

/** Latin letters in a run of Word's. */
export const latinRun = (text: string): string =>
  String.raw`{\rtlch\fcs1 \af31507 \ltrch\fcs0 \hich\af31506\dbch\af31505\loch\f31506 ${text}}`

export const wordParagraph = (runs: string, properties = ''): string =>
  `\\pard\\plain \\ltrpar\\ql ${properties}${runs}{\\rtlch\\fcs1 \\af31507 \r\n\\par }`

/** A picture as Word writes it: once as it came, once more as a metafile for older readers. */
export const wordPicture = (bytes: Uint8Array): string =>
  `{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw53\\pngblip\\bliptag-123{\\*\\blipuid 00112233445566778899aabbccddeeff}\r\n${hexLines(bytes)}}}{\\nonshppict{\\pict\\wmetafile8 0100090000}}`

export const wordFile = (...body: readonly string[]): Uint8Array =>
  fileOf(
    `${WORD_HEAD}${body.join('')}{\\*\\themedata 504b0304}{\\*\\latentstyles{\\lsdlockedexcept Normal;}}}`,
  )

/** A file whose characters are its bytes. */
export const fileOf = (characters: string): Uint8Array =>
  new Uint8Array(Buffer.from(characters, 'latin1'))
