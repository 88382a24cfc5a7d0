/** What a reading of the copy is unsure of, why, and what else it may be. */
import type { DoubtReason } from '../../../core/doubt'
import { text, words, type Words } from '../words'

const because: Readonly<Record<DoubtReason, Words<string>>> = {
  openEnd: text('上段断在半句', 'the text above stops in mid-sentence'),
  comma: text('上段以逗号收尾', 'the text above ends with a comma'),
  markBelow: text(
    '下段开头的标点不会起段',
    'the text below begins with a mark that no paragraph begins with',
  ),
  wordEndBelow: text('下段开头是半个词', 'the text below begins with the end of a word'),
  wordAcross: text('断处正好拆开一个词', 'a word runs across the break'),
  knownAcross: text(
    '断处两边的字在本版别处连着用',
    'the characters across the break stand together elsewhere on the page',
  ),
  repeated: text('下段开头重了上段末一字', 'the text below repeats the last character above'),
  quoteCloses: text(
    '上段开的引号或括号到下段才合上',
    'a quotation or bracket opened above closes below',
  ),
  noIndent: text(
    '本版段首都缩进，下段没有',
    'paragraphs are indented on this page, and the text below is not',
  ),
  noBlank: text(
    '本版段间都空行，这里没有',
    'blank lines part the paragraphs of this page, and none stands here',
  ),
  mayBeOne: text('两边读得成一句', 'the two parts could be one sentence'),
  printedTwice: text(
    '断处两边的字相同，下段又以标点接着',
    'the same characters stand on both sides of the break, and a mark follows',
  ),
  beforeItsTurn: text('它排在了上段前头', 'it came before what it continues'),
  otherHeadline: text('它排在了别的标题下', 'it stood under another headline'),
  fullLine: text(
    '上一行排满又是句末；段首不缩进，也可能就此完段',
    'the line above is full and ends a sentence; without indents it could end the paragraph',
  ),
  topic: text('这篇说的正是栏目所指', 'the story speaks of what the rubric names'),
  sameForm: text('这篇与栏目下的稿子样式相同', 'the story has the form of those under the rubric'),
}

export const doubting = {
  doubting: {
    because,
    reasons: words(
      (reasons: readonly string[]) => `根据：${reasons.join('；')}。`,
      (reasons: readonly string[]) => ` Because ${reasons.join('; ')}.`,
    ),
    reading: words(
      (role: string, other: string, percent: number) =>
        `这一行读作${role}；也可能是${other}（${percent} %）。`,
      (role: string, other: string, percent: number) =>
        `Read as ${role}; it may also be ${other} (${percent} %).`,
    ),
    againstItself: words(
      (role: string, other: string, percent: number) =>
        `照整版读作${role}；单看这一行更像${other}（${percent} %）。`,
      (role: string, other: string, percent: number) =>
        `By the whole page read as ${role}; by itself it is rather ${other} (${percent} %).`,
    ),
    recast: text('改了作用', 'Role changed'),
    /** By the roles of core/intake. */
    roles: {
      furniture: text('报头、版次一类', 'furniture of the page'),
      rubric: text('栏目名', 'a rubric'),
      kicker: text('引题', 'a kicker'),
      headline: text('主题，由它起一篇', 'the headline of a new story'),
      headlineRest: text('主题的又一行', 'one more line of the headline'),
      deck: text('副题', 'a deck'),
      kickerHeadline: text('引题和主题同行', 'kicker and headline on one line'),
      headlineDeck: text('主题和副题同行', 'headline and deck on one line'),
      byline: text('署名', 'a byline'),
      signature: text('文末署名', 'a signature below the text'),
      subhead: text('小标题', 'a subhead'),
      paragraph: text('正文', 'body text'),
      section: text('小标题下的正文', 'body text under a subhead'),
      brief: text('单段简讯的正文', 'the text of a brief'),
      verse: text('诗行', 'a line of verse'),
      boxLabel: text('提示框的名目', 'the label of a box'),
      boxText: text('提示框里的文字', 'text in a box'),
      boxLine: text('提示框里的短行', 'a short line in a box'),
      title: text('图题', 'the title of a picture'),
      caption: text('图片说明', 'a caption'),
      credit: text('图片署名', 'a picture credit'),
      jump: text('转版行', 'a jump line'),
    },
  },
} as const
