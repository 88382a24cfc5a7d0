/** The cheapest arrangements that a search comes upon, few of each kind. */
import type { Region } from './plan'

/** Dearer than the cheapest by more than this is no choice: no judgement of the whole page makes up for it. */
export const CHOICE = 26

/** Candidates of a kind that are kept, and the rows within which two are of one kind. */
const OF_A_KIND = 2
const ABOUT = 5

interface Costs {
  readonly cost: number
  /** The part of it that is for white at the page's foot. */
  readonly foot: number
  /** The part of it that is for the cut through the whole page. */
  readonly cut: number
}

export interface Candidate extends Costs {
  /** Which blocks stand in which part of the page, its seams about where they are. */
  readonly kind: string
  /** Made when they are asked for: most candidates are passed over. */
  readonly parts: () => readonly Region[]
}

/** A row as its candidate's kind knows it. */
export const aboutRow = (row: number): number => Math.round(row / ABOUT)

export const candidate = ({ cost, foot, cut }: Costs, parts: readonly Region[]): Candidate => ({
  cost,
  foot,
  cut,
  kind: parts
    .map(({ set, column, columns, row }) => [set, column, columns, aboutRow(row)].join(' '))
    .join('|'),
  parts: () => parts,
})

/**
 * Keeps the `count` cheapest candidates, few of each kind: arrangements that
 * differ in a row or two only are no choice. Of equals the one that came first.
 */
export class Best {
  private readonly kept: Candidate[] = []
  private readonly kinds = new Map<string, Candidate[]>()
  /** Kept as a number, for it is asked for at every pair that a search comes upon. */
  private most = Infinity
  private limit = Infinity

  constructor(private readonly count: number) {}

  /** What a candidate must cost less than to be kept. */
  get bound(): number {
    return this.most
  }

  /** From now on keeps none that cost `limit` or more. */
  keepWithin(limit: number): void {
    this.limit = limit
    this.most = Math.min(this.most, limit)
  }

  offer(one: Candidate): void {
    const { kept, kinds } = this
    if (!Number.isFinite(one.cost) || one.cost >= this.most) return
    const alike = kinds.get(one.kind) ?? []
    const dearest = alike.at(-1)
    if (alike.length >= OF_A_KIND) {
      if (dearest === undefined || dearest.cost <= one.cost) return
      remove(alike, dearest)
      remove(kept, dearest)
    }
    insert(alike, one)
    kinds.set(one.kind, alike)
    insert(kept, one)
    if (kept.length > this.count) {
      const last = kept.pop()
      if (last !== undefined) remove(kinds.get(last.kind) ?? [], last)
    }
    this.most = Math.min(
      this.limit,
      (kept[0] as Candidate).cost + CHOICE,
      kept.length < this.count ? Infinity : (kept.at(-1) as Candidate).cost,
    )
  }

  list(): readonly Candidate[] {
    return [...this.kept]
  }
}

function remove(list: Candidate[], one: Candidate): void {
  list.splice(list.indexOf(one), 1)
}

/** Into a list in order of cost, after its equals. */
function insert(list: Candidate[], one: Candidate): void {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle] as Candidate).cost > one.cost) to = middle
    else from = middle + 1
  }
  list.splice(from, 0, one)
}
