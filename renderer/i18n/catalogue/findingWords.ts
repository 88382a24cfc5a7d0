/** What the words of a finding are made of. */
import { plural, words, type Words } from '../words'
import { said, type Part } from './troubles'

type Measured = (value: number, limit: number) => string

/** A type, not an interface: the catalogue is picked from as a record. */
export type FindingWords = {
  readonly name: Words<string>
  /** Empty where the name says all. */
  readonly measured: Words<Measured>
  /** Of what the finding speaks, by its parts; empty where the place says it. */
  readonly subject: Words<(part: Part) => string>
  readonly remedy: Words<string>
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
export const one = (value: number): string => value.toFixed(1)

/** A number of things; the English word is of one. */
export const counted = (unitZh: string, unitEn: string, ofWhat = ''): Words<Measured> =>
  words(
    (value: number) => `${value} ${unitZh}`,
    (value: number) => `${plural(value, unitEn)}${ofWhat}`,
  )

export const UNMEASURED: Words<Measured> = words(
  () => '',
  () => '',
)

export const finding = (
  name: Words<string>,
  remedy: Words<string>,
  measured: Words<Measured> = UNMEASURED,
  subject: FindingWords['subject'] = said('', ''),
): FindingWords => ({ name, remedy, measured, subject })
