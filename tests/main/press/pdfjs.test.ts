import { expect, it } from 'vitest'
import { fill, page } from '../../build/displayBuilder'
import { pressPdf } from '../../build/pressPdf'
import { readPdf } from '../../build/readPdf'

it('leaves the methods of the language to everyone else in the process', async () => {
  const pages = [page([fill(0, 0, 10, 10)], { width: 100, height: 100, bleed: 0 })]
  expect(await readPdf(await pressPdf(pages, { marks: false, title: '一' }))).toHaveLength(1)
  for (const method of ['push', 'map', 'at'] as const)
    expect(Function.prototype.toString.call(Array.prototype[method])).toContain('[native code]')
  expect(Function.prototype.toString.call(JSON.parse)).toContain('[native code]')
})
