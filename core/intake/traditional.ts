/**
 * Traditional characters of the words by which the intake knows bylines, datelines, labels and furniture.
 * Papers overseas, in Hong Kong, Macao and Taiwan sign with 記者 and head with 本報訊; the patterns know one form.
 */
const PAIRS =
  '記记報报訊讯電电導导編编輯辑攝摄圖图獨独專专題题評评論论員员學学實实習习時时觀观聯联採采寫写綜综譯译發发錄录述述' +
  '關关於于場场動动態态聞闻簡简連连載载選选登登話话語语讀读響响線线熱热點点視视頻频訪访談谈壇坛報报錢钱責责對对' +
  '設设計计網网郵邮箱箱訂订閱阅廣广專专號号總总數数價价區区縣县鄉乡鎮镇會会長长務务處处室室廳厅館馆廠厂車车隊队' +
  '辦办業业團团體体與与開开閉闭幕幕將将讓让們们這这為为說说認认問问題题從从來来過过還还時时現现當当後后級级組组' +
  '陳陈劉刘張张趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许韓韩馮冯鄧邓蕭萧葉叶蘇苏呂吕盧卢鍾钟譚谭陸陆範范賈贾韋韦鄒邹' +
  '龔龚嚴严錢钱湯汤黃黄楊杨賀贺顧顾萬万龍龙喬乔衛卫齊齐龐庞聶聂藍蓝閻阎駱骆蔣蒋' +
  '據据領领補补續续轉转貼贴醫医師师藥药課课堂堂聲声風风華华僑侨歡欢詩诗畫画書书歲岁樓楼億亿圓圆兩两個个噸吨'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [
    PAIRS[2 * i] as string,
    PAIRS[2 * i + 1] as string,
  ]),
)

export const TRADITIONAL = [...SIMPLIFIED.keys()].join('')

export const simplified = (ch: string): string | undefined => SIMPLIFIED.get(ch)
