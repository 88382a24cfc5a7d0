import { useEffect, useState } from 'react'
import { toPage } from '../canvas/viewport'
import { useDesk } from '../desk/context'
import { useText } from '../i18n'
import { inkAt } from './inkAt'
import type { PageProof } from './press'
import { letterOf } from './usePress'

/** 指针处墨量: each plate and all together, where the pointer is on the page. */
export function InkUnderPointer({ proof }: { readonly proof: PageProof }) {
  const text = useText()
  const { store } = useDesk()
  const [inks, setInks] = useState<readonly number[] | null>(null)
  useEffect(() => {
    const canvas = document.querySelector<HTMLElement>('[data-region="canvas"]')
    const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (canvas === null || probe === null) return undefined
    let frame = 0
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      window.cancelAnimationFrame(frame)
      frame = window.requestAnimationFrame(() => {
        const { left, top } = canvas.getBoundingClientRect()
        const { x, y } = toPage(store.get().view, clientX - left, clientY - top)
        setInks(inkAt(proof, x, y, probe))
      })
    }
    const onLeave = (): void => {
      window.cancelAnimationFrame(frame)
      setInks(null)
    }
    canvas.addEventListener('pointermove', onMove)
    canvas.addEventListener('pointerleave', onLeave)
    return () => {
      onLeave()
      canvas.removeEventListener('pointermove', onMove)
      canvas.removeEventListener('pointerleave', onLeave)
    }
  }, [proof, store])
  const total = inks?.reduce((sum, ink) => sum + ink, 0)
  const isOver = total !== undefined && total > proof.soft.inkLimit
  return (
    <dl className="ink-here" aria-label={text.pressing.underPointer}>
      {proof.soft.plates.map(({ name }, i) => (
        <div key={name}>
          <dt>{letterOf(name)}</dt>
          <dd>{inks?.[i] ?? '–'}</dd>
        </div>
      ))}
      <div className={isOver ? 'is-over' : ''}>
        <dt>{text.pressing.totalInk}</dt>
        <dd>{total === undefined ? '–' : `${total}%`}</dd>
      </div>
    </dl>
  )
}
