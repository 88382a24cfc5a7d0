/** One wording in both languages: Chinese, then English. */
export type Words<T> = readonly [zh: T, en: T]
export const words = <T extends string | ((...args: never[]) => string)>(
  zh: T,
  en: NoInfer<T>,
): Words<T> => [zh, en]
export const text = (zh: string, en: string): Words<string> => [zh, en]

export const plural = (n: number, word: string): string =>
  `${grouped(n)} ${word}${n === 1 ? '' : 's'}`

/** 20,508: digits in threes, as both languages have them. */
export const grouped = (n: number): string => n.toLocaleString('en')
