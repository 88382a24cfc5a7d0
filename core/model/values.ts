/** Validators of single values; each message says what is expected, to follow "should be". */
import * as v from 'valibot'
import type { FontId, FrameId, PageId, PictureId, RubricId, StoryId } from '../ids'
import type { MilliEm, Mm, Pt } from '../units'

/**
 * Ids name files in an edition folder: lower case so that none fall together on
 * a file system that ignores case, no device name of Windows, and nothing an
 * object inherits.
 */
const ID = /^(?!(?:con|prn|aux|nul|com\d|lpt\d|constructor)$)[a-z0-9][a-z0-9_-]{0,63}$/
const ID_MESSAGE = 'an id of at most 64 small letters, digits, - and _'

export const isSafeId = (value: string): boolean => ID.test(value)

const idText = v.pipe(v.string(ID_MESSAGE), v.regex(ID, ID_MESSAGE))
const id = <T extends string>() => v.custom<T>((value) => v.is(idText, value), ID_MESSAGE)

export const anyId = idText
export const aPageId = id<PageId>()
export const aFrameId = id<FrameId>()
export const aStoryId = id<StoryId>()
export const aPictureId = id<PictureId>()
export const aRubricId = id<RubricId>()

const FONT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/
export const aFontId = v.custom<FontId>(
  (value) => typeof value === 'string' && FONT.test(value),
  'the key of a font',
)

export const text = v.string('text')
export const flag = v.boolean('true or false')
export const isoDate = v.pipe(
  v.string('a date such as 2026-11-22'),
  v.isoDate('a date such as 2026-11-22'),
)

const within = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max

export const whole = (min: number, max: number) =>
  v.custom<number>(
    (value) => within(value, min, max) && Number.isInteger(value),
    `a whole number from ${min} to ${max}`,
  )

export const number = (min: number, max: number) =>
  v.custom<number>((value) => within(value, min, max), `a number from ${min} to ${max}`)

/** 200 inches: the largest page a PDF holds. */
const FARTHEST = 14_400

export const points = (min: number) =>
  v.custom<Pt>(
    (value) => within(value, min, FARTHEST),
    `a length in points from ${min} to ${FARTHEST}`,
  )

export const millimetres = v.custom<Mm>(
  (value) => within(value, 0, 5_000),
  'a length in millimetres from 0 to 5000',
)

/** Type sizes: below half a point nothing can be read, and a division by zero is near. */
export const typeSize = v.custom<Pt>(
  (value) => within(value, 0.5, 2_000),
  'a type size from 0.5 to 2000 points',
)

export const milliEms = (min: number) =>
  v.custom<MilliEm>(
    (value) => within(value, min, 1_000_000) && Number.isInteger(value),
    `a whole number of thousandths of an em from ${min} to 1000000`,
  )

export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `one of ${values.join(', ')}`)
