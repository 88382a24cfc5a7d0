import { useEffect, useRef } from 'react'
import { SET_ANEW } from '../../core/manuscript/masthead/setAnew'
import { blocksOf } from '../../core/manuscript/traceLines'
import { useEdition } from '../desk/context'
import { charactersOf, titleOf } from '../desk/pageStories'
import { useText, type Text } from '../i18n'
import type { RawLine, ReadStory } from './reading'
import type { DoubtEntry } from './report'

/** The stories as they were understood, block by block; what has no sure place stands under 待定. */
export function StoryCards(props: {
  readonly stories: readonly ReadStory[]
  readonly raw: readonly RawLine[]
  readonly doubt: DoubtEntry | null
}) {
  const { stories, raw, doubt } = props
  const text = useText()
  const column = useRef<HTMLDivElement>(null)
  const marked = new Set(
    raw
      .filter((one) => doubt?.file === one.file && doubt.lines.includes(one.line))
      .flatMap(({ at }) => (at === null ? [] : [`${at.story} ${at.block}`])),
  )
  useEffect(() => {
    column.current?.querySelector('[data-doubt]')?.scrollIntoView({ block: 'center' })
  }, [doubt])
  return (
    <section className="import-column sorted" aria-label={text.importing.sorted}>
      <h3 className="import-title">{text.importing.sorted}</h3>
      <div ref={column} className="import-cards" tabIndex={0}>
        {stories.map((one) => (
          <Card key={one.story.id} {...{ one, raw, marked }} />
        ))}
      </div>
    </section>
  )
}

function Card(props: {
  readonly one: ReadStory
  readonly raw: readonly RawLine[]
  readonly marked: ReadonlySet<string>
}) {
  const { story, letter } = props.one
  const text = useText()
  const { rubrics } = useEdition()
  const isRubric = Object.values(rubrics).some(({ title }) => title === story.id)
  const lines = props.raw.filter(({ at }) => at?.story === story.id).map(({ line }) => line)
  return (
    <article className="import-card" aria-label={titleOf(story)}>
      <h4>
        <b>{letter}</b> {text.characters(charactersOf(story))}
        {lines.length > 0 &&
          ` · ${text.importing.rawLines(Math.min(...lines), Math.max(...lines))}`}
      </h4>
      {blocksOf(story).map((block, i) => {
        if (block.type === 'line' && block.text === '') return null
        const key = `${story.id} ${i}`
        return (
          <p
            key={key}
            className={`import-block is-${block.type} ${block.inside === null ? '' : 'is-boxed'}`}
            data-block={key}
            data-doubt={props.marked.has(key) ? '' : undefined}
          >
            <span>{isRubric ? text.importing.kinds.rubric : roleName(block.type, text)}</span>
            <span>{block.text}</span>
          </p>
        )
      })}
      {story.removed
        .filter(({ why }) => why === SET_ANEW)
        .map(({ text: words }) => (
          <p key={`head ${words}`} className="import-block is-line">
            <span>{text.importing.inHead}</span>
            <span>{words}</span>
          </p>
        ))}
      {story.unplaced.map(({ text: words }, i) => (
        <p key={`loose ${i}`} className="import-block is-pending">
          <span>{text.importing.pending}</span>
          <span>{words}</span>
        </p>
      ))}
    </article>
  )
}

function roleName(type: string, { roles, importing }: Text): string {
  const names: Readonly<Record<string, string>> = {
    ...{ kicker: roles.kicker, headline: roles.headline, deck: roles.deck, byline: roles.byline },
    ...{ subhead: roles.subhead, boxLabel: roles.tip, caption: roles.caption },
    ...{ figureTitle: importing.kinds.photo, credit: roles.byline, line: roles.furniture },
    ...{ jumpTo: roles.jump, jumpFrom: roles.jump, jumpHeadline: roles.jump },
  }
  return names[type] ?? ''
}
