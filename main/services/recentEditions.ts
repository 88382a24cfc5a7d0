/** The editions a user had open, newest first, and the drafts that were never saved. */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { RecentEdition } from '../../core/contract'
import { pagesOf, type Edition } from '../../core/model/edition'
import { writeFileAtomically } from './atomicWrite'
import { JOURNAL } from './editionStore'
import { nodeFileSystem, type FileSystem } from './fileSystem'

export interface RecentPlace {
  readonly dir: string
  readonly isDraft: boolean
}

export interface RecentEditions {
  list(): Promise<readonly RecentEdition[]>
  /** Where all of them lie. */
  places(): Promise<readonly RecentPlace[]>
  /** The place that an id stands for; null for an id that was never given out. */
  place(id: string): Promise<RecentPlace | null>
  /** Puts an edition on top, and gives its id. */
  note(place: RecentPlace, edition: Edition | null, opened: number): Promise<string>
  forget(id: string): Promise<void>
}

const MOST = 40
const ID_LENGTH = 20

const itemSchema = v.object({
  dir: v.string(),
  isDraft: v.boolean(),
  publication: v.string(),
  date: v.string(),
  template: v.optional(v.string(), ''),
  opened: v.number(),
})
type Item = v.InferOutput<typeof itemSchema>

const UNKNOWN = { publication: '', date: '', template: '' }

const told = (edition: Edition | null): typeof UNKNOWN | null =>
  edition && {
    publication: edition.meta.publication,
    date: edition.meta.date,
    template: pagesOf(edition)[0]?.template ?? '',
  }

const idOf = (dir: string): string =>
  createHash('sha256').update(dir).digest('hex').slice(0, ID_LENGTH)

export const editionName = (dir: string): string => basename(dir).replace(/\.banxin$/u, '')

/** A list that is damaged begins anew: it is a convenience, and no work is lost with it. */
export function openRecentEditions(file: string, fs: FileSystem = nodeFileSystem): RecentEditions {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }

  async function read(): Promise<readonly Item[]> {
    try {
      if ((await fs.kindOf(file)) !== 'file') return []
      const json: unknown = JSON.parse(new TextDecoder().decode(await fs.read(file)))
      const items = v.safeParse(v.array(itemSchema), json)
      return items.success ? items.output : []
    } catch {
      return []
    }
  }

  const write = async (items: readonly Item[]): Promise<void> => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(items.slice(0, MOST), null, 1)}\n`)
    await writeFileAtomically(file, bytes, fs)
  }

  async function shown(item: Item): Promise<RecentEdition> {
    const { dir, isDraft, publication, date, template, opened } = item
    return {
      id: idOf(dir),
      name: isDraft ? '' : editionName(dir),
      path: isDraft ? null : dir,
      ...{ publication, date, template, opened },
      missing: (await fs.kindOf(dir)) !== 'folder',
      unsaved: (await fs.kindOf(join(dir, JOURNAL))) === 'file',
    }
  }

  return {
    list: () =>
      inTurn(async () => {
        const items = await Promise.all((await read()).map(shown))
        return items.filter(({ path, missing }) => path !== null || !missing)
      }),
    places: () => inTurn(read),
    place: (id) => inTurn(async () => (await read()).find(({ dir }) => idOf(dir) === id) ?? null),
    note: ({ dir, isDraft }, edition, opened) =>
      inTurn(async () => {
        const items = await read()
        const known = items.find((item) => item.dir === dir)
        const { publication, date, template } = told(edition) ?? known ?? UNKNOWN
        await write([
          { dir, isDraft, publication, date, template, opened },
          ...items.filter((item) => item.dir !== dir),
        ])
        return idOf(dir)
      }),
    forget: (id) => inTurn(async () => write((await read()).filter(({ dir }) => idOf(dir) !== id))),
  }
}
