/** The latest answers by the names of what was asked, so that who asks again gets the same. */
export interface RecentAnswers<T> {
  get(name: string): T | undefined
  set(name: string, answer: T): void
  delete(name: string): void
  /** The latest that fits. */
  find(fits: (answer: T) => boolean): T | undefined
  clear(): void
}

/** Keeps the `most` latest. */
export function recentAnswers<T>(most: number): RecentAnswers<T> {
  const answers = new Map<string, T>()
  return {
    get: (name) => answers.get(name),
    set(name, answer) {
      answers.set(name, answer)
      const [oldest] = answers.keys()
      if (answers.size > most && oldest !== undefined) answers.delete(oldest)
    },
    delete: (name) => void answers.delete(name),
    find: (fits) => [...answers.values()].reverse().find(fits),
    clear: () => answers.clear(),
  }
}
