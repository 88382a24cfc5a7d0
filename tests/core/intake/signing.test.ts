/** The 落款 of a notice, told by the office, the date and what stands above them. */
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { signatureOf } from '../../../core/intake/signing'

const TEXT = '因渔港路供水管道改造，定于九月十七日二十二时至次日六时对渔港路以东停水。'
const DATE = '2032年9月15日'

describe('the 落款 of a notice', () => {
  it.each<[string, readonly string[], number]>([
    ['office and date', ['岚湾市供水集团有限公司', DATE], 2],
    ['two offices and date', ['岚湾市公安局', '岚湾市住房和城乡建设局', DATE], 3],
    ['on one line', [`岚湾市供水集团有限公司 ${DATE}`], 1],
    ['an office alone', ['岚湾市供水集团有限公司'], 1],
    ['date in Chinese numerals', ['岚湾市供水集团有限公司', '二〇三二年九月十五日'], 2],
    ['names that are no office', ['渔港路全体住户', DATE], 2],
    ['a date alone', [DATE], 1],
    ['none', ['请提前做好储水准备。'], 0],
    ['a date inside', [DATE, '请提前做好储水准备。'], 0],
  ])('%s', (_, below, count) => {
    expect(signatureOf([TEXT, ...below], '停水公告')).toBe(count)
  })

  it('is no office alone below another story, and no line of verse', () => {
    expect(signatureOf([TEXT, '岚湾市供水集团有限公司'], '水管换新')).toBe(0)
    expect(signatureOf(['把一生的泥泞', '留在岸上', DATE], '渡口')).toBe(1)
    expect(signatureOf([DATE], '公告')).toBe(0)
  })

  it('is set flush right', () => {
    const page = `岚湾晚报　2032年9月15日　星期三　A14　公告
停水公告
　　${TEXT}
　　请提前做好储水准备，不便之处，敬请谅解。
　　岚湾市供水集团有限公司
　　${DATE}`
    const { items } = importPage(page, { name: 'page' })
    const blocks = items.flatMap((item) => (item.kind === 'story' ? item.blocks : []))
    expect(blocks.map((block) => 'text' in block && block.flushRight === true)).toEqual([
      ...[false, false, true, true],
    ])
  })
})
