import { describe, expect, it } from 'vitest'
import { createComposeCache } from '../../../core/compose'
import { applySteps, invertSteps } from '../../../core/edit'
import { frameId } from '../../../core/ids'
import { isStoryFrame, type Edition } from '../../../core/model/edition'
import type { Head, Inset, StoryFrame } from '../../../core/model/frame'
import { HEAD_FORMS, headForm, type HeadForm } from '../../../core/model/headForm'
import { insetRects, removeFrames, setColumns, setHead, type HeadChange } from '../../../core/shape'
import { checkEdition } from '../../../core/model/check'
import { withRecord } from '../../../core/model/tables'
import { milliEm } from '../../../core/units'
import { storyFrame } from '../../build/editionBuilder'
import { fakeFonts } from '../../build/fakeFont'
import { doc, headline, label, p, tip } from '../../build/storyBuilder'
import { compose, editionOf } from '../../build/storyPages'
import { required } from '../edit/sameEdition'

const tools = { fonts: fakeFonts(), cache: createComposeCache() }
const F = frameId('f')
const WORDS = '河湾三十里水渠修进新稻田两岸人家今天开闸放水'

function editionWith(columns: number, more: Partial<StoryFrame> = {}, paragraphs = 20): Edition {
  const text = Array.from({ length: paragraphs }, () => p('清早的渡口只有两条船。'.repeat(7)))
  const box = tip('t', label('阅读提示'), p('船票不变。'))
  const frame = storyFrame('f', 's', [0, 0, columns, 40], {
    head: { level: 1, face: 'song', turns: [] },
    ...more,
  })
  return editionOf(doc(headline(WORDS), ...text, box), [frame])
}

const frameOf = (edition: Edition): StoryFrame & { readonly head: Head } => {
  const frame = edition.frames[F]
  if (frame === undefined || !isStoryFrame(frame) || frame.head === null)
    throw new Error('The frame has a head')
  return { ...frame, head: frame.head }
}

const after = (edition: Edition, change: HeadChange): Edition =>
  required(applySteps(edition, required(setHead(edition, F, change, tools))))

const formOf = (edition: Edition): HeadForm => {
  const { head, text } = frameOf(edition)
  return headForm(head, text.columns)
}

describe('setting a headline form', () => {
  it.each(HEAD_FORMS)('gives %s its usual place, and undo takes it back', (form) => {
    const before = editionWith(4)
    const steps = required(setHead(before, F, { form }, tools))
    const set = required(applySteps(before, steps))
    expect(formOf(set)).toBe(form)
    expect(required(applySteps(set, invertSteps(steps, before)))).toEqual(before)
    const again = after(set, { form: 'over' })
    expect(frameOf(again).head).toEqual(frameOf(before).head)
  })

  it('puts 眉心 into the middle, whatever the number of columns', () => {
    for (const columns of [3, 4, 5, 6]) {
      const { place } = frameOf(after(editionWith(columns), { form: 'between' })).head
      expect(place).toMatchObject({ row: 0 })
      expect(2 * (place?.column ?? 0) + (place?.columns ?? 0)).toBe(columns)
    }
  })

  it('puts 腰题 into the middle of its text, not of an empty frame', () => {
    const full = frameOf(after(editionWith(4, {}, 30), { form: 'waist' })).head.place
    const short = frameOf(after(editionWith(4, {}, 12), { form: 'waist' })).head.place
    expect(full?.row).toBeGreaterThan(15)
    expect(short?.row).toBeLessThan(12)
    expect(short?.row).toBeGreaterThanOrEqual(3)
  })

  it('refuses a form that the frame has no columns or rows for', () => {
    const refused = (edition: Edition, form: HeadForm) => setHead(edition, F, { form }, tools)
    expect(refused(editionWith(1), 'beside')).toMatchObject({
      error: { code: 'shape.headColumns' },
    })
    expect(refused(editionWith(2), 'between')).toMatchObject({
      error: { code: 'shape.headColumns' },
    })
    const shallow = editionWith(2, { area: { column: 0, columns: 2, row: 0, rows: 8 } })
    expect(refused(shallow, 'waist')).toMatchObject({ error: { code: 'shape.headDepth' } })
  })

  it('turns the 主题 so that it keeps its size in its new width', () => {
    const turnsOn = (lines: number) =>
      Array.from({ length: lines - 1 }, (_, i) => Math.round((WORDS.length * (i + 1)) / lines))
    const sizeIn = (edition: Edition) =>
      compose(edition).pages[0]?.lines.find(({ role }) => role === 'headline')?.size
    const kept = after(editionWith(4), { form: 'beside' })
    const turned = after(editionWith(4), { form: 'beside', turnsOn })
    expect(sizeIn(kept)).toBeLessThan(20)
    expect(sizeIn(turned)).toBe(30)
    expect(frameOf(turned).head.turns).toHaveLength(1)
    const moved = after(turned, { place: { column: 2, columns: 2, row: 0 }, turnsOn: () => null })
    expect(frameOf(moved).head.turns).toHaveLength(1)
  })

  it('leaves white that was asked for in another form behind', () => {
    const deep = after(editionWith(4), { rows: 12 })
    expect(frameOf(after(deep, { form: 'beside' })).head.rows).toBeUndefined()
    expect(frameOf(after(deep, { level: 2 })).head.rows).toBe(12)
  })

  it('leaves boxes where they stood on the page, or beside it', () => {
    const inset: Inset = { block: 't', x: milliEm(0), width: milliEm(16000), row: 10, rows: 6 }
    const before = editionWith(4, { insets: [inset] })
    const [was] = insetRects(before, F, tools)
    const set = after(before, { form: 'beside' })
    expect(insetRects(set, F, tools)[0]?.rect.y).toBe(was?.rect.y)
    const back = after(set, { form: 'over' })
    expect(insetRects(back, F, tools)[0]?.rect.y).toBe(was?.rect.y)
    const onIt = after(editionWith(4, { insets: [{ ...inset, row: 0 }] }), { form: 'waist' })
    const low = after(onIt, { place: { column: 0, columns: 2, row: 4 } })
    const { head, insets } = frameOf(low)
    expect(insets[0]?.row).not.toBe(head.place?.row)
  })
})

describe('a headline whose frame goes', () => {
  it('stands within the next one', () => {
    const first = after(editionWith(4), { place: { column: 2, columns: 2, row: 20 } })
    const next = storyFrame('g', 's', [4, 0, 2, 12], { order: 2, head: null })
    const edition = withRecord(first, 'frames', next)
    const gone = required(applySteps(edition, required(removeFrames(edition, [F]))))
    const place = { column: 0, columns: 2, row: 11 }
    expect(gone.frames[frameId('g')]).toMatchObject({ head: { place } })
    expect(checkEdition(gone)).toEqual([])
  })
})

describe('a headline among its text', () => {
  const placed = (columns: number, place: Head['place']): Edition =>
    after(editionWith(columns), place === undefined ? {} : { place })
  const broken = (edition: Edition, columns: number): Edition =>
    required(applySteps(edition, required(setColumns(edition, F, { columns }, tools))))

  it('keeps form and side when the frame is broken into other columns', () => {
    const right = broken(placed(4, { column: 2, columns: 2, row: 0 }), 6)
    expect(frameOf(right).head.place).toEqual({ column: 3, columns: 3, row: 0 })
    const between = broken(placed(6, { column: 1, columns: 4, row: 0 }), 3)
    expect([formOf(between), frameOf(between).head.place?.columns]).toEqual(['between', 1])
    const waist = broken(placed(4, { column: 0, columns: 4, row: 15 }), 5)
    expect(frameOf(waist).head.place).toEqual({ column: 0, columns: 5, row: 15 })
    expect(formOf(broken(placed(4, { column: 0, columns: 2, row: 0 }), 1))).toBe('over')
  })
})
