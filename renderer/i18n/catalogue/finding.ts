/** 查找与替换. */
import { plural, text, words } from '../words'

export const finding = {
  finding: {
    title: text('查找与替换', 'Find and replace'),
    find: text('查找…', 'Find…'),
    findReplace: text('替换…', 'Replace…'),
    findEdition: text('在整期里查找…', 'Find in the edition…'),
    next: text('下一处', 'Next match'),
    previous: text('上一处', 'Previous match'),
    close: text('收起查找', 'Close find'),
    what: text('查找内容', 'Find'),
    by: text('替换为', 'Replace with'),
    replace: text('替换', 'Replace'),
    replaceAll: text('全部替换', 'Replace all'),
    where: text('查找范围', 'Where'),
    story: text('本稿', 'Story'),
    page: text('本版', 'Page'),
    edition: text('整期', 'Edition'),
    matchCase: text('分大小写', 'Match case'),
    whole: text('整词', 'Whole word'),
    anyWidth: text('不分全半角', 'Ignore width'),
    regex: text('正则', 'Regex'),
    results: text('查到的地方', 'Matches'),
    count: words(
      (at: number, of: number) => (of === 0 ? '没有' : at > 0 ? `${at} / ${of} 处` : `${of} 处`),
      (at: number, of: number) => (of === 0 ? 'None' : at > 0 ? `${at} of ${of}` : String(of)),
    ),
    inStory: words(
      (n: number) => `${n} 处`,
      (n: number) => (n === 1 ? '1 match' : `${n} matches`),
    ),
    nowhere: text('不在版上', 'Not on a page'),
    replacedLabel: words(
      (n: number) => `替换 ${n} 处`,
      (n: number) => `Replace ${plural(n, 'place')}`,
    ),
    tooLong: text(
      '这个正则表达式两秒还没有查完；改短一些，或者去掉重复套重复的写法。',
      'This regular expression was not done in two seconds; shorten it, or take out repeats inside repeats.',
    ),
  },
} as const
