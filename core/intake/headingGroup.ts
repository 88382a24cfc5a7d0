import { balanceOf, cannotBegin, endingOf, fold, widthOf } from './characters'
import { rubricWords } from './labels'
import type { Scrap } from './classify'

/** The lines above a story sorted into their parts; several lines of one part are joined with a space or none. */
export interface HeadingGroup {
  readonly rubric: readonly HeadingPart[]
  readonly kicker: readonly HeadingPart[]
  readonly headline: readonly HeadingPart[]
  readonly deck: readonly HeadingPart[]
  readonly confidence: number
}

export interface HeadingPart {
  readonly text: string
  readonly no: number
}

type Role = 'rubric' | 'kicker' | 'headline' | 'deck'
const ORDER: readonly Role[] = ['rubric', 'kicker', 'headline', 'deck']

interface HeadingLine extends HeadingPart {
  readonly folded: string
  readonly width: number
  /** It stood on one line with the part before it, a space between them. */
  readonly runsIn?: true
}

/** A 副题 of a feature says how or of whom: 记…, …侧记, …调查. */
const DECK_AFTER_DASH =
  /^(?:——)?(?:记|访|写在|来自|追记|探访|走进)|(?:纪实|侧记|纪事|札记|调查|见闻|综述|报告|启示|速写|手记|小记|掠影|巡礼|回顾|观察|分析|透视|追踪|述评|探析)$/u

/** A 引题 of a meeting's report leads into what was said. */
const KICKER_END = /(?:强调|指出|要求|提出|提出要求)$/u
/** What goes on or is about to, above what comes of it: 麦收在即, 试点一年间. */
const BACKGROUND = /(?:在即|将至|临近|来临|之际|期间|年间|以来|周年|年后|月后)(?:$| )/u
/** An event named above what happened there: 世界杯预选赛, 第十九轮. */
const EVENT =
  /(?:赛|杯|节|大会|论坛|博览会|第[\d一二三四五六七八九十]{1,4}[轮届站场]|(?:赛|杯).{1,6}[站轮区])$/u
/** A 副题 of such a report says who was there. */
const PRESENCE =
  /(?:讲话|致辞|批示|参加|作报告|会见|发言|见证|(?:出席|列席|主持)(?:会议|大会|活动|仪式)?)$/u

const HELD =
  /(?:召开|举行|开幕|闭幕|(?:发布|推进|座谈|现场|工作|动员|交流|研讨|调度|协调)会|会议)$/u

/** 法院：…, 园林所：…: who is asked answers below the headline. */
const ANSWERS =
  /^\p{Script=Han}{0,6}(?:所|局|院|街道|公司|部|委|办|站|中心|协会|学校|物业|警方|专家|医生|律师|回应|提醒|官方|校方|商家):/u

/** 我市新增…, 全省首个…: what the paper's own place has done is the news itself. */
const OURS = /^(?:我|全|本)[省市县区州盟旗国校]/u

/** Splits 引题——主题 or 主题——副题 that came on one line; a dash inside quotes or at an end is no seam. */
const splitAtDash = (line: HeadingLine): readonly (HeadingLine & { readonly role?: Role })[] => {
  const at = line.text.indexOf('——', 1)
  if (at < 0 || at + 2 >= line.text.length) return [line]
  const before = line.text.slice(0, at)
  const depth = balanceOf(before).open
  if (depth.some((n) => n > 0)) return [line]
  const left = before.trim()
  const right = line.text.slice(at + 2).trim()
  if (left.length < 4 || right.length < 4 || cannotBegin(right[0])) return [line]
  const toDeck =
    DECK_AFTER_DASH.test(right) ||
    (left.length <= 12
      ? right.length >= left.length - 3
      : right.length >= left.length && left.length <= 20)
  const piece = (text: string, role: Role): HeadingLine & { readonly role: Role } => ({
    ...line,
    text,
    folded: fold(text),
    width: text.length,
    role,
  })
  return toDeck
    ? [piece(left, 'headline'), piece(`——${right}`, 'deck')]
    : [piece(`${left}——`, 'kicker'), piece(right, 'headline')]
}

const LONGEST_LINE = 24

const isEvenRow = (parts: readonly string[]): boolean =>
  parts.length > 0 && Math.max(...parts.map(wide)) - Math.min(...parts.map(wide)) <= 2

const wide = (text: string): number => widthOf(text)

/** 引题 and 主题, or 主题 and 副题, on one line with only a space between: too long for one of them, and uneven. */
const splitAtSpace = <T extends HeadingLine>(line: T): readonly T[] => {
  const parts = line.text.split(' ')
  if (line.width <= LONGEST_LINE || parts.length < 2 || isEvenRow(parts)) return [line]
  const cut = parts.findIndex(
    (_, at) => at > 0 && isEvenRow(parts.slice(0, at)) && isEvenRow(parts.slice(at)),
  )
  if (cut < 0) return [line]
  const piece = (text: string): T => ({ ...line, text, folded: fold(text), width: widthOf(text) })
  return [
    piece(parts.slice(0, cut).join(' ')),
    { ...piece(parts.slice(cut).join(' ')), runsIn: true },
  ]
}

const clauses = (folded: string): number => folded.split(/[, ]/).length - 1

const CAMPAIGN =
  /十[二三四五六]五|新时代|新征程|新气象|新作为|二十大|高质量发展|主题教育|看看?(?:咱|变化|发展|成就)/u

/** 学思想 强党性 重实践 建新功: a campaign's name, in short beats. */
const isSlogan = ({ text, folded, width }: HeadingLine): boolean => {
  const parts = text.split(' ')
  const isBeaten = parts.length > 2 && parts.every(({ length }) => length <= 5)
  return width <= 24 && (isBeaten || (CAMPAIGN.test(folded) && parts.length > 1))
}

const scoreRubric = (line: HeadingLine, covers: number): number => {
  const { width, folded, text } = line
  let score = rubricWords(folded) + covers
  score += width <= 6 ? 1 : width <= 10 ? -0.3 : width > 18 ? -3 : -0.7
  if (/(?:——|[:,])$/.test(folded)) score -= 3
  if (folded.includes(',')) score -= 1.5
  if (text.includes(' ') && width <= 16) score += 0.8
  if (/\d/.test(folded) && rubricWords(folded) === 0) score -= 1.2
  if (/[!?…]$/.test(folded)) score -= 1
  if (isSlogan(line)) score += 2
  return score
}

const scoreKicker = (line: HeadingLine, headline: number): number => {
  const { width, folded, text } = line
  let score = 0
  if (text.endsWith('——')) score += 5
  if (/[:…]$/.test(folded)) score += 1
  score += Math.min(1, clauses(folded) * 0.6)
  score += width > headline + 2 ? 0.8 : width < headline - 6 ? -0.6 : 0
  if (KICKER_END.test(folded)) score += 2
  if (EVENT.test(folded)) score += 1.2
  if (BACKGROUND.test(folded)) score += 1
  if (width <= 6) score -= 1.5
  if (text.startsWith('——')) score -= 4
  return score - rubricWords(folded) * 0.6
}

/** What form the story has: a report with a 电头 sets its 副题 without a dash, a signed feature with one. */
export type StoryForm = 'report' | 'feature'

const scoreDeck = (line: HeadingLine, headline: number, form: StoryForm): number => {
  const { width, folded, text } = line
  let score = 0.2
  if (text.startsWith('——') || text.startsWith('—')) score += 5
  score += Math.min(1, (folded.split(',').length - 1) * 0.6)
  score += width > headline + 1 ? 0.9 : width < headline - 4 ? -0.4 : 0
  if (/^从.+看/u.test(text) || DECK_AFTER_DASH.test(text)) score += 1.2
  if (PRESENCE.test(folded)) score += 1.5
  if (ANSWERS.test(folded)) score += 1.4
  const plain = !opensDeck(line) && !/^从.+看/u.test(text)
  if (form === 'feature' && plain && width > headline + 4) score -= 1
  // a longer line that explains nothing is rather the headline under a short kicker
  const explains = /[,\d]/.test(folded)
  if (plain && headline < 10 && width > headline + 1 && !explains) score -= 1
  if (/\d/.test(folded)) score += 0.4
  if (width <= 6) score -= 1
  if (OURS.test(folded)) score -= 0.8
  if (text.endsWith('——')) score -= 5
  return score
}

/** 稳就业 保民生: parts of about one length, as headlines have them. */
const hasEvenParts = (text: string): boolean => {
  const lengths = text.split(' ').map((part) => part.length)
  return lengths.length > 1 && Math.max(...lengths) - Math.min(...lengths) <= 2
}

const scoreHeadline = (line: HeadingLine, index: number, count: number): number => {
  const { width, folded, text } = line
  let score = width >= 6 && width <= 22 ? 1 : width > 28 ? -1 : 0
  score -= (folded.split(',').length - 1) * 0.35
  if (hasEvenParts(text)) score += 0.4
  if (/[!?]/.test(folded)) score += 0.3
  if (OURS.test(folded)) score += 0.6
  if (text.endsWith('——')) score -= 4
  if (text.startsWith('——')) score -= 4
  if (count > 1 && index === 0) score -= rubricWords(folded) * 0.7
  return score
}

const closesKicker = (line: HeadingLine): boolean =>
  line.text.endsWith('——') || KICKER_END.test(line.folded)

/** A line that is a 副题 by its own words, so that what stands above it is none. */
const opensDeck = ({ text, folded }: HeadingLine): boolean =>
  /^—|^从.+看/u.test(text) || DECK_AFTER_DASH.test(text) || PRESENCE.test(folded)

const EVEN = 1
const LONGEST_OF_TWO = 14

/** A headline over two lines is broken where its halves are about as long. */
const isEven = (a: HeadingLine, b: HeadingLine): boolean =>
  Math.abs(a.width - b.width) <= EVEN && Math.max(a.width, b.width) <= LONGEST_OF_TWO

/** Two lines of one headline: the first does not close (a comma, an open quote). */
const runsOn = (a: HeadingLine, b: HeadingLine): boolean => {
  const open = balanceOf(a.text)
  const next = balanceOf(b.text)
  return (
    endingOf(a.text) === 'comma' ||
    open.open.some((n, kind) => n > 0 && (next.unmatched[kind] as number) > 0)
  )
}

interface Labelling {
  readonly roles: readonly Role[]
  readonly score: number
}

const quotes = ({ folded }: HeadingLine): boolean => /^[^:]*“/u.test(folded)

/** The only line of several that has a quotation. */
const hasOwnQuote = (lines: readonly HeadingLine[], at: number): boolean =>
  lines.length > 1 && lines.every((line, i) => quotes(line) === (i === at))

const scoreRoles = (
  lines: readonly HeadingLine[],
  roles: readonly Role[],
  covers: number,
  form: StoryForm,
): number => {
  const headlines = lines.filter((_, i) => roles[i] === 'headline')
  const width = headlines.reduce((sum, line) => sum + line.width, 0)
  const hasDeck = lines.some(opensDeck)
  let score = 0
  lines.forEach((line, i) => {
    const role = roles[i] as Role
    if (role === 'rubric') score += scoreRubric(line, covers)
    if (role === 'kicker') score += scoreKicker(line, width)
    // above all others a line with a dash before it is a kicker, not what would follow a headline
    if (role === 'kicker' && i === 0 && /^—/u.test(line.text)) score += 5
    if (role === 'headline') score += scoreHeadline(line, i, lines.length)
    // so short a line beside others is their rubric, unless it is explained below
    if (role === 'headline' && line.width < 6 && lines.length > 1 && !hasDeck) score -= 1
    if (role === 'deck') score += scoreDeck(line, width, form)
    // a meeting stands above what it was about
    if (role === 'kicker' && lines.length > 2 && HELD.test(line.folded)) score += hasDeck ? 1.5 : 1
    // quotation marks carry a figure of speech, and that is the headline's
    if (role === 'headline' && headlines.length === 1 && hasOwnQuote(lines, i)) score += 0.8
    const before = lines[i - 1]
    if (!before) return
    const linked = runsOn(before, line)
    if (role === 'kicker' && roles[i - 1] === 'kicker' && closesKicker(before)) score -= 3
    if (role === 'deck' && roles[i - 1] === 'deck' && opensDeck(line)) score -= 2
    if (role === 'headline' && roles[i - 1] === 'headline' && !linked && i + 1 < lines.length) {
      if (isEven(before, line) && opensDeck(lines[i + 1] as HeadingLine)) score += 1
    }
    if (role === 'headline' && roles[i - 2] === 'kicker' && i === 2) {
      if (KICKER_END.test((lines[0] as HeadingLine).folded) && !PRESENCE.test(line.folded))
        score += 1.2
    }
    if (line.runsIn) score += roles[i - 1] === role && role === 'headline' ? -0.6 : 0
    else if (roles[i - 1] === role)
      score += linked ? 2.5 : role === 'headline' ? -1.3 : role === 'deck' ? -0.7 : -1
    else if (linked) score -= 2.5
  })
  return score
}

const labellings = (count: number): readonly (readonly Role[])[] => {
  const grow = (prefix: readonly Role[]): readonly (readonly Role[])[] => {
    if (prefix.length === count) return prefix.includes('headline') ? [prefix] : []
    const last = prefix.length === 0 ? 0 : ORDER.indexOf(prefix[prefix.length - 1] as Role)
    return ORDER.slice(last).flatMap((role) => {
      const skipsHeadline = role === 'deck' && !prefix.includes('headline')
      const secondRubric = role === 'rubric' && prefix.length > 0
      return skipsHeadline || secondRubric ? [] : grow([...prefix, role])
    })
  }
  return grow([])
}

const MOST_LINES = 6

const toLine = (scrap: Scrap): HeadingLine => ({
  text: scrap.text,
  no: scrap.no,
  folded: scrap.folded,
  width: scrap.width,
})

/**
 * Sorts the heading lines above one story into rubric, kicker, headline and deck by weighing every
 * order-keeping assignment (引题 above 主题 above 副题). `rubricCovers` says how much the first line
 * speaks of the stories below it beyond the first: a rubric gathers several.
 */
export const sortHeadings = (
  scraps: readonly Scrap[],
  rubricCovers: number,
  form: StoryForm,
): HeadingGroup => {
  const whole = scraps.map(toLine)
  const lines = whole.flatMap((line): readonly (HeadingLine & { readonly role?: Role })[] =>
    splitAtDash(line).flatMap(splitAtSpace),
  )
  const head = lines.slice(0, MOST_LINES)
  const rest = lines.slice(MOST_LINES)
  const ranked = labellings(head.length)
    .filter((roles) => head.every((line, i) => line.role === undefined || line.role === roles[i]))
    .map((roles): Labelling => ({ roles, score: scoreRoles(head, roles, rubricCovers, form) }))
    .sort((a, b) => b.score - a.score)
  const best = ranked[0] ?? { roles: head.map((): Role => 'headline'), score: 0 }
  const margin = ranked[1] ? best.score - ranked[1].score : 4
  const pick = (role: Role): readonly HeadingPart[] => head.filter((_, i) => best.roles[i] === role)
  return {
    rubric: pick('rubric'),
    kicker: pick('kicker'),
    headline: pick('headline'),
    deck: [...pick('deck'), ...rest],
    confidence: Math.min(0.98, 0.5 + margin / 5),
  }
}

/** Lines of one part set as one: a space where neither line ends in a mark, as in 稳就业 保民生. */
export const joinParts = (parts: readonly HeadingPart[]): string =>
  parts
    .map((part, i) => {
      const before = parts[i - 1]
      if (!before) return part.text
      const closed = /[，、,：:——“（《]$/u.test(before.text) || cannotBegin(part.text[0])
      return closed ? part.text : ` ${part.text}`
    })
    .join('')
