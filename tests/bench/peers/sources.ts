/** The bench page in the languages of the peers: same text, font, sheet, columns and leading. */
import { columnWidth, spanWidth } from '../../../core/model/grid'
import type { Template } from '../../../core/model/template'
import { ptFromMm } from '../../../core/units'

/** Baseline and depth of the em box, as on our grid: lines stand as far apart as the leading says. */
const ASCENT = 0.88
const DESCENT = 0.12

interface Sheet {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Points. The type area is a thousandth larger than its rows, so that rounding costs no line. */
function sheetOf({ sheet, grid }: Template): Sheet {
  const width = ptFromMm(sheet.width)
  const height = ptFromMm(sheet.height)
  const gap = 0.001
  return {
    width,
    height,
    left: grid.x,
    right: width - grid.x - spanWidth(grid, grid.columns) - gap,
    top: grid.y,
    bottom: height - grid.y - grid.rows * grid.leading - gap,
  }
}

const points = (value: number): string => `${Number(value.toFixed(4))}pt`

export function typstSource(template: Template, paragraphs: readonly string[]): string {
  const { grid } = template
  const sheet = sheetOf(template)
  const gap = points(grid.leading - grid.bodySize)
  const text = paragraphs.map((paragraph) => paragraph.replace(/[\\#$*_`<>@=~[\]"'/]/gu, '\\$&'))
  return `#set page(
  width: ${points(sheet.width)}, height: ${points(sheet.height)}, columns: ${grid.columns},
  margin: (left: ${points(sheet.left)}, right: ${points(sheet.right)}, top: ${points(sheet.top)}, bottom: ${points(sheet.bottom)}),
)
#set columns(gutter: ${points(grid.gutter)})
#set text(
  font: "Noto Serif SC", weight: "medium", size: ${points(grid.bodySize)}, lang: "zh", region: "cn",
  top-edge: ${ASCENT}em, bottom-edge: -${DESCENT}em,
)
#set par(justify: true, leading: ${gap}, spacing: ${gap}, first-line-indent: (amount: 2em, all: true))

${text.join('\n\n')}
`
}

export function htmlSource(
  template: Template,
  paragraphs: readonly string[],
  fontUrl: string,
): string {
  const { grid } = template
  const sheet = sheetOf(template)
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>bench</title>
<style>
@font-face { font-family: bench; src: url("${fontUrl}"); }
@page { size: ${points(sheet.width)} ${points(sheet.height)}; margin: 0; }
body {
  margin: ${points(sheet.top)} 0 0 ${points(sheet.left)};
  width: ${points(grid.columns * columnWidth(grid) + (grid.columns - 1) * grid.gutter)};
  height: ${points(grid.rows * grid.leading)};
  columns: ${grid.columns}; column-gap: ${points(grid.gutter)}; column-fill: auto;
  font: ${points(grid.bodySize)}/${points(grid.leading)} bench;
  text-align: justify; text-spacing-trim: normal; text-autospace: normal; line-break: strict;
  widows: 2; orphans: 2;
}
p { margin: 0; text-indent: 2em; }
</style>
<body>
${text.join('\n')}
`
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`)
