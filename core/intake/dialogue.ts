import { asKind, type Scrap } from './classify'

/**
 * Talk set as an interview: each line begins with who speaks. A short question looks like a heading; that the
 * page has others of the same speaker, and that another speaker stands above or below it, tells it from one.
 */

const SPEAKER = /^(?<name>[\p{Script=Han}·]{1,6}|[A-Z]{1,2})\d?:/u

/** Between an answer and the next question stands a headline, between a question and its answer a name. */
const ASKER = /^(?:问|Q|读者|网友|市民|家长|同学|用户)$/u
const LONGEST_NAME = 16

const speakerOf = (scrap: Scrap | undefined): string | undefined =>
  scrap && (scrap.kind === 'text' || scrap.kind === 'heading')
    ? SPEAKER.exec(scrap.folded)?.groups?.['name']
    : undefined

export function tellDialogue(scraps: readonly Scrap[]): readonly Scrap[] {
  const speakers = scraps.map(speakerOf)
  const turns = new Map<string, number>()
  for (const name of speakers) if (name) turns.set(name, (turns.get(name) ?? 0) + 1)
  const speaks = (name: string | undefined): boolean =>
    name !== undefined && (turns.get(name) ?? 0) > 1
  const takesTurn = (name: string | undefined, next: string | undefined): boolean =>
    speaks(name) && speaks(next) && name !== next
  /** 江城二小 朵朵, under her question and above the answer. */
  const isNameOfAsker = (at: number): boolean => {
    const scrap = scraps[at] as Scrap
    const isShort =
      (scrap.kind === 'heading' || scrap.kind === 'byline') && scrap.width <= LONGEST_NAME
    return (
      isShort && ASKER.test(speakers[at - 1] ?? '') && takesTurn(speakers[at - 1], speakers[at + 1])
    )
  }
  return scraps.map((scrap, at) => {
    const name = speakers[at]
    if (isNameOfAsker(at)) return asKind(scrap, 'text', true)
    if (scrap.kind !== 'heading' || !speaks(name)) return scrap
    return takesTurn(name, speakers[at + 1]) ? asKind(scrap, 'text') : scrap
  })
}
