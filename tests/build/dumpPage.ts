import type { Ink } from '../../core/ink'
import { isBlack } from '../../core/ink'
import type { PageDisplay, Source } from '../../core/display/displayList'
import { walk } from '../../core/display/walk'

const length = (value: number): string => String(Math.round(value * 1000) / 1000)
const box = (r: { x: number; y: number; width: number; height: number }): string =>
  `${length(r.x)},${length(r.y)} ${length(r.width)}x${length(r.height)}`
const colour = (ink: Ink): string =>
  isBlack(ink) ? '' : ` cmyk(${[ink.c, ink.m, ink.y, ink.k].map(length).join(' ')})`

function origin(source: Source): string {
  switch (source.kind) {
    case 'manuscript':
      return `${source.story}@${source.from}`
    case 'generated':
      return `${source.story}+`
    case 'furniture':
      return '-'
  }
}

/**
 * A page as short text, a line an item in painting order, to be
 * compared and read. Points to a thousandth; glyph offsets as they are;
 * `story@12` is manuscript text from position 12, `story+` generated for a
 * story, `-` furniture.
 */
export function dumpPage(page: PageDisplay): string {
  const lines = [
    `page ${page.page} ${page.folio} ${length(page.trim.width)}x${length(page.trim.height)} bleed ${length(page.bleed)}`,
  ]
  walk(page, {
    text: (run) => {
      const scale = run.scaleX === 1 ? '' : ` x${length(run.scaleX)}`
      lines.push(
        `text ${length(run.x)},${length(run.y)} ${run.font} ${length(run.size)}${scale}${colour(run.ink)} ` +
          `${origin(run.source)} ${run.line.role} ${JSON.stringify(run.texts.join('|'))} [${run.offsets.join(' ')}]`,
      )
    },
    fill: (item) => lines.push(`fill ${box(item.rect)}${colour(item.ink)} ${origin(item.source)}`),
    polygon: (item) =>
      lines.push(
        `polygon ${item.points.map((p) => `${length(p.x)},${length(p.y)}`).join(' ')}${colour(item.ink)} ${origin(item.source)}`,
      ),
    picture: (item) =>
      lines.push(
        `picture ${item.picture} ${box(item.rect)} crop ${box(item.crop)} ${origin(item.source)}`,
      ),
  })
  return lines.join('\n') + '\n'
}
