import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import { withoutMarkup } from '../../../core/intake/markup'

describe('copy out of the source of a web page', () => {
  it.each([
    ['&ldquo;一元早餐&rdquo;&mdash;&mdash;翁阿婆', '“一元早餐”——翁阿婆'],
    ['&emsp;&emsp;清晨&#53;点&#x34;0分&nbsp;', '\u2003\u2003清晨5点40分\u00a0'],
    ['&amp;ldquo;好&amp;rdquo;', '“好”'],
    ['<p style="text-indent:2em">甲<strong>乙</strong></p><p>丙<br/>丁</p>', '\n甲乙\n\n丙\n丁\n'],
    ['<style>p{color:red}</style><!-- 广告 --><div>甲</div>', '\u2028甲\u2028'],
    ['<p>甲</p><!-- 乙 <!-- 丙 -->丁-->戊', '\n甲\n丁-->戊'],
    ['<script>a</SCRIPT>甲<script>b</script>乙', '甲乙'],
    ['<tr><td>名次</td><td>队</td></tr>', '\u2028\t名次\t\t队\t\u2028'],
  ])('%s', (raw, wanted) => {
    expect(withoutMarkup(raw).text).toBe(wanted)
    expect(withoutMarkup(raw).count).toBeGreaterThan(0)
  })

  it('keeps the line of each paragraph where it has one of its own', () => {
    const source = `<html><head><style>\np{color:red}\n</style></head>
<!-- 广告
位 -->
<p>老旧小区加装电梯进入快车道</p>
<p
 class="lead">昨日，全市完成加装二百一十六部，比去年同期增加\ufffd成。</p>
<script>
a()
</script>
<p>下半年简化审批流程，\ufffd月开始。</p>`
    const lines = source.split('\n')
    const { report } = importPage(withoutMarkup(source).text, { name: 'page' })
    const doubtful = report.doubts.filter(({ code }) => code === 'intake.replacement')
    expect(doubtful.map(({ where }) => lines[(where?.line ?? 0) - 1])).toEqual([
      expect.stringContaining('增加'),
      expect.stringContaining('月开始'),
    ])
    expect(report.lines).toBe(lines.length)
  })

  it.each(['R&D; 和 AT&T', '3<5，7>6', '标签<p>怎么用', '&unknown;', '&#55296;', '《&》'])(
    'leaves %s',
    (raw) => {
      expect(withoutMarkup(raw)).toEqual({ text: raw, count: 0 })
    },
  )

  it.each([
    ['styles', '<style>', '\n'],
    ['comments', '<p></p><!--', '\n\n<!--'],
  ])('reads %s that never end, each once', (_, raw, shown) => {
    const read = withoutMarkup(raw.repeat(100_000))
    expect(read.text.length).toBe(shown.length * 100_000)
  })
})
