/** Writing: what a block is, how a paragraph is set, and moving about in the text. */
import { text, words } from '../words'

export const writing = {
  writing: {
    inspector: text('文字', 'Text'),
    role: text('段落', 'Paragraph'),
    mixed: text('几种段落', 'Several kinds'),
    roles: {
      paragraph: text('正文', 'Body'),
      kicker: text('引题', 'Kicker'),
      headline: text('主题', 'Headline'),
      deck: text('副题', 'Deck'),
      byline: text('署名', 'Byline'),
      subhead: text('小标题', 'Subhead'),
      readingTip: text('阅读提示', 'Reading tip'),
      editorNote: text('编者按', 'Editor’s note'),
      figureTitle: text('图题', 'Picture title'),
      caption: text('图片说明', 'Caption'),
      credit: text('图片署名', 'Picture credit'),
    },
    makeRole: words(
      (role: string) => `改作${role}`,
      (role: string) => `Make it ${role.toLowerCase()}`,
    ),
    goToRole: words(
      (role: string) => `到${role}`,
      (role: string) => `Go to the ${role.toLowerCase()}`,
    ),
    roleRefused: words(
      (role: string) => `这里不能改作${role}：它的位置已有文字，或选中的段落不是一类。`,
      (role: string) =>
        `This cannot be ${role.toLowerCase()}: its place is taken, or the paragraphs chosen are not of one kind.`,
    ),
    looseness: text('松紧', 'Looseness'),
    tighter: text('紧一行', 'A line tighter'),
    asFalls: text('自然', 'As it falls'),
    looser: text('松一行', 'A line looser'),
    flushRight: text('齐右（落款）', 'Flush right'),
    toStoryView: text('版面 ⇄ 文稿', 'Page ⇄ story'),
    turnHere: text('转版断在本段后', 'Turn after this paragraph'),
  },
} as const
