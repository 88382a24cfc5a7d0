/** 超, 余, 齐: the copyfit bar and the galley. */
import { grouped, plural, text, words } from '../words'

export const copyfit = {
  over: words(
    (lines: number, characters: number) => `超 ${lines} 行 ${grouped(characters)} 字`,
    (lines: number, characters: number) =>
      `${plural(lines, 'line')}, ${grouped(characters)} char. over`,
  ),
  overInBox: words(
    (lines: number) => `框内超 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} over in a box`,
  ),
  overAndInBox: words(
    (lines: number, inBox: number, characters: number) =>
      `超 ${lines} 行、框内 ${inBox} 行 ${grouped(characters)} 字`,
    (lines: number, inBox: number, characters: number) =>
      `${plural(lines, 'line')}, ${inBox} in a box, ${grouped(characters)} char. over`,
  ),
  overCharacters: words(
    (characters: number) => `超 ${grouped(characters)} 字`,
    (characters: number) => `${grouped(characters)} char. over`,
  ),
  under: words(
    (lines: number) => `余 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} short`,
  ),
  fits: text('齐', 'Fits'),
  emptyPage: text('空', 'Empty'),
  overShort: words(
    (n: number) => `超 ${n}`,
    (n: number) => `+${n}`,
  ),
  overInBoxShort: words(
    (n: number) => `框内超 ${n}`,
    (n: number) => `box +${n}`,
  ),
  underShort: words(
    (n: number) => `余 ${n}`,
    (n: number) => `−${n}`,
  ),
  fitBar: text('合版条', 'Copyfit'),
  fitBarLines: words(
    (n: number) => `合版条 · ${n} 行`,
    (n: number) => `Copyfit · ${plural(n, 'line')}`,
  ),
  galley: text('小样', 'Galley'),
  galleyRoom: words(
    (lines: number) => `版位 ${lines} 行`,
    (lines: number) => `${plural(lines, 'line')} of room`,
  ),
  galleyColumn: words(
    (column: number, characters: number) => `第 ${column} 栏 · ${characters} 字`,
    (column: number, characters: number) => `Column ${column} · ${characters} char.`,
  ),
  galleyEnd: words(
    (over: string) => `版面到此为止 · 以下${over}`,
    (over: string) => `The page ends here · ${over}`,
  ),
  galleyEmpty: text(
    '点版面上的一篇稿，它的小样就在这里。',
    'Click a story on the page and its galley appears here.',
  ),
} as const
