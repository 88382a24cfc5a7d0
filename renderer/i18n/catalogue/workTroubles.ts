/** What copy, pictures, fonts and templates are refused or warned for, by code. */
import { fontPlacesEn, fontPlacesZh } from './fontPlaces'
import { said, say, type Part, type TroubleWords } from './troubles'

/** Whether the white at a page's foot has a rectangle that a picture or an advertisement would fill. */
const free = (part: Part): boolean => Number(part('columns')) > 0

const named = (part: Part, nameless: string): string => part('file') || nameless

export const workTroubles: TroubleWords = {
  'import.no-text': said(
    '这些文件里没有文稿；来稿用 .txt、.docx 或 .rtf，图片请逐张放到版面上。',
    'There is no text among these files; import .txt, .docx or .rtf, or place pictures one by one.',
  ),
  'import.twice': say(
    (part) => `有两个文件都叫 ${part('name')}；请分两次导入。`,
    (part) => `Two files are called ${part('name')}; import them one after the other.`,
  ),
  'input.archive': say(
    (part) => `${part('file')} 是 ZIP 压缩包；解开后导入里面的文稿。`,
    (part) => `${part('file')} is a ZIP archive; unpack it and import the texts in it.`,
  ),
  'input.convert': say(
    (part) =>
      `${part('file')} 这种文档读不了（旧版 Word、WPS、OpenDocument，或加了密码）；在 Word 或 WPS 里另存成 .docx 再导入。`,
    (part) =>
      `${part('file')} is a document that is not read (old Word or WPS, OpenDocument, or under a password); save it as .docx and import that.`,
  ),
  'input.docx': say(
    (part) =>
      `${part('file')} 读不成 Word 文档：坏了，或是别种文件；在 Word 或 WPS 里打开，另存成 .docx 再导入。`,
    (part) =>
      `${part('file')} cannot be read as a Word document: it is damaged or another kind of file; save it as .docx in Word or WPS and import that.`,
  ),
  'input.rtf': say(
    (part) =>
      `${part('file')} 读不成 RTF 文档：坏了，或不完整；在 Word 或 WPS 里打开，另存成 .docx 再导入。`,
    (part) =>
      `${part('file')} cannot be read as rich text (RTF): it is damaged or not whole; save it as .docx in Word or WPS and import that.`,
  ),
  'input.empty': say(
    (part) => `${part('file')} 里没有文字；看看是不是拿错了文件。`,
    (part) => `${part('file')} holds no text; see whether it is the right one.`,
  ),
  'input.folder': say(
    (part) => `${part('file')} 是文件夹，或里面没有文稿；请选 .txt、.docx 或 .rtf。`,
    (part) => `${part('file')} is a folder, or holds no text; choose a .txt, .docx or .rtf.`,
  ),
  'input.left-out': say(
    (part) =>
      `${part('file') === '' ? '' : `${part('file')} 里的 `}${part('files')} 不是文稿也不是能读的图片，没有收。`,
    (part) =>
      `${part('files')}${part('file') === '' ? '' : ` in ${part('file')}`} is neither a text nor a picture that can be read and was left out.`,
  ),
  'input.captions': say(
    (part) => `${part('file')} 里只有图片说明，图片排在同一版上。`,
    (part) => `${part('file')} holds captions alone; its pictures were put on the same page.`,
  ),
  'input.missing': say(
    (part) => `${part('file')} 不在那里；核对名称和文件夹。`,
    (part) => `${part('file')} is not there; check its name and folder.`,
  ),
  'input.not-a-file': say(
    (part) => `${part('file')} 不是文件；请选文稿。`,
    (part) => `${part('file')} is not a file; choose a text file.`,
  ),
  'input.too-large': say(
    (part) =>
      `${part('file')} 太大了${part('most') === '' ? '' : `（最多 ${part('most')} MB）`}；按版拆成几个文件。`,
    (part) =>
      `${part('file')} is too large${part('most') === '' ? '' : ` (at most ${part('most')} MB)`}; split it into one file a page.`,
  ),
  'input.markup': say(
    (part) =>
      `${part('file')} 带着网页代码：${part('count')} 处标签和字符代码按显示出来的样子收了；请对照网页。`,
    (part) =>
      `${part('file')} is the source of a web page: ${part('count')} tags and characters such as &nbsp; were read as what they show; check the text against the page.`,
  ),
  'input.tables': say(
    (part) =>
      `${part('file')} 里的表格有 ${part('count')} 行成了一行行文字，格与格之间隔一个空格；请对照原稿。`,
    (part) =>
      `Table rows of ${part('file')} (${part('count')}) became lines of text, the cells set apart by a blank; check them against the document.`,
  ),
  'input.footnotes': say(
    (part) => `${part('file')} 的 ${part('count')} 条脚注接在全文最后；请移到该稿里，或删去。`,
    (part) =>
      `The footnotes of ${part('file')} (${part('count')}) stand at the end of its text; move them to their stories or delete them.`,
  ),
  'input.comments': say(
    (part) => `${part('file')} 边上的 ${part('count')} 条批注没有收；请在 Word 里处理。`,
    (part) =>
      `${part('count')} comments in the margin of ${part('file')} were not taken over; settle them in Word.`,
  ),
  'input.numbering': say(
    (part) =>
      `${part('file')} 有 ${part('count')} 段是 Word 自动编的号，不是文字；要印出来的请自己打上。`,
    (part) =>
      `Word numbers ${part('count')} paragraphs of ${part('file')} by itself; type the numbers that shall be printed.`,
  ),
  'input.text-boxes': say(
    (part) =>
      `${part('file')} 有 ${part('count')} 个文本框，框里的字接在它所在的段后面；看看该放在哪里。`,
    (part) =>
      `The words of the text boxes of ${part('file')} (${part('count')}) stand below the paragraph that each is fixed to; see whether they belong there.`,
  ),
  'input.formulas': say(
    (part) =>
      `${part('file')} 的 ${part('count')} 个公式成了一排普通的字，没有分数线、根号和上下标；请对照原稿。`,
    (part) =>
      `The formulas of ${part('file')} (${part('count')}) became plain characters in a row, without fractions, roots or raised figures; check each against the document.`,
  ),
  'input.drawings': say(
    (part) =>
      `${part('file')} 里用 Word 画的图表有 ${part('count')} 个没有收；请各存成图片一并交来。`,
    (part) =>
      `Charts and diagrams drawn in Word did not come along with ${part('file')} (${part('count')}); save each as a picture and hand that in.`,
  ),
  'input.readings': say(
    (part) => `${part('file')} 有 ${part('count')} 处字上注的拼音没有收，字都在。`,
    (part) =>
      `The readings that Word sets above characters of ${part('file')} (${part('count')}) were left out; the characters are there.`,
  ),
  'intake.empty': say(
    (part) => `${named(part, '文件')} 里没有文字；看看是不是拿错了。`,
    (part) => `${named(part, 'The file')} holds no text; see whether it is the right one.`,
  ),
  'intake.binary': say(
    (part) => `${named(part, '这个文件')} 不是文字；来稿用文本文件、.docx 或 .rtf。`,
    (part) => `${named(part, 'The file')} is not text; import a text file, a .docx or an .rtf.`,
  ),
  'intake.lone-surrogate': say(
    (part) =>
      `${named(part, '文件')} 第 ${part('line')} 行有半个字（UTF-16 残字）；重打那个字，再存一次。`,
    (part) =>
      `${named(part, 'The file')} holds half of a UTF-16 character in line ${part('line')}; retype it and save the file again.`,
  ),
  'intake.mixed-encoding': say(
    (part) => `${named(part, '文件')} 从第 ${part('line')} 行起换了编码；整个存成 UTF-8 再导入。`,
    (part) =>
      `${named(part, 'The file')} changes its encoding at line ${part('line')}; save the whole file as UTF-8 and import it again.`,
  ),
  'intake.damaged': say(
    (part) =>
      `${named(part, '文件')} ${part('line') === '' ? '' : `第 ${part('line')} 行`}的编码坏了；存成 UTF-8 再导入。`,
    (part) =>
      `${named(part, 'The file')}${part('line') === '' ? '' : ` at line ${part('line')}`} is in no encoding that can be read; save it as UTF-8 and import it again.`,
  ),
  'intake.unresolved-jump': said(
    '有一处转版，这次来稿里没有它的另一头；把那一版也导入，或自己处理转版行。',
    'A jump has no other end in this import; import that page too or close the jump by hand.',
  ),
  'intake.jump': said(
    '有一处转版接上了，但另一头也接得上；对着版面看看。',
    'The two ends of a jump were joined, but another end fits about as well; check it against the page.',
  ),
  'makeup.short': say(
    (part) =>
      `${part('page')} 版稿子不够：底下最多空 ${part('rows')} 行，还能排约 ${part('lines')} 行 ${part('characters')} 字。${free(part) ? `添稿，在那里放一幅 ${part('width')} × ${part('height')} 毫米（${part('columns')} 栏 × ${part('depth')} 行）的图片或广告` : '添稿、放大图片'}，或换${part('template') === '' ? '小一些的模板' : `模板 ${part('template')}`}。`,
    (part) =>
      `Page ${part('page')} is short: up to ${part('rows')} rows at its foot are white, room for about ${part('lines')} lines or ${part('characters')} characters. Add copy, ${free(part) ? `put a picture or an advertisement of ${part('width')} × ${part('height')} mm (${part('columns')} columns × ${part('depth')} rows) there` : 'enlarge a picture'} or choose ${part('template') === '' ? 'a smaller template' : `the template ${part('template')}`}.`,
  ),
  'makeup.page-added': say(
    (part) =>
      `稿子多出约 ${part('lines')} 行 ${part('characters')} 字，添了 ${part('page')} 版放 ${part('stories')}。删稿${part('template') === '' ? '' : `、换模板 ${part('template')}`}，或留着这一版。`,
    (part) =>
      `There is too much copy by about ${part('lines')} lines or ${part('characters')} characters: page ${part('page')} was added for ${part('stories')}. Cut copy${part('template') === '' ? '' : `, choose the template ${part('template')}`} or keep the page.`,
  ),
  'makeup.unplaced': say(
    (part) => `${part('stories')}怎么排都放不进这种版面；自己放、拆开，或换模板。`,
    (part) =>
      `${part('stories')} fits no page of this template; place it by hand, divide it or choose another template.`,
  ),
  'makeup.too-much': say(
    (part) =>
      `已添 ${part('pages')} 版，还有 ${part('stories')} 篇 ${part('characters')} 字没有排下，留在待排。换容量大的模板，或分几次组版。`,
    (part) =>
      `${part('pages')} pages were added, and ${part('stories')} stories with ${part('characters')} characters still wait. Choose a template that holds more, or make up fewer stories at once.`,
  ),
  'doubt.changed': said(
    '这里的文字在导入后改过了；请在稿子里处理。',
    'The text here has changed since the import; settle it in the story.',
  ),
  'find.pattern': say(
    (part) => `正则表达式“${part('pattern')}”写得不对；改好，或关掉正则。`,
    (part) =>
      `The regular expression “${part('pattern')}” cannot be read: ${part('why')}. Mend it, or switch regular expressions off.`,
  ),
  'picture.missing': say(
    (part) =>
      `图片 ${part('picture') || part('title') || part('file')} 不见了，位置空着；重新链接它的文件。`,
    (part) =>
      `The picture ${part('picture') || part('title') || part('file')} is missing and its place stays empty; link its file again.`,
  ),
  'picture.format': say(
    (part) => `${part('file')} 不是能读的 PNG 或 JPEG；另存成其中一种。`,
    (part) =>
      `${part('file')} is neither a PNG nor a JPEG that can be read; save it as one of these.`,
  ),
  'picture.ad': say(
    (part) => `广告 ${part('file')} 读不了；请客户给一份不用密码就能打开的 PDF。`,
    (part) =>
      `The advertisement ${part('file')} cannot be read; ask the customer for a PDF that opens without a password.`,
  ),
  'picture.list': say(
    (part) => `${part('file')} 不是图片清单的写法；改好之前，里面的图片先不收。`,
    (part) => `${part('file')} is not a list of pictures; they are left out until it is corrected.`,
  ),
  'picture.match': say(
    (part) => `${part('file')} 配给了“${part('caption')}”，把握不大；请核对。`,
    (part) => `${part('file')} was set under “${part('caption')}”, which is uncertain; check it.`,
  ),
  'picture.offer': say(
    (part) => `${part('file')} 可能是“${part('caption')}”的图，没有把握；请自己配。`,
    (part) =>
      `${part('file')} may belong under “${part('caption')}”; place it yourself if it does.`,
  ),
  'picture.spare': say(
    (part) => `${part('file')} 没有找到说明：收下了，没有上版，在待排里。`,
    (part) =>
      `No caption was found for ${part('file')}; it is kept, stands on no page and waits among the stories.`,
  ),
  'font.missing': say(
    (part) =>
      `没有字体 ${part('font')}${fontPlacesZh(part)}；补上它的文件，或在“样式”里换一种。报眉的字体随模板换。`,
    (part) =>
      `There is no font ${part('font')}${fontPlacesEn(part)}; add its file, or choose another in the styles. The head of a page has its fonts by its template.`,
  ),
  'font.none': say(
    (part) => `${part('file')} 里没有字体；运行 npm run setup 装上。`,
    (part) => `There are no fonts in ${part('file')}; run "npm run setup" to put them there.`,
  ),
  'font.unreadable': say(
    (part) => `字体 ${part('font')} 的文件坏了；换一份。`,
    (part) => `The file of the font ${part('font')} is damaged; replace it.`,
  ),
  'template.damaged': say(
    (part) => `模板 ${part('file')} 坏了；改好它，或重装版心。`,
    (part) => `The template ${part('file')} is damaged; correct it or install Banxin anew.`,
  ),
  'template.missing': say(
    (part) =>
      `第 ${part('pages').split(' ').join('、')} 版的模板 ${part('template')} 不在这里；版面照原样排。要换，在“属性”里给它另选一个模板。`,
    (part) =>
      `The template ${part('template')} of page ${part('pages').split(' ').join(', ')} is not here; the page stands as it was made. Choose another template for it in the inspector.`,
  ),
  'template.unknown': say(
    (part) => `没有模板 ${part('template')}；可选 ${part('known')}。`,
    (part) => `There is no template ${part('template')}; choose one of ${part('known')}.`,
  ),
}
