/** The archive as one HTML page beside its pictures: readable by eye and by screen reader, without a server or script. */
import type {
  BlockJson,
  ItemJson,
  PhotoJson,
  StoryJson,
} from '../../../core/manuscript/toStoriesJson'
import { assertNever } from '../../../core/result'
import type { Archive, ArchivePage } from './archiveData'

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (c) => `&#${c.codePointAt(0) ?? 0};`)

/** An element with its text escaped; nothing for an empty text. */
const element = (tag: string, text: string | undefined, name = ''): string =>
  text === undefined || text === ''
    ? ''
    : `<${tag}${name === '' ? '' : ` class="${name}"`}>${escapeHtml(text)}</${tag}>\n`

const anchor = (story: string): string => `story-${story}`
const pageAnchor = (folio: string): string => `page-${folio}`

const titleOf = (item: ItemJson): string => {
  switch (item.kind) {
    case 'story':
      return item.headline
    case 'photo':
      return item.title ?? item.caption
    case 'furniture':
      return item.text
    default:
      return assertNever(item)
  }
}

function block({ type, text, label }: BlockJson): string {
  switch (type) {
    case 'subhead':
      return element('h3', text)
    case 'readingTip':
    case 'editorNote':
      return `<aside>\n${element('strong', label)}${element('p', text)}</aside>\n`
    case 'paragraph':
      return element('p', text)
    default:
      return assertNever(type)
  }
}

const photo = ({ title, caption, credit }: PhotoJson): string =>
  `<figure><figcaption>${element('strong', title)}${element('span', caption)}${element('small', credit)}</figcaption></figure>\n`

const storyText = (story: StoryJson): string =>
  [
    element('p', story.rubric, 'rubric'),
    element('p', story.kicker, 'kicker'),
    element('h2', story.headline),
    element('p', story.deck, 'deck'),
    element('p', story.byline, 'byline'),
    element('p', story.markerFrom, 'jump'),
    element('p', story.dateline, 'dateline'),
    ...story.blocks.map(block),
    ...story.photos.map(photo),
    element('p', story.marker, 'jump'),
  ].join('')

function article(item: ItemJson, folios: readonly string[]): string {
  const places = folios.map(
    (folio) => `<a href="#${escapeHtml(pageAnchor(folio))}">${escapeHtml(folio)}</a>`,
  )
  const where = folios.length === 0 ? '' : `<p class="where">第${places.join('、')}版</p>\n`
  const text =
    item.kind === 'story'
      ? storyText(item)
      : item.kind === 'photo'
        ? photo(item)
        : element('p', item.text)
  const tag = item.kind === 'furniture' ? 'footer' : 'article'
  return `<${tag} id="${escapeHtml(anchor(item.id))}">\n${text}${where}</${tag}>\n`
}

function pageSection(page: ArchivePage, titles: ReadonlyMap<string, string>): string {
  const links = page.regions
    .map(({ story, left, top, width, height }) => {
      const title = titles.get(story)
      return title === undefined
        ? ''
        : `<a href="#${escapeHtml(anchor(story))}" style="left:${left}%;top:${top}%;width:${width}%;height:${height}%" aria-label="${escapeHtml(title)}" title="${escapeHtml(title)}"></a>\n`
    })
    .join('')
  const name = `第${page.folio}版　${page.section}`.trim()
  return `<section class="page" id="${escapeHtml(pageAnchor(page.folio))}" aria-label="${escapeHtml(name)}">
<h2>${escapeHtml(name)}</h2>
<div class="sheet"><img src="${encodeURIComponent(page.image)}" alt="${escapeHtml(name)}版面图，文字见下" width="${Math.round(page.width * 4)}" height="${Math.round(page.height * 4)}">
${links}</div>
</section>
`
}

const STYLE = `body { margin: 0 auto; padding: 1rem; max-width: 60rem; font: 1.05rem/1.8 serif; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.8rem; line-height: 1.3; margin: .4em 0; }
h2 { font-size: 1.4rem; line-height: 1.4; margin: .3em 0; }
h3 { font-size: 1.1rem; margin: .8em 0 .3em; }
a { color: #00528a; text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:focus-visible { outline: 2px solid #00528a; outline-offset: 2px; }
nav ol { columns: 17rem; column-gap: 2.5rem; margin: 0 0 1.5rem; padding-left: 1.8em; }
nav li { break-inside: avoid; }
.page { margin-bottom: 1.5rem; }
.sheet { position: relative; }
.sheet img { width: 100%; height: auto; display: block; border: 1px solid #ccc; }
.sheet a { position: absolute; }
.sheet a:hover, .sheet a:focus { background: #00528a22; outline: 2px solid #00528a; }
article { border-top: 1px solid #999; padding: 1rem 0; }
article p { margin: .3em 0; text-indent: 2em; }
.rubric, .kicker, .deck, .byline, .dateline, .jump, .where { text-indent: 0 !important; color: #444; }
.where { font-size: .9rem; }
figure { margin: .6em 0; }
figcaption strong { margin-right: .5em; }
figcaption small { margin-left: .5em; color: #444; }
aside { border-left: 3px solid #999; margin: .8em 0; padding-left: 1em; }
footer { color: #444; font-size: .9rem; }
footer p { margin: .3em 0; }
@media (min-width: 70rem) { body { max-width: 100rem; padding: 1rem 2rem; } .pages { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; } main { columns: 28rem; column-gap: 3rem; } h2, h3 { break-after: avoid; } footer { break-inside: avoid; } }
@media print { .pages { display: none; } }`

/** The whole page. Its only other files are the pages' pictures. */
export function archiveHtml(archive: Archive): string {
  const { publication, date, pages, stories } = archive
  const title = `${publication} ${date}`.trim()
  const titles = new Map(stories.map((item) => [item.id, titleOf(item)]))
  const foliosOf = (id: string): readonly string[] =>
    pages.filter(({ regions }) => regions.some(({ story }) => story === id)).map((p) => p.folio)
  const contents = stories
    .filter(({ kind }) => kind !== 'furniture')
    .map(
      (item) =>
        `<li><a href="#${escapeHtml(anchor(item.id))}">${escapeHtml(titleOf(item))}</a></li>`,
    )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<nav aria-label="目录">
<ol>
${contents.join('\n')}
</ol>
</nav>
</header>
<div class="pages">
${pages.map((page) => pageSection(page, titles)).join('')}</div>
<main>
${stories.map((item) => article(item, foliosOf(item.id))).join('')}</main>
</body>
</html>
`
}
