/** The preflight's report, for people as a page that opens anywhere and for programs as JSON. */
import type { PressFinding } from '../../../core/preflight/press'
import type { Diagnostic, Severity } from '../../../core/result'
import { mmFromPt } from '../../../core/units'

export interface ReportHead {
  /** Publication and date of issue. */
  readonly title: string
  /** Name of the press preset and of its printing condition. */
  readonly preset: string
  readonly condition: string
  /** Name of the preflight profile. */
  readonly profile?: string
  /** Reason for going to press in spite of errors. */
  readonly overridden?: string
}

/** One finding as the report has it. */
export interface ReportRow {
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly page: string | null
  /** Upper left corner and size in millimetres from the trim's upper left corner. */
  readonly area: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
  readonly remedy: string | null
}

const isPlaced = (found: Diagnostic): found is PressFinding => 'area' in found && 'remedy' in found

const tenth = (points: number): number => Math.round(mmFromPt(points as never) * 10) / 10

function rowOf(found: Diagnostic): ReportRow {
  const { severity, code, message } = found
  const base = { severity, code, message, page: found.where?.page ?? null }
  if (!isPlaced(found)) return { ...base, area: null, remedy: null }
  const { x, y, width, height } = found.area
  const area = { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) }
  return { ...base, area, remedy: found.remedy }
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** The findings, errors first. */
export const rowsOf = (found: readonly Diagnostic[]): readonly ReportRow[] =>
  found.map(rowOf).sort((a, b) => RANK[a.severity] - RANK[b.severity])

const count = (rows: readonly ReportRow[], severity: Severity): number =>
  rows.filter((row) => row.severity === severity).length

/** `{…head, errors, warnings, notes, findings}`. */
export function reportJson(head: ReportHead, found: readonly Diagnostic[]): string {
  const rows = rowsOf(found)
  const counts = {
    errors: count(rows, 'error'),
    warnings: count(rows, 'warning'),
    notes: count(rows, 'info'),
  }
  return `${JSON.stringify({ ...head, ...counts, findings: rows }, null, 1)}\n`
}

const NAMES: Record<Severity, string> = { error: '错误', warning: '警告', info: '说明' }

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (c) => `&#${c.codePointAt(0) ?? 0};`)

const placeOf = ({ area }: ReportRow): string =>
  area === null ? '' : `${area.x}, ${area.y}（${area.width} × ${area.height}）`

const line = (row: ReportRow): string =>
  `<tr class="${row.severity}"><td>${NAMES[row.severity]}</td><td>${escapeHtml(row.page ?? '')}</td><td>${placeOf(row)}</td><td>${escapeHtml(row.message)}</td><td><code>${escapeHtml(row.code)}</code></td></tr>`

/** One page that needs no other file and no server. */
export function reportHtml(head: ReportHead, found: readonly Diagnostic[]): string {
  const rows = rowsOf(found)
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => `${NAMES[severity]} ${count(rows, severity)}`)
    .join('，')
  const overridden =
    head.overridden === undefined
      ? ''
      : `<p class="error">有错误仍付印，理由：${escapeHtml(head.overridden)}</p>`
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>预检报告 ${escapeHtml(head.title)}</title>
<style>
body { font: 15px/1.6 sans-serif; margin: 2em; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; border-bottom: 1px solid #ccc; }
.error td:first-child, p.error { color: #a40000; font-weight: bold; }
.warning td:first-child { color: #7a4b00; }
</style>
</head>
<body>
<h1>预检报告：${escapeHtml(head.title)}</h1>
<p>${escapeHtml(head.preset)}，${escapeHtml(head.condition)}${head.profile === undefined ? '' : `，预检：${escapeHtml(head.profile)}`}。${counts}。</p>
${overridden}
<table>
<caption>位置与大小以毫米计，自裁切线左上角起</caption>
<thead><tr><th scope="col">级别</th><th scope="col">版</th><th scope="col">位置</th><th scope="col">问题与办法</th><th scope="col">代码</th></tr></thead>
<tbody>
${rows.map(line).join('\n')}
</tbody>
</table>
</body>
</html>
`
}
