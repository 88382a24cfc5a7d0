import { describe, expect, it } from 'vitest'
import { headTurns, headWords, tornPhrases } from '../../../core/makeup/headTurns'
import { doc, headline, p } from '../../build/storyBuilder'

/** Words are given with bars between them. */
const turned = (barred: string, lines: number): string | null => {
  const words = barred.split('|')
  const text = words.join('')
  const turns = headTurns(words, lines)
  if (turns === null) return null
  return [0, ...turns].map((from, i) => text.slice(from, turns[i])).join('/')
}

describe('headline turns', () => {
  it('leave one line alone', () => {
    expect(turned('河湾|新稻|开镰', 1)).toBe('河湾新稻开镰')
  })

  it('balance two lines between words', () => {
    expect(turned('三十|公里|水渠|修进|河湾|稻田', 2)).toBe('三十公里水渠/修进河湾稻田')
  })

  it('never start a line with 的 nor end one with 和', () => {
    expect(turned('渡口|的|船票|涨', 2)).toBe('渡口的/船票涨')
    expect(turned('渡船|和|木桥|停', 2)).toBe('渡船/和木桥停')
    expect(turned('一|起|标的|千万|的|“|套路|诉讼|”|露|了|馅', 3)).toBe(
      '一起标的千万的/“套路诉讼”/露了馅',
    )
  })

  it('leave no word at the end of a line that leans on the next', () => {
    expect(turned('百里|水渠|为|两岸|的|稻田|送水', 2)).toBe('百里水渠/为两岸的稻田送水')
    expect(turned('灯火|在|渡口|等|夜归|人', 2)).not.toContain('在/')
    expect(turned('众人|认为|灯火|通明', 2)).toBe('众人认为/灯火通明')
  })

  it('turn after a comma rather than exactly in the middle', () => {
    expect(turned('水|清|了，|鱼群|一起|回来', 2)).toBe('水清了，/鱼群一起回来')
  })

  it('keep a short name in quotes whole, and what stands in brackets', () => {
    expect(turned('“|河湾|课堂|”|开讲', 2)).toBe('“河湾课堂”/开讲')
    expect(turned('霜降|（|外|一首|）', 2)).toBe('霜降/（外一首）')
  })

  it('leave the character that ends a word begun in Latin with it', () => {
    expect(turned('他|把|CT|片|贴|在|窗上', 2)).toBe('他把CT片/贴在窗上')
    expect(turned('看|CT|片|的|人|多', 2)).toBe('看CT片的/人多')
  })

  it('come after a comma of half width as after a full one', () => {
    expect(turned('村医|巡回|,|把|诊室|开到|山|那边', 2)).toBe('村医巡回,/把诊室开到山那边')
  })

  it('do not part two lone characters that may be one word', () => {
    expect(turned('稻田|身|后|大粮仓', 2)).toBe('稻田身后/大粮仓')
  })

  it('keep a number with what it counts, and a place with its noun', () => {
    expect(turned('一封|迟到|31|年|的|信|送到|街|对面', 2)).toBe('一封迟到31年的信/送到街对面')
    expect(turned('绸子|上|的|一|只|鹭|飞了|九十|天', 2)).toBe('绸子上的一只鹭/飞了九十天')
    expect(turned('渡口|码头|上|灯火|通明', 2)).toBe('渡口码头上/灯火通明')
  })

  it('never tear a number, nor 第 from it', () => {
    expect(turned('气象台|的|第四|十六|个|不眠|夜', 2)).toBe('气象台的/第四十六个不眠夜')
    expect(turned('市政府|召开|第|63|次|常务|会议', 2)).toBe('市政府召开/第63次常务会议')
    expect(turned('白鹭洲|迎来|第|一批|冬客', 2)).toBe('白鹭洲迎来/第一批冬客')
  })

  it('keep a character that ends words with the word before it', () => {
    expect(turned('环湖|自行|车|赛|起点|确定', 2)).toBe('环湖自行车赛/起点确定')
    expect(turned('流动|图书|车|加开|夜班', 2)).toBe('流动图书车/加开夜班')
    expect(turned('护士|长|的|小口袋', 2)).toBe('护士长的/小口袋')
    expect(turned('“|海狮|”|的|小|档案', 2)).toBe('“海狮”的/小档案')
    expect(turned('全省|林长|制|信息|平台|上线', 2)).toBe('全省林长制/信息平台上线')
    expect(turned('河湾|八|条|公交|线|末|班车|晚|归', 2)).toBe('河湾八条公交线/末班车晚归')
    expect(turned('前|三季度|河湾|服务|业|增长|6.8%', 2)).toBe('前三季度河湾/服务业增长6.8%')
  })

  it('let a line begin with a word that opens a phrase', () => {
    expect(turned('渡口|夜班|船|不|停航|了', 2)).toBe('渡口夜班船/不停航了')
    expect(turned('这|条|断头|路|何时|能|通', 2)).toBe('这条断头路/何时能通')
  })

  it('turn at a breath, uneven as the lines then are', () => {
    expect(turned('龙潭镇|：|千亩|油菜|追|冬肥', 2)).toBe('龙潭镇：/千亩油菜追冬肥')
    expect(turned('十组|数字| |看懂|今年|民生|账本', 2)).toBe('十组数字 /看懂今年民生账本')
  })

  it('never turn inside 书名号 or brackets', () => {
    expect(turned('读|《|洗冤|录|》|札记', 2)).toBe('读《洗冤录》/札记')
    expect(turned('【|文化|】|明起|滨江|看戏', 2)).toBe('【文化】明起/滨江看戏')
  })

  it('never leave a single character on a line', () => {
    expect(turned('河湾丰收|了', 2)).toBeNull()
    expect(turned('河|湾', 2)).toBeNull()
  })

  it('turn twice for three lines', () => {
    expect(turned('河湾|新稻|渡口|夜船|山村|小学', 3)).toBe('河湾新稻/渡口夜船/山村小学')
  })
})

describe('phrases that turns tear', () => {
  it('are counted where a breath lies inside a line while another line ends in mid-phrase', () => {
    const text = '做了三十七年旋转木马，为何突然要交'
    expect(tornPhrases(text, [8])).toBe(1)
    expect(tornPhrases(text, [8, 13])).toBe(1)
    expect(tornPhrases(text, [11])).toBe(0)
    expect(tornPhrases(text, [11, 15])).toBe(0)
    expect(tornPhrases(text, [])).toBe(0)
  })

  it('are none in a headline without a breath', () => {
    expect(tornPhrases('一封迟到八十六年的家书', [4])).toBe(0)
  })
})

describe('the words of a headline', () => {
  const inTwos = (text: string): readonly string[] => text.match(/.{1,2}/gsu) ?? []

  it('are those of the segmenter, put together where the story’s own text has them as one', () => {
    const told = doc(headline('写在采访本里'), p('一个采访本。'), p('看采访本上的水位。'))
    expect(headWords(told, inTwos)).toEqual(['写在', '采访本里'])
    expect(headTurns(headWords(told, inTwos), 2)).toEqual([2])
    const silent = doc(headline('写在采访本里'), p('水位在涨。'))
    expect(headWords(silent, inTwos)).toEqual(['写在', '采访', '本里'])
  })
})
