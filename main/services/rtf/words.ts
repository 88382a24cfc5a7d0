/** What control words of rich text mean for its text (RTF specification 1.9.1). */

/** Groups whose text stands on no page, or a second time. */
export const UNREAD: ReadonlySet<string> = new Set([
  ...['info', 'colortbl', 'stylesheet', 'listtable', 'listoverridetable', 'revtbl', 'filetbl'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'],
  ...['ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['listtext', 'pntext', 'pntxta', 'pntxtb', 'fldinst', 'xe', 'tc', 'upr'],
  ...['nonshppict', 'nonesttables', 'shprslt', 'objdata', 'objclass', 'objname'],
])

/** The number or bullet that the word processor sets before a paragraph. */
export const NUMBERS: ReadonlySet<string> = new Set(['listtext', 'pntext'])

/** Groups a reader may leave out (`\*`) that hold text or pictures all the same. */
export const OPTIONAL_READ: ReadonlySet<string> = new Set(['shppict', 'shpinst'])

export const PARAGRAPH_ENDS: ReadonlySet<string> = new Set([
  ...['par', 'sect', 'nestcell', '\n', '\r'],
])

export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': '\u00a0',
  _: '‑',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
