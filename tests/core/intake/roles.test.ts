/** Which headings begin a story and which divide one, told by the whole page. */
import { describe, expect, it } from 'vitest'
import { importPage } from '../../../core/intake'
import type { ImportedStory } from '../../../core/intake'

const storiesOf = (lines: readonly string[]): readonly ImportedStory[] =>
  importPage(lines.join('\n'), { name: 'page' }).items.filter((item) => item.kind === 'story')

const subheadsOf = ({ blocks }: ImportedStory): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'subhead' ? [block.text] : []))

const REPORT = [
  '市图书馆新馆今天开门迎客',
  '本报讯（记者 林小禾）位于城东的市图书馆新馆今天正式对读者开放，首日接待读者一万二千人次。',
  '新馆建筑面积四万平方米，设阅览座位两千八百个，周末开放至晚上九点。',
]
const FEATURE = [
  '守着古渡口的摆渡人',
  '本报记者 林小禾',
  '天刚亮，老江就把船撑到了对岸，等第一班上学的孩子。',
]
const GOES = '他在这条河上摆了三十四年渡，换过五条船，没有误过一个孩子上学的钟点。'
const NOTICE = [
  '停水公告',
  '因管网改造，定于5月6日8时至20时对城东片区停止供水，请用户提前做好储水准备。',
]

const WEATHER = [
  '市气象台昨天发布六月份气候趋势预测，预计全市平均气温比常年高一度左右，降水略少。',
  '气象台提醒，月内有两次强降水过程，低洼地区要做好排涝准备。',
]
const SHORT_NEWS = [
  '春耕物资全部到位，三百台农机已经检修完毕，农技人员进村入户指导育秧。',
  '新修的村道昨天通车，沿线五个村的山货半天就能送进城，运费省了三成。',
] as const

describe('headings inside a page', () => {
  it('that are built alike divide the story they stand in', () => {
    const [, feature] = storiesOf([
      ...REPORT,
      ...FEATURE,
      '一条船',
      GOES,
      '一把伞',
      GOES,
      '一盏灯',
      GOES,
    ])
    expect(subheadsOf(feature as ImportedStory)).toEqual(['一条船', '一把伞', '一盏灯'])
  })

  it('that stand alone head a story of their own, also below subheads', () => {
    const plain = storiesOf([...FEATURE, GOES, ...NOTICE])
    expect(plain.map(({ headline }) => headline)).toEqual(['守着古渡口的摆渡人', '停水公告'])
    const divided = storiesOf([
      ...FEATURE,
      GOES,
      '一条船',
      '第一条船是他父亲留下的，船板换过三回，船头那只铁环还是父亲当年打的。',
      '“船老了，人也老了。”老江说，去年县里给渡口配了新船，他还是舍不得把旧船拆掉。',
      '一把伞',
      '下雨天他在船尾撑一把黄油布伞，伞下坐得下六个孩子，他自己淋着雨摇橹。',
      '孩子们长大了，从外地给他寄来新伞，他一把一把挂在墙上，数了数有二十三把。',
      '六月份气候趋势预测',
      ...WEATHER,
    ])
    expect(divided.map(({ headline }) => headline)).toEqual([
      '守着古渡口的摆渡人',
      '六月份气候趋势预测',
    ])
  })

  it('divide it also below a box that stands in its text', () => {
    const [feature] = storiesOf([
      ...FEATURE,
      GOES,
      '一条船载了两代人',
      '第一条船是他父亲留下的，船板换过三回，船钉换过上千颗，船头那只铁环还是',
      '阅读提示',
      '古渡口的摆渡船开了六十年，如今只剩一条，撑船的人说，只要还有孩子过河，他就不走。',
      '父亲当年打的。每年开春，他都要把船拖上岸，晒干，刷两遍桐油，再推回水里去。',
      GOES,
      '一把伞等过许多雨天',
      GOES,
    ])
    expect(subheadsOf(feature as ImportedStory)).toEqual(['一条船载了两代人', '一把伞等过许多雨天'])
  })

  it('that have a bullet head short stories under a rubric and divide a story elsewhere', () => {
    const items = storiesOf([
      ...REPORT,
      '乡镇短波',
      '●长坪乡',
      SHORT_NEWS[0],
      '●双溪乡',
      SHORT_NEWS[1],
    ])
    expect(items.slice(1).map(({ rubric, headline }) => [rubric, headline])).toEqual([
      ['乡镇短波', '●长坪乡'],
      ['乡镇短波', '●双溪乡'],
    ])
    const [feature] = storiesOf([...FEATURE, '●一条船', GOES, '●一把伞', GOES])
    expect(subheadsOf(feature as ImportedStory)).toEqual(['●一条船', '●一把伞'])
  })
})

describe('lines that look like headings', () => {
  it('are talk where speakers take turns, and a headline where none answers', () => {
    const stories = storiesOf([
      '江水生：船在，我就在',
      '本报记者 林小禾',
      '读者：您为什么一直不走？',
      '江水生：孩子们还要过河。这条河上没有桥，他们每天要来回两趟，我走了谁来撑船呢。',
      '读者：以后有桥了呢？',
      '江水生：有桥了我就去桥上走走，看看自己撑过的水，再看看孩子们骑车过去，多快。',
    ])
    expect(stories.map(({ headline }) => headline)).toEqual(['江水生：船在，我就在'])
    expect(subheadsOf(stories[0] as ImportedStory)).toEqual([])
    expect(stories[0]?.blocks).toHaveLength(4)
  })

  it('belong to the page above its date and among the addresses at its foot', () => {
    const { items } = importPage(
      [
        '新江日报',
        'XINJIANG DAILY',
        '2036年5月6日 星期二 第3版',
        ...REPORT,
        '本报热线 8880000 欢迎来电',
      ].join('\n'),
      { name: 'page' },
    )
    expect(items.map(({ kind }) => kind)).toEqual([
      'furniture',
      'furniture',
      'furniture',
      'story',
      'furniture',
    ])
  })

  it('are the desk’s where a wire sets them over its copy', () => {
    const stories = storiesOf([
      '云麓日报　2032年11月3日　第8版　国内　国际',
      '【新华社稿件】编号：110233　类别：国内　签发：11-02 17:05',
      '新一代极地科考破冰船下水',
      '新华社鹭江11月2日电（记者高远、柏舟）我国自主设计建造的新一代极地科考破冰船2日在鹭江船厂下水。',
      '据总设计师介绍，该船采用“双向破冰”设计，艏艉均可破冰，计划于2033年9月首航。（完）',
      '',
      '【新华社稿件】编号：110247　类别：国际·科技　签发：11-02 09:31',
      '科学家在深海发现“会发光的海绵”',
      '新华社惠灵顿11月1日电（记者辛桐）一个研究团队发现一种能够发光的海绵。',
    ])
    expect(stories.map(({ headline }) => headline)).toEqual([
      '新一代极地科考破冰船下水',
      '科学家在深海发现“会发光的海绵”',
    ])
  })

  it('head what an office issues, however long they are', () => {
    const title =
      '中共青屏县委青屏县人民政府关于表彰2031—2032年度全县乡村振兴工作先进集体、先进个人和“最美河长”的决定'
    const [story] = storiesOf([
      title,
      '各乡镇党委和人民政府，县直各部门，各人民团体：',
      '过去一年，全县广大干部群众团结一心，扎实工作，乡村振兴取得新的成效，涌现出一大批先进典型。',
    ])
    expect(story?.headline).toBe(title)
  })

  it.each([
    '口述：罗女士 整理：林小禾',
    '受访专家：市中心医院心内科主任医师 端木正',
    '早报记者 ◎ 司马南星 深圳报道',
    '【本報記者林語禾舊金山報導】',
  ])('sign the story: %s', (byline) => {
    const [story] = storiesOf(['守着古渡口的摆渡人', byline, GOES, GOES])
    expect(story?.headline).toBe('守着古渡口的摆渡人')
    expect(story?.byline?.replace(/\s/gu, '')).toBe(byline.replace(/\s/gu, ''))
  })

  it('name a box where one paragraph stands under them', () => {
    const [story] = storiesOf([
      ...FEATURE.slice(0, 2),
      '人物名片',
      '江水生，古渡口摆渡人，今年六十一岁。',
      GOES,
      GOES,
    ])
    expect(story?.blocks[0]).toMatchObject({ type: 'editorNote', label: '人物名片' })
    expect(story?.blocks).toHaveLength(3)
  })

  it.each<readonly [string, readonly string[]]>([
    [
      'rows of a table',
      [
        '东港队三连胜',
        '本报讯（记者 林小禾）昨晚，城市足球联赛第四轮战罢，东港队客场以二比零胜江海队，取得三连胜。',
        '赛后，东港队主教练说，球队的目标是进入前四名，下一场要把体力分配得更好。',
        '本轮过后积分榜前三名：',
        ...['1 东港 10分', '2 云岭 8分', '3 江海 8分'],
      ],
    ],
    [
      'items of a list',
      [
        '井下安全口号征集揭晓',
        '本报讯（记者 林小禾）矿山安全口号征集活动昨天揭晓，一千二百名矿工和家属投稿，三条口号得奖。',
        '评委说，得奖的口号都是矿工自己的话，说得明白，记得住。',
        ...['▲一人违章，众人遭殃', '▲宁听骂声，不听哭声', '▲班前一杯酒，井下危险走'],
      ],
    ],
    [
      'the name under a question',
      [
        '小问号',
        '鱼睡觉吗',
        '问：鱼睡觉吗？',
        '北山小学 石磊',
        '答：鱼也睡觉，可是它没有眼皮，所以睁着眼睛睡。有的鱼还会把自己藏在沙子里睡。',
        '问：月亮为什么跟着我走？',
        '答：因为月亮离我们太远了，你走了一百步，对它来说方向几乎没有变。',
      ],
    ],
  ])('are %s', (_, lines) => {
    const [story, ...others] = storiesOf(lines)
    expect(others).toEqual([])
    expect(story?.blocks.every(({ type }) => type === 'paragraph')).toBe(true)
    const heads = story?.rubric === undefined ? 1 : 2
    expect(story?.blocks).toHaveLength(lines.length - heads)
  })

  it('end a poem where the next story has its 栏目 and headline', () => {
    const stories = storiesOf([
      ...[
        '童诗一束',
        '影子',
        '江城小学 安安',
        '我走它也走',
        '我停它也停',
        '它是不会叫的小狗',
        '……',
      ],
      ...['成语新编', '守株待兔后传', GOES, GOES],
    ])
    expect(stories.map(({ rubric, headline }) => [rubric, headline])).toEqual([
      ['童诗一束', '影子'],
      ['成语新编', '守株待兔后传'],
    ])
  })
})

describe('what signs and heads a story', () => {
  it.each(['（集团办公室 林小禾）', '（研究生院）', '（林小禾）'])(
    '%s under its text',
    (sender) => {
      const [story] = storiesOf([REPORT[0] as string, GOES, sender, ...NOTICE])
      expect(story?.byline).toBe(sender)
      expect(story?.blocks).toHaveLength(1)
    },
  )

  it('may stand on one line with only a space between 引题 and 主题', () => {
    const [story] = storiesOf([
      '段玉明在全市春茶生产现场会上强调 抢抓“明前”黄金期 做优“云岭”一片叶',
      ...REPORT.slice(1),
    ])
    expect([story?.kicker, story?.headline]).toEqual([
      '段玉明在全市春茶生产现场会上强调',
      '抢抓“明前”黄金期 做优“云岭”一片叶',
    ])
  })
})
