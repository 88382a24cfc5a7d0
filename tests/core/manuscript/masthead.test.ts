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
