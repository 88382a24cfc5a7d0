import { useEffect, useRef } from 'react'
import { useText } from '../i18n'
import type { RawLine, ReadStory } from './reading'
import type { DoubtEntry } from './report'

/** The copy line by line, with the letter of the story each line went to. */
export function RawText(props: {
  readonly raw: readonly RawLine[]
  readonly stories: readonly ReadStory[]
  readonly doubt: DoubtEntry | null
}) {
  const { raw, stories, doubt } = props
  const text = useText()
  const list = useRef<HTMLOListElement>(null)
  const letters = new Map(stories.map(({ story, letter }) => [story.id as string, letter]))
  useEffect(() => {
    list.current?.querySelector('[data-doubt]')?.scrollIntoView({ block: 'center' })
  }, [doubt])
  return (
    <section className="import-column raw" aria-label={text.importing.raw}>
      <h3 className="import-title">
        {text.importing.raw} <small>{text.importing.rawHint}</small>
      </h3>
      <ol ref={list} tabIndex={0} aria-label={text.importing.raw}>
        {raw.map((one) => {
          const isDoubtful = doubt?.file === one.file && doubt.lines.includes(one.line)
          const letter = one.at === null ? '' : letters.get(one.at.story)
          return (
            <li
              key={`${one.file} ${one.line}`}
              data-doubt={isDoubtful ? '' : undefined}
              data-line={`${one.file} ${one.line}`}
            >
              <span className="raw-number">{one.line}</span>
              <span className="raw-letter">{one.text.trim() !== '' && (letter ?? '?')}</span>
              <span>{one.text}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
