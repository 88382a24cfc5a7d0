/** What the head of a page says of paper, date and 版次, on one line or on several. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storyId } from '../../../core/ids'
import { linesDoc } from '../../../core/manuscript/documents'
import { editionOf } from '../../../core/manuscript/editionOf'
import { readMasthead as readHead } from '../../../core/manuscript/masthead'
import { withoutHead, withoutHeads } from '../../../core/manuscript/masthead/setAnew'
import { toStories } from '../../../core/manuscript/toStories'
import type { Edition, Story } from '../../../core/model/edition'
import { recordsOf } from '../../../core/model/tables'
import { openTemplates } from '../../../main/services/templateCatalog'

const readMasthead = (lines: readonly string[]) => readHead(lines).masthead

describe('the head of a page', () => {
  it('is read from one line', () => {
    expect(readMasthead(['澜溪日报 2034年4月17日 星期一 第03版 要闻'])).toEqual({
      publication: '澜溪日报',
      date: '2034-04-17',
      folio: '3',
      issue: null,
      section: '要闻',
    })
  })

  it('is read from lines of their own', () => {
    const head = ['澜溪日报', 'LANXI RIBAO', '2034年4月17日 星期一', '第3版']
    expect(readMasthead(head)).toMatchObject({
      publication: '澜溪日报',
      date: '2034-04-17',
      folio: '3',
    })
  })

  it('states 版次 and section without 版, and the paper behind them', () => {
    expect(readMasthead(['2034年4月17日 星期一 A07 社会 澜溪晚报 编辑/骆云'])).toMatchObject({
      publication: '澜溪晚报',
      folio: 'A07',
      section: '社会',
    })
    expect(readMasthead(['澜溪晚报 A12 体育 2034年4月17日'])).toMatchObject({
      publication: '澜溪晚报',
      folio: 'A12',
      section: '体育',
    })
    expect(readMasthead(['8 副刊·漱玉 2034年4月17日 星期一 责编 桑榆'])).toMatchObject({
      folio: '8',
      section: '副刊·漱玉',
    })
    expect(readMasthead(['A07 澜溪晚报 2034年4月17日'])).toMatchObject({ section: '' })
    expect(readMasthead(['2034年4月17日 C3 责编 薄荷'])).toMatchObject({ section: '' })
    expect(readMasthead(['第2版 澜溪晚报 2034年4月17日'])).toMatchObject({
      publication: '澜溪晚报',
      section: '',
    })
    expect(readMasthead(['2034年4月17日 2版 责任编辑 薄荷'])).toMatchObject({ section: '' })
  })

  it('has a weekly of the paper as its section, and as the paper where no other is named', () => {
    const head = ['健康周刊', '澜溪晚报 A20', '2034年4月17日']
    expect(readMasthead(head)).toMatchObject({ publication: '澜溪晚报', section: '健康周刊' })
    expect(readMasthead(['澜溪晚报', '楼市周刊 C1', '2034年4月17日'])).toMatchObject({
      publication: '澜溪晚报',
      section: '楼市周刊',
    })
    expect(readMasthead(['澜溪周刊', '要闻', '2034年4月17日 第2版'])).toMatchObject({
      publication: '澜溪周刊',
      section: '要闻',
    })
    expect(readMasthead(['法治晨刊', '2034年4月17日', '6版', '青石江报社'])).toMatchObject({
      publication: '法治晨刊',
      section: '',
    })
  })

  it('has names with 青年 and 热线新闻 in them, and no sheet as a section', () => {
    expect(readMasthead(['澜溪日报', '2034年4月17日', '青年观察 5版'])).toMatchObject({
      section: '青年观察',
    })
    expect(readMasthead(['澜溪晚报 热线新闻', '热线 5550100', '08', '2034.4.17'])).toMatchObject({
      section: '热线新闻',
    })
    expect(readMasthead(['澜溪新聞 2034年4月17日', '第二張 第三版', '本埠新聞'])).toMatchObject({
      folio: '3',
      section: '本埠新聞',
    })
  })

  it('is spelt in characters', () => {
    expect(readMasthead(['澜溪新報 二〇三四年四月十七日 星期一 第十二版 港聞'])).toMatchObject({
      publication: '澜溪新報',
      date: '2034-04-17',
      folio: '12',
      section: '港聞',
    })
    expect(readMasthead(['二○三四年十一月三十日 今日八版'])).toMatchObject({
      date: '2034-11-30',
      folio: null,
    })
  })

  it('counts its 期号 on from year to year', () => {
    const issueOf = (...lines: string[]) => readMasthead(lines).issue
    expect(issueOf('澜溪日报 2034年4月17日 星期一', '第11862期 今日8版')).toBe(11862)
    expect(issueOf('2037年9月18日 第37期(总第1126期) 星期五')).toBe(1126)
    expect(issueOf('总第 3308 期')).toBe(3308)
    expect(issueOf('澜溪日报 第03版 要闻')).toBeNull()
  })

  it('takes the number of pages for no 版次, and a name in a sentence for no paper', () => {
    for (const count of ['今日8版', '今天 12 版', '共8版'])
      expect(readMasthead([`第11862期 ${count}`]).folio).toBeNull()
    expect(readMasthead(['本报', '欢迎订阅澜溪日报 电话8880000']).publication).toBe('')
  })

  it.each([
    [
      ['综合新闻', '澜溪日报', '2034-04-17 星期一', '04'],
      '澜溪日报',
      '2034-04-17',
      '4',
      '综合新闻',
    ],
    [['A2', '澜溪晚报', '2034.4.17 周一'], '澜溪晚报', '2034-04-17', 'A2', ''],
    [['2034年4月', '17', '星期一', '澜溪报', '二版：基层'], '澜溪报', '2034-04-17', '2', '基层'],
    [['澜溪商报·产经', '16', '2034/04/17'], '澜溪商报', '2034-04-17', '16', '产经'],
    [['澜溪港务', '4版·航运', '2034年4月17日'], '澜溪港务', '2034-04-17', '4', '航运'],
    [['要　闻', '②版', '澜溪县报', '2034年4月17日'], '澜溪县报', '2034-04-17', '2', '要闻'],
    [['A05评论', '澜溪快报', '2034年4月17日'], '澜溪快报', '2034-04-17', 'A05', '评论'],
    [['澜溪日报', '要闻·2', '2034年4月17日'], '澜溪日报', '2034-04-17', '2', '要闻'],
    [['周末特稿 08-09', '澜溪晚报', '2034年4月17日'], '澜溪晚报', '2034-04-17', '8', '周末特稿'],
    [['责编 路明 校对 米禾 06', '澜溪周刊', '2034·4·17'], '澜溪周刊', '2034-04-17', '6', ''],
  ] as const)('is read from %j', (lines, publication, date, folio, section) => {
    expect(readMasthead(lines)).toEqual({ publication, date, folio, section, issue: null })
  })

  it('takes no index of other pages for its own 版次, and no office for a paper', () => {
    const index = ['我县“五小车”整治满月　2版', '村卫生室的灯　3版']
    const head = ['澜溪报', '中共澜溪县委机关报', '2034年4月17日', '今日四版']
    expect(readMasthead([...head, ...index])).toMatchObject({ publication: '澜溪报', folio: null })
    expect(readMasthead([...head, '导　读', '菜价回落 2版'])).toMatchObject({ folio: null })
    expect(readMasthead(['中共澜溪县委机关报', '2034年4月17日']).publication).toBe('')
  })
})

const standing = (id: string, text: string): Story => ({
  ...{ id: storyId(id), slug: id, order: 0, doc: linesDoc(text), rubric: null },
  ...{ unplaced: [], removed: [] },
})
const linesIn = ({ doc }: Story): readonly string[] => doc.children.map((line) => line.textContent)

/** The lines beside a 报眉 that says what they do. */
function besideHead(stories: readonly Story[]): readonly Story[] {
  const { publication, date, folio, section } = readMasthead(stories.flatMap(linesIn))
  const page = { folio: folio?.padStart(2, '0') ?? '', section }
  return withoutHead(page, stories, { publication, date: date ?? '' })
}

describe('what the head of the page sets anew', () => {
  it('stands no longer among the standing lines, and is told by name', () => {
    const texts = ['澜溪日报　2034年4月17日　星期一　第3版', '（2034年4月17日）', '责编 路明']
    const stories = texts.map((text, at) => standing(`f${at}`, text))
    const kept = besideHead(stories)
    expect(kept.map(linesIn)).toEqual([[''], ['（2034年4月17日）'], ['责编 路明']])
    expect(kept[0]?.removed).toEqual([
      { text: '澜溪日报2034年4月17日星期一第3版', why: 'set anew in the head of the page' },
    ])
    expect(kept[2]).toBe(stories[2])
  })

  it('leaves what else is on its line', () => {
    const text = '要闻 A02 澜溪晚报 2034年4月17日 今日八版 责编：路明 天气 晴'
    const [kept] = besideHead([standing('f', text)])
    expect(kept && linesIn(kept)).toEqual(['今日八版 责编：路明 天气 晴'])
    expect(kept?.removed.map((one) => one.text)).toEqual(['要闻A02澜溪晚报2034年4月17日'])
  })

  it('keeps a day of the week that is not the date’s, a week’s span, and a spread', () => {
    for (const [text, rest] of [
      ['澜溪日报 2034年4月17日 星期三', '星期三'],
      ['澜溪日报 2034年4月17日—4月23日', '2034年4月17日—4月23日'],
      ['澜溪日报 08-09 2034年4月17日', '08-09'],
    ] as const) {
      const [kept] = besideHead([standing('f', text)])
      expect(kept && linesIn(kept)).toEqual([rest])
    }
  })
})

describe('the edition of imported pages', () => {
  const catalog = openTemplates(resolve(import.meta.dirname, '../../../resources/templates'))
  const template = catalog.ok ? catalog.value.get('sikai-5x14') : catalog
  const made = (...pages: readonly (readonly string[])[]) => {
    if (!template.ok) throw new Error(template.error.message)
    const manuscript = toStories(
      pages.map((lines) => ({
        items: lines.map((text, at) => ({ id: `f${at}`, kind: 'furniture', text })),
      })),
    )
    const parts = { manuscript, pictures: [], onePage: false, today: '2034-05-01' }
    return withoutHeads(editionOf({ ...parts, template: template.value }).edition)
  }
  const footOf = (edition: Edition, folio: string): readonly string[] =>
    recordsOf(edition, 'pages')
      .filter((page) => page.folio === folio)
      .flatMap(({ credits }) => credits.flatMap((id) => edition.stories[id]?.doc.textContent ?? []))
      .filter((text) => text !== '')

  it('sets in the head what the lines say, and at the foot what is left', () => {
    const edition = made(['澜溪日报 2034年4月17日 星期一 第3版 要闻', '责编 路明'])
    expect(edition.meta).toMatchObject({ publication: '澜溪日报', date: '2034-04-17' })
    expect(recordsOf(edition, 'pages')[0]).toMatchObject({ folio: '03', section: '要闻' })
    expect(footOf(edition, '03')).toEqual(['责编 路明'])
  })

  it('keeps at the foot a date that is not the edition’s, and a 版次 that another page has', () => {
    const edition = made(['澜溪日报 2034年4月17日 第3版'], ['澜溪日报 2034年4月18日 第3版'])
    expect(footOf(edition, '02')).toEqual(['2034年4月18日 第3版'])
  })
})
