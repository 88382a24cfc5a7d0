/** Import and its report. */
import { grouped, plural, text, words } from '../words'

const MOST_NAMES = 3
/** The first few of a row of names. */
const few = (names: readonly string[], between: string, more: string): string =>
  names.slice(0, MOST_NAMES).join(between) + (names.length > MOST_NAMES ? more : '')

/** What stands behind a number of things. */
const counting = (zh: string, one: string, more: string) =>
  words(
    (_n: number) => zh,
    (n: number) => (n === 1 ? one : more),
  )

export const importing = {
  importing: {
    choose: text('导入来稿…', 'Import copy…'),
    label: text('导入来稿', 'Import'),
    showReport: text('导入报告', 'Import report'),
    working: words(
      (n: number) => `正在理稿 · ${n} 个文件`,
      (n: number) => `Reading ${plural(n, 'file')}`,
    ),
    cancelled: text('导入取消了；版面没有动。', 'The import was called off; nothing has changed.'),
    noText: words(
      (names: readonly string[]) =>
        `${few(names, '、', '等')} 里没有文稿；来稿用 .txt、.docx 或 .rtf，单张图片请拖到版面上。`,
      (names: readonly string[]) =>
        `There is no text in ${few(names, ', ', ' and others')}; import .txt, .docx or .rtf, and drop single pictures on the page.`,
    ),
    editionDropped: words(
      (name: string) => `“${name}”是一份版面，浏览器不说它在哪里；请用“打开…”找到它。`,
      (name: string) =>
        `“${name}” is an edition, and the browser does not tell where it is; find it with Open….`,
    ),
    leftOut: words(
      (names: readonly string[]) =>
        `没有收：${names.join('、')}。来稿收 .txt、.docx、.rtf，图片收 PNG、JPEG、TIFF、WebP、GIF、BMP、AVIF，广告收 PDF。`,
      (names: readonly string[]) =>
        `Left out: ${names.join(', ')}. Texts may be .txt, .docx or .rtf; pictures PNG, JPEG, TIFF, WebP, GIF, BMP or AVIF; advertisements PDF.`,
    ),
    intoFrames: text('改排进空框', 'Into the empty frames'),
    done: words(
      (stories: number, pages: number, doubts: number) =>
        `导入 ${stories} 篇，排成 ${pages} 版${doubts > 0 ? `，存疑 ${doubts} 处` : ''}`,
      (stories: number, pages: number, doubts: number) =>
        `Imported ${plural(stories, 'item')} on ${plural(pages, 'page')}${doubts > 0 ? `, ${plural(doubts, 'doubt')}` : ''}`,
    ),
    dropHere: text(
      '放开即导入：.txt .docx .rtf，图片可一起放',
      'Let go to import: .txt, .docx, .rtf, pictures with them',
    ),
    startFrom: text('从来稿开始…', 'Begin with copy…'),
    dropStart: text('把 .txt、.docx、.rtf 拖到这里', 'Drop .txt, .docx or .rtf here'),
    title: text('导入报告', 'Import report'),
    summary: words(
      (characters: number, clock: string, seconds: string) =>
        `${grouped(characters)} 字 · ${clock} 导入，用时 ${seconds} 秒`,
      (characters: number, clock: string, seconds: string) =>
        `${grouped(characters)} characters · imported ${clock} in ${seconds} s`,
    ),
    storyCount: counting('篇稿件', 'story', 'stories'),
    pictureCount: counting('幅图片', 'picture', 'pictures'),
    doubtCount: counting('处存疑', 'doubt', 'doubts'),
    balanced: text('字数账平', 'Every character accounted for'),
    sum: words(
      (raw: number, placed: number, pending: number, removed: number) =>
        `来稿 ${raw} ＝ 入稿 ${placed} ＋ 待定 ${pending}${removed > 0 ? ` ＋ 剔重 ${removed}` : ''}`,
      (raw: number, placed: number, pending: number, removed: number) =>
        `${raw} = ${placed} placed + ${pending} pending${removed > 0 ? ` + ${removed} set aside` : ''}`,
    ),
    raw: text('来稿原文', 'Copy as it came'),
    rawHint: text('只读，一字不动', 'read only, untouched'),
    sorted: text('理好的稿件', 'Stories found'),
    doubts: words(
      (n: number) => `存疑 ${n} 处`,
      (n: number) => plural(n, 'doubt'),
    ),
    settled: words(
      (n: number) => `已定 ${n}`,
      (n: number) => `${n} settled`,
    ),
    byPlace: text('按位置', 'By place'),
    byConfidence: text('按把握', 'By confidence'),
    sorting: text('次序', 'Order'),
    rawLines: words(
      (from: number, to: number) => (from === to ? `来稿 ${from} 行` : `来稿 ${from}–${to} 行`),
      (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
    ),
    line: words(
      (lines: string) => `${lines} 行`,
      (lines: string) => `line ${lines}`,
    ),
    why: text('为什么：', 'Why: '),
    join: text('接上', 'Join'),
    agree: text('认可', 'Agree'),
    split: text('拆开', 'Split'),
    later: text('稍后', 'Later'),
    accepted: text('已接受', 'Accepted'),
    apart: text('已拆开', 'Apart'),
    putOff: text('稍后再定', 'Put off'),
    inHead: text('入报眉', 'In the head'),
    pending: text('待定', 'Pending'),
    pendingHint: words(
      (n: number) => `没有把握的 ${n} 字放在“待定”里，不会丢，也不会悄悄并进别的稿子。`,
      (n: number) =>
        `${plural(n, 'character')} of uncertain place stand as pending: never lost, never slipped into another story.`,
    ),
    none: text('没有存疑的地方。', 'Nothing is in doubt.'),
    makeAbove: words(
      (role: string) => `改作上一篇的${role}`,
      (role: string) => `Make it ${role.toLowerCase()} of the story above`,
    ),
    nothingToSplit: text(
      '这里没有可拆的接缝；要改就在稿子里改。',
      'No seam to split here; change it in the story.',
    ),
    textChanged: text(
      '这里的文字在导入后改过了；请在稿子里处理。',
      'The text here has changed since the import; settle it in the story.',
    ),
    settling: text('定存疑', 'Settle doubt'),
    openStory: text('去版面看这篇', 'Show on the page'),
    progressLine: words(
      (done: number, all: number) => `已定 ${done} / ${all}，其余排版时还能定`,
      (done: number, all: number) => `${done} of ${all} settled; the rest can wait`,
    ),
    toPage: text('看版面', 'To the page'),
    keysHint: text('F8 下一处', 'F8 next'),
    kinds: {
      join: text('接段', 'Join'),
      move: text('挪段', 'Move'),
      echo: text('剔重', 'Echo'),
      furniture: text('报眉', 'Furniture'),
      headline: text('标题', 'Headline'),
      'no-headline': text('缺题', 'No headline'),
      rubric: text('栏目', 'Rubric'),
      story: text('另起', 'New story'),
      subhead: text('小标题', 'Subhead'),
      photo: text('图片', 'Picture'),
      file: text('文件', 'File'),
      tip: text('提示', 'Tip'),
      jump: text('转版', 'Jump'),
      'unresolved-jump': text('转版', 'Jump'),
      unwrap: text('断行', 'Lines'),
      unplaced: text('待定', 'Pending'),
      'cut-off': text('未完', 'Cut off'),
      replacement: text('缺字', 'Lost'),
    },
    says: {
      join: text('这两段可能是一段。', 'These two pieces may be one paragraph.'),
      joined: text('两段已接成一段，把握不大。', 'Two pieces were joined into one paragraph.'),
      move: text('这一段挪到了它接得上的地方。', 'The piece was moved to where it continues.'),
      echo: text(
        '断处两边重复的字剔去了一份。',
        'Characters repeated at a break were set aside once.',
      ),
      'no-headline': text('这里起了正文，上面没有标题。', 'Text begins here without a headline.'),
      rubric: text('栏目之下归进了这几篇。', 'These stories were put under the rubric.'),
      jump: text(
        '这处转版接上了，但另一头也接得上。',
        'The two ends of this jump were joined, but another end fits about as well.',
      ),
      unwrap: text('逐行断开的来稿接成了段。', 'Text broken at every line was joined.'),
      unplaced: text(
        '这一片没有把握归到哪一篇。',
        'This fragment belongs to no story for certain.',
      ),
      'cut-off': text(
        '正文末尾没有句号，也没有转版行：稿子可能没完。',
        'The story ends without a full stop and without a jump line: it may go on.',
      ),
      replacement: text(
        '这里有字在来稿前就丢了。',
        'A character was lost before the text came here.',
      ),
    },
  },
} as const
