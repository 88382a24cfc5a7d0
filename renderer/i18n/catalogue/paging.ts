/** Pages as wholes: adding, moving, sending stories on, and making up. */
import { text, words } from '../words'

export const paging = {
  pageMenu: text('版面', 'Page'),
  paging: {
    add: text('加版', 'Add page'),
    addLike: text('照这一版加一版', 'Add a page like this one'),
    addFrom: words(
      (name: string) => `按模板加版：${name}`,
      (name: string) => `Add from template: ${name}`,
    ),
    previous: text('上一版', 'Previous page'),
    next: text('下一版', 'Next page'),
    duplicate: text('复制这一版', 'Duplicate page'),
    move: text('移版', 'Move page'),
    moveUp: text('版次往前', 'Move page forward'),
    moveDown: text('版次往后', 'Move page back'),
    remove: text('删去这一版', 'Delete page'),
    removed: words(
      (folio: string) => `${folio} 版已删去；稿子在待排里`,
      (folio: string) => `Page ${folio} deleted; its stories wait in the list`,
    ),
    name: text('改版名版次', 'Name page'),
    folio: text('版次', 'Folio'),
    edition: text('这一期', 'This edition'),
    nameEdition: text('改这一期的报名、日期、期号', 'Name the edition'),
    publication: text('报名', 'Publication'),
    date: text('日期', 'Date'),
    issue: text('期号', 'Issue'),
    issueNumber: text(
      '期号写数字，如 12345，印在一版的报眉上；没有就留空。',
      'An issue is a number such as 12345, shown in the head of page one; leave it empty if there is none.',
    ),
    template: text('模板', 'Template'),
    templateGone: words(
      (name: string) => `${name}（不在这里）`,
      (name: string) => `${name} (not here)`,
    ),
    templateTaken: words(
      (name: string) => `换成 ${name}；框留在原来的格里`,
      (name: string) => `Now on ${name}; frames stay in their cells`,
    ),
    takeTemplate: text('换模板', 'Change template'),
    sheet: text('成品', 'Trim'),
    bleed: text('出血', 'Bleed'),
    margins: text('天地左右', 'Top, foot, left, right'),
    marginsOf: words(
      (sides: readonly string[]) => `${sides.join('、')} mm`,
      (sides: readonly string[]) => `${sides.join(', ')} mm`,
    ),
    grid: text('版心', 'Type area'),
    gutter: text('栏距', 'Gutter'),
    body: text('正文字号/行距', 'Body size / leading'),
    toStyles: text('改样式…', 'Styles…'),
    section: text('版名', 'Section'),
    folioTaken: words(
      (folio: string) => (folio === '' ? '版次不能空着。' : `已经有 ${folio} 版了，换一个版次。`),
      (folio: string) =>
        folio === ''
          ? 'A page needs a folio.'
          : `There is a page ${folio} already; take another folio.`,
    ),
    lastPage: text(
      '只有这一版了；一期至少有一版。',
      'This is the only page; an edition has at least one.',
    ),
    fullPage: text(
      '那一版没有空地方；先在那里腾出一块，再转过去。',
      'That page has no free place; make room there, then send the story on.',
    ),
    fitsHere: text(
      '这篇稿在本版已经齐了；先把框改矮，余下的再转过去。',
      'All of this story stands on its page; make its frame smaller, then send the rest on.',
    ),
    gonePage: text('这一版或这篇稿已经不在了。', 'The page or the story is gone.'),
    turnHead: text('转版题', 'Turn headline'),
    turnHeadOn: words(
      (folio: string) => `${folio} 版转版题`,
      (folio: string) => `Turn headline, page ${folio}`,
    ),
    turnHeadChange: text('改转版题', 'Turn headline'),
    thread: text('转版', 'Send on to a page'),
    threadTo: words(
      (folio: string) => `转到第 ${folio} 版`,
      (folio: string) => `Send on to page ${folio}`,
    ),
    threaded: words(
      (folio: string) => `下接 ${folio} 版；两头的转版行自动跟着版次`,
      (folio: string) => `Goes on on page ${folio}; both jump lines follow the folio`,
    ),
    goThere: text('去看', 'Go there'),
    dragToThread: text('拖到一版上转版', 'Drag onto a page to send the rest there'),
  },
  making: {
    label: text('组版', 'Make up'),
    makeUp: text('重新组版', 'Make the page up again'),
    makeUpAll: text('连待排的稿一起组版', 'Make up with the waiting stories'),
    fill: text('待排的稿排进空框', 'Fill the empty frames with waiting stories'),
    next: text('另一方案', 'Another proposal'),
    previous: text('上一方案', 'Previous proposal'),
    proposals: text('组版方案', 'Proposals'),
    keep: text('就用这个', 'Keep this one'),
    which: words(
      (n: number, of: number) => `方案 ${n}/${of}`,
      (n: number, of: number) => `Proposal ${n}/${of}`,
    ),
    score: words(
      (score: number) => `扣 ${score.toFixed(0)} 分`,
      (score: number) => `${score.toFixed(0)} off`,
    ),
    working: text('正在组版', 'Making up'),
    nothing: text(
      '这一版没有可排的稿；锁住的框和跨版的稿不动。',
      'Nothing here to make up; locked frames and stories that jump stay as they are.',
    ),
  },
} as const
