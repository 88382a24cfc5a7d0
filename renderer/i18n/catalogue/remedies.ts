/** 合版办法: what would make a story fit. */
import { plural, text, words } from '../words'

const rows = (chinese: string, english: (n: string) => string) =>
  words(
    (n: number) => chinese.replace('#', String(n)),
    (n: number) => english(plural(n, 'row')),
  )

export const remedies = {
  remedies: {
    title: text('合版办法', 'Ways to fit'),
    composing: text('正在试排…', 'Composing…'),
    none: text(
      '没有现成的办法：改稿，或重新排这一版。',
      'No ready remedy: edit the story, or make the page up again.',
    ),
    hint: text('悬停预演，单击应用', 'Hover to preview, click to apply'),
    deeper: rows('框加高 # 行', (n) => `Frame ${n} deeper`),
    higher: rows('框上加 # 行', (n) => `Frame ${n} higher`),
    shallower: rows('框减高 # 行', (n) => `Frame ${n} shallower`),
    headLess: rows('题区减 # 行', (n) => `Headline ${n} less`),
    headMore: rows('题区加 # 行', (n) => `Headline ${n} more`),
    boxLess: rows('文内框减 # 行', (n) => `Box ${n} less`),
    boxMore: rows('文内框加 # 行', (n) => `Box ${n} more`),
    pictureLess: rows('图减 # 行', (n) => `Picture ${n} less`),
    pictureMore: rows('图加 # 行', (n) => `Picture ${n} more`),
    tighter: words(
      (n: number) => (n === 1 ? '一段紧 1 行' : `${n} 段各紧 1 行`),
      (n: number) => `${plural(n, 'paragraph')} a line tighter`,
    ),
    looser: words(
      (n: number) => (n === 1 ? '一段松 1 行' : `${n} 段各松 1 行`),
      (n: number) => `${plural(n, 'paragraph')} a line looser`,
    ),
    both: words(
      (first: string, second: string) => `${first}，${second}`,
      (first: string, second: string) => `${first}, then ${second}`,
    ),
    turn: words(
      (folio: string) => `转 ${folio} 版`,
      (folio: string) => `Turn to page ${folio}`,
    ),
    cutSentences: words(
      (n: number) => `删段末 ${n} 字`,
      (n: number) => `Cut ${n} char. at a paragraph’s end`,
    ),
    cutParagraphs: words(
      (n: number) => `删整段 ${n} 字`,
      (n: number) => `Cut whole paragraphs, ${n} char.`,
    ),
    fromStories: words(
      (letters: string) => `${letters} 稿让行`,
      (letters: string) => `rows from ${letters}`,
    ),
    toStories: words(
      (letters: string) => `行让给 ${letters} 稿`,
      (letters: string) => `rows to ${letters}`,
    ),
  },
} as const
