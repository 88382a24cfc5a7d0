/** What the head of a page says of paper, date and 版次, on one line or on several. */
import { describe, expect, it } from 'vitest'
import { readMasthead } from '../../../core/manuscript/masthead'

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
})
