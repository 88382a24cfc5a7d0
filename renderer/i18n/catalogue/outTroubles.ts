/** What pages going out are refused for, by code, and what whole families of codes mean. */
import { said, say, type Part, type TroubleWords } from './troubles'

/** A file of an edition, as it is called within the edition's folder. */
function inside(part: Part): string {
  const [edition, file] = [part('edition'), part('file')]
  return file.startsWith(edition) ? file.slice(edition.length).replace(/^[/\\]/u, '') : file
}

const isGone = (part: Part): boolean => part('code') === 'format.missing'

export const outTroubles: TroubleWords = {
  'pages.unknown': say(
    (part) => `没有 ${part('asked')} 版；这一期有 ${part('folios')}。可写 1-4 或 1,3。`,
    (part) =>
      `The edition has no pages ${part('asked')}; it has ${part('folios')}. Give a range such as 1-4 or 1,3.`,
  ),
  'softProof.page': said(
    '这一版已经不在了；另选一版。',
    'This page is not in the edition any more; choose another.',
  ),
  'export.errors': say(
    (part) =>
      `还有 ${part('errors')} 处错误，印刷 PDF 没有写。改好、改出校样，或写明仍要付印的理由。`,
    (part) =>
      `The press PDF was not written because of ${part('errors')} errors. Correct them, export a proof, or say why it must go out as it is.`,
  ),
  'job.none': said('没有这项任务，或还没做完。', 'There is no such job, or it is not done.'),
  'job.many': say(
    (part) => `已有 ${part('most')} 项输出在做；等一项做完再来。`,
    (part) => `${part('most')} exports are at work already; wait until one is done.`,
  ),
  'work.failed': said(
    '任务断在半路；请再试一次。',
    'The work broke off before it was done; try it again.',
  ),
  'pdf.no-pages': said(
    '没有可输出的版面；先加一版。',
    'There is no page to put into the PDF; add one first.',
  ),
  'pdf.picture-unreadable': say(
    (part) => `图片 ${part('picture')} 读不了，PDF 没有写；换掉它。`,
    (part) =>
      `The PDF was not written because the picture ${part('picture')} cannot be read; replace it.`,
  ),
  'preview.picture-unreadable': say(
    (part) => `图片 ${part('picture')} 读不了；换掉它。`,
    (part) => `The picture ${part('picture')} cannot be read; replace it.`,
  ),
  'preview.too-large': say(
    (part) => `${part('folio')} 版按每英寸 ${part('ppi')} 像素画太大了；降低分辨率。`,
    (part) =>
      `Page ${part('folio')} at ${part('ppi')} ppi is too large to draw; choose a lower resolution.`,
  ),
  'press.picture': say(
    (part) => `图片 ${part('file')} 转不成印刷油墨，位置是一块底色；换掉它。`,
    (part) =>
      `The picture ${part('file')} cannot be brought into ink, so its place has a tint; replace it.`,
  ),
  'press.preset': say(
    (part) => `印刷预设 ${part('file')} 写得不对；改好，或用自带的。`,
    (part) =>
      `The press preset ${part('file')} is not right; correct it or use the one that comes with Banxin.`,
  ),
  'preflight.profile': say(
    (part) => `预检档案 ${part('file')} 不对；改好它，或用随版心带来的。`,
    (part) =>
      `The preflight profile ${part('file')} is not right; correct it or use one that comes with Banxin.`,
  ),
  'press.profile': say(
    (part) => `色彩特性文件 ${part('file')} 不能用；向印厂要这台印机的 ICC 文件。`,
    (part) =>
      `The colour profile ${part('file')} cannot be used; ask the printer for the ICC profile of the press.`,
  ),
  'press.ledger': said(
    '做好的 PDF 和稿子对不上，没有写出来；请连同这一期报告这个问题。',
    'The finished PDF does not hold the manuscript, so it was not written; report this with the edition.',
  ),
  'press.unreadable': said(
    '做好的 PDF 读不回来，没有写出来；请连同这一期报告这个问题。',
    'The finished PDF could not be read back, so it was not written; report this with the edition.',
  ),
  'ledger.intake': say(
    (part) => `${part('file')} 读进来时字数不平；请连同来稿报告这个问题。`,
    (part) =>
      `Characters were lost or added in reading ${part('file')}; report this with the copy.`,
  ),
  'ledger.pending': said(
    '有些字还没有着落；在稿子里处理。',
    'Some characters have no place yet; settle them in the story.',
  ),
}

/** By the part of the code before the dot: trouble whose single kinds mean the same to an editor. */
export const troubleFamilies: TroubleWords = {
  edit: said(
    '这一改动不合版面现在的样子，没有做。',
    'The change does not fit the edition as it is now; nothing was done.',
  ),
  shape: said('版面现在不能这样改，没有做。', 'The page cannot be changed so; nothing was done.'),
  pages: said('这一版现在不能这样改，没有做。', 'The page cannot be changed so; nothing was done.'),
  ledger: said(
    '字数账不平；请连同这一期报告这个问题。',
    'The books of characters do not balance; report this with the edition.',
  ),
  export: said('输出的名称不对；换一个。', 'The name of the output is not right; choose another.'),
  ...Object.fromEntries(
    ['format', 'edition', 'page', 'frame', 'inset', 'rubric', 'story', 'style', 'thread'].map(
      (family) => [
        family,
        say(
          (part) =>
            part('edition') === ''
              ? `这一期的数据不对（${part('file')} ${part('code')}），没有照办。`
              : `${part('edition')} 打不开：里面的 ${inside(part)} ${isGone(part) ? '不见了' : '坏了'}。从备份里把这个文件放回去。`,
          (part) =>
            part('edition') === ''
              ? `The edition’s data is not right (${part('file')} ${part('code')}); nothing was done.`
              : `${part('edition')} cannot be opened: ${inside(part)} in it is ${isGone(part) ? 'missing' : 'damaged'}. Put the file back from a copy of the edition.`,
        ),
      ],
    ),
  ),
}
