/** Lines that say how to reach someone: the house at the foot of its page, or whoever a notice or advertisement is of. */
import { isNotice } from './labels'
import { isDateAlone, isOffice } from './signing'

/** What only a house's own lines speak of. */
const OF_THE_HOUSE =
  /本报|本版|本刊|本栏|社址|邮编|邮政编码|零售|定价|印刷|承印|印数|刊号|邮发|出版|发行|订阅|订报|刊登|责编|编辑|校对|版式|美编|主编|总编|新闻热线|采编|报料|爆料|投递|广告|许可证|法律顾问|协办|客户端|日报|晚报|电子版|统筹|策划|组版/u

/** What is mostly a house's, or the notice's that asks for it. */
const MOSTLY_OF_THE_HOUSE = /投稿|来稿|稿件|读者/u

const FIELD =
  /(?:^|[ 、,;。])(?<label>\p{Script=Han}{0,4}(?:地址|地点|电话|联系人|邮箱|信箱|网址|微信|手机|传真|咨询|报名|预约|预订|(?:咨询|报名|订票|服务|预约|招商)热线))(?: ?:|(?= ?[\d(]{3}))/gu

const labelsIn = (folded: string): readonly string[] =>
  [...folded.matchAll(FIELD)].map(({ groups }) => (groups?.['label'] ?? '').slice(-2))

/** What asks its readers to come, to call or to write. */
const ASKS =
  /报名|咨询|预约|预订|订购|选购|登记|参拍|竞买|竞价|竞标|投标|应聘|面试|招聘|招生|招租|招商|出租|转让|出售|求购|有意者|投寄|请(?:将|到|于|在|拨打|致电|持|与)/u

/** 地址：…, 联系电话：… may be anyone's, where 社址, 邮编 and 新闻热线 are the house's. */
export const saysHowToReach = (folded: string): boolean =>
  folded.length <= 80 && !OF_THE_HOUSE.test(folded) && labelsIn(folded).length > 0

/** Whether such a line could be another's than the house's, where no notice stands above it. */
export const mayBeAnyones = (folded: string): boolean =>
  saysHowToReach(folded) && !MOSTLY_OF_THE_HOUSE.test(folded)

/** The heads and texts of a story, folded. */
export interface AskingStory {
  readonly heads: readonly string[]
  readonly texts: readonly string[]
}

/** Whether such a line below a story is of whoever the story is of: it asks something of its readers, and has not said yet how to reach him. */
export function belongsTo({ heads, texts }: AskingStory, folded: string): boolean {
  const last = texts.at(-1)
  if (last === undefined) return false
  const asks = heads.some(isNotice) || ASKS.test(last.slice(-END)) || labelsIn(last).length > 0
  const said = new Set(texts.flatMap(labelsIn))
  return asks && labelsIn(folded).every((label) => !said.has(label))
}

/** Whether a line below a notice is its 落款: an office or a date that no house sets at its foot. */
export const signs = ({ heads, texts }: AskingStory, folded: string): boolean =>
  texts.length > 0 &&
  heads.some(isNotice) &&
  !OF_THE_HOUSE.test(folded) &&
  (isOffice(folded) || isDateAlone(folded))

/** Characters of a text's end that are looked at. */
const END = 120
