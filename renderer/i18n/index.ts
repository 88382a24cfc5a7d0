import { createContext, useContext } from 'react'
import { catalogue } from './catalogue'

type Said<W> = W extends readonly [infer T, unknown] ? T : { readonly [K in keyof W]: Said<W[K]> }
/** The catalogue in one language. */
export type Text = { readonly [K in keyof typeof catalogue]: Said<(typeof catalogue)[K]> }

type Entry = readonly [unknown, unknown] | { readonly [key: string]: Entry }

const isWords = (entry: Entry): entry is readonly [unknown, unknown] => Array.isArray(entry)

function pick(entries: { readonly [key: string]: Entry }, language: 0 | 1): object {
  return Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [
      key,
      isWords(entry) ? entry[language] : pick(entry, language),
    ]),
  )
}

/** Chinese for any Chinese locale, English otherwise. */
export const textFor = (locale: string): Text =>
  pick(catalogue, /^zh\b/iu.test(locale) ? 0 : 1) as Text

export const TextContext = createContext<Text>(textFor('zh-CN'))
export const useText = (): Text => useContext(TextContext)
