/** What a window shows only in part: words cut, controls out of reach or over each other, panels that scroll sideways. */
import type { Page } from 'playwright-core'

const CONTROLS =
  'button, input, select, textarea, [role=tab], [role=menuitem], [role=menuitemcheckbox], [role=option]'

/** Each with its kind, tag and first words; the page itself and what only screen readers meet are left out. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`(${look.toString()})(${JSON.stringify(CONTROLS)})`)

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The few members of the browser's own types that are asked for: tests are written without these. */
interface Part {
  readonly tagName: string
  readonly className: string
  readonly textContent: string
  readonly parentElement: Part | null
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string }>
  readonly scrollWidth: number
  readonly scrollHeight: number
  readonly clientWidth: number
  readonly clientHeight: number
  getAttribute(name: string): string | null
  getBoundingClientRect(): Box
  closest(selector: string): Part | null
  matches(selector: string): boolean
  contains(other: Part): boolean
  checkVisibility(options: object): boolean
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Part>
  querySelector(selector: string): Part | null
}
declare const innerWidth: number
declare function getComputedStyle(part: Part): Readonly<Record<string, string>>

/** Runs in the window: it sees nothing of this file. */
function look(controls: string): string[] {
  const found: string[] = []
  const tell = (kind: string, ...parts: readonly Part[]): void => {
    const names = parts.map(
      (part) =>
        `${part.tagName.toLowerCase()} ${(part.getAttribute('aria-label') ?? part.textContent).trim().slice(0, 24)}`,
    )
    found.push(`${kind}: ${names.join(' / ')}`)
  }
  const top = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')
  const shown = [...document.querySelectorAll('body *')].filter(
    (part) =>
      part.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      part.closest('.unseen, svg, [inert], [role=application]') === null,
  )
  const inFront = shown.filter((part) => top === null || top.contains(part))
  /** What of it no part around it cuts away. */
  const seen = (part: Part): Box => {
    const own = part.getBoundingClientRect()
    let { left, top: above, right, bottom } = own
    for (let around = part.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around)['overflow'] === 'visible') continue
      const box = around.getBoundingClientRect()
      left = Math.max(left, box.left)
      above = Math.max(above, box.top)
      right = Math.min(right, box.right)
      bottom = Math.min(bottom, box.bottom)
    }
    return { left, top: above, right, bottom }
  }
  /** Scrolled with what it stands in, so that no more than a part of it need be in sight. */
  const scrolls = (part: Part): boolean => {
    for (let around = part.parentElement; around !== null; around = around.parentElement)
      if (/auto|scroll/u.test(getComputedStyle(around)['overflowY'] ?? '')) return true
    return false
  }
  /** Under what stays in sight, all else of its panel scrolls away. */
  const sticks = (part: Part): boolean => {
    for (let around: Part | null = part; around !== null; around = around.parentElement)
      if (getComputedStyle(around)['position'] === 'sticky') return true
    return false
  }
  /** A button that stands on a card is meant to. */
  const within = (a: Box, b: Box): boolean =>
    a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
  for (const part of shown) {
    const style = getComputedStyle(part)
    if (part.clientWidth < 3 || part.matches('input')) continue
    const wide = part.scrollWidth > part.clientWidth + 1
    const hasWords = [...part.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent.trim() !== '',
    )
    if (wide && /auto|scroll/u.test(style['overflowX'] ?? '')) tell('sideways', part)
    if (
      wide &&
      /hidden|clip/u.test(style['overflowX'] ?? '') &&
      style['textOverflow'] !== 'ellipsis'
    )
      tell('words cut', part)
    const high = part.scrollHeight > part.clientHeight + 1
    if (hasWords && high && /hidden|clip/u.test(style['overflowY'] ?? '')) tell('words cut', part)
  }
  const reached = inFront.filter((part) => part.matches(controls))
  for (const part of reached) {
    const own = part.getBoundingClientRect()
    const rest = seen(part)
    if (own.left < -1 || own.right > innerWidth + 1) tell('out of the window', part)
    else if (rest.left > own.left + 1 || rest.right < own.right - 1) tell('cut', part)
    else if (!scrolls(part) && (rest.top > own.top + 1 || rest.bottom < own.bottom - 1))
      tell('cut', part)
  }
  for (const [i, one] of reached.entries())
    for (const other of reached.slice(i + 1)) {
      if (one.contains(other) || other.contains(one) || sticks(one) !== sticks(other)) continue
      const [a, b] = [seen(one), seen(other)]
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (across > 1 && down > 1 && !within(a, b) && !within(b, a))
        tell('over each other', one, other)
    }
  return [...new Set(found)]
}
