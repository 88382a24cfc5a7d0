import type { Scrap } from './classify'

/**
 * Talk set as an interview: each line begins with who speaks. A short question looks like a heading; that the
 * page has others of the same speaker, and that another speaker stands above or below it, tells it from one.
 */

const SPEAKER = /^(?<name>[\p{Script=Han}·]{1,6}|[A-Z]{1,2})\d?:/u

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
  return scraps.map((scrap, at) => {
    const name = speakers[at]
    if (scrap.kind !== 'heading' || !speaks(name)) return scrap
    const isAnswered = speaks(speakers[at + 1]) && speakers[at + 1] !== name
    return isAnswered ? { ...scrap, kind: 'text' } : scrap
  })
}
