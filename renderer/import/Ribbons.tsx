import { useEffect, useRef, useState } from 'react'
import type { RawLine } from './reading'
import type { DoubtEntry } from './report'

/** Ribbons tie the lines of the chosen doubt to the blocks they became. */
export function Ribbons(props: {
  readonly doubt: DoubtEntry | null
  readonly raw: readonly RawLine[]
}) {
  const { doubt, raw } = props
  const svg = useRef<SVGSVGElement>(null)
  const [shapes, setShapes] = useState<readonly string[]>([])
  useEffect(() => {
    const columns = svg.current?.parentElement
    if (svg.current === null || columns === null || columns === undefined) return
    const own = svg.current
    let asked = 0
    const draw = (): void => {
      asked = 0
      setShapes(ribbons(own, columns, doubt, raw))
    }
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw)
    }
    ask()
    columns.addEventListener('scroll', ask, true)
    const watch = new ResizeObserver(ask)
    watch.observe(columns)
    return () => {
      cancelAnimationFrame(asked)
      columns.removeEventListener('scroll', ask, true)
      watch.disconnect()
    }
  }, [doubt, raw])
  return (
    <svg ref={svg} className="ribbons" aria-hidden>
      {shapes.map((shape) => (
        <path key={shape} d={shape} />
      ))}
    </svg>
  )
}

function ribbons(
  own: SVGSVGElement,
  columns: Element,
  doubt: DoubtEntry | null,
  raw: readonly RawLine[],
): readonly string[] {
  const box = own.getBoundingClientRect()
  const find = (name: string, key: string): DOMRect | undefined =>
    [...columns.querySelectorAll(`[data-${name}]`)]
      .find((element) => element.getAttribute(`data-${name}`) === key)
      ?.getBoundingClientRect()
  return raw
    .filter((one) => doubt?.file === one.file && doubt.lines.includes(one.line))
    .flatMap(({ file, line, at }) => {
      const from = find('line', `${file} ${line}`)
      const to = at === null ? undefined : find('block', `${at.story} ${at.block}`)
      if (from === undefined || to === undefined) return []
      const [a, b] = [from.top - box.top, from.bottom - box.top]
      const [c, d] = [to.top - box.top, to.bottom - box.top]
      const w = box.width
      const half = w / 2
      return [
        `M0 ${a} C${half} ${a} ${half} ${c} ${w} ${c} L${w} ${d} C${half} ${d} ${half} ${b} 0 ${b} Z`,
      ]
    })
}
