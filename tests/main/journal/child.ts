/** A desk that is killed: notes change after change and says which are on disk. */
import { writeSync } from 'node:fs'
import { openJournal } from '../../../main/services/journal'
import { nodeJournalDisk, type JournalDisk } from '../../../main/services/journalDisk'
import { parseJournal } from '../../../main/services/journalRecords'

const [path = '', digest = ''] = process.argv.slice(2)

let held = 0
const note = (bytes: Uint8Array): void => {
  held += parseJournal(bytes).lines.filter((line) => 'transaction' in line).length
  writeSync(1, `${held}\n`)
}

const disk: JournalDisk = {
  ...nodeJournalDisk,
  async append(at, length, bytes) {
    const done = await nodeJournalDisk.append(at, length, bytes)
    note(bytes)
    return done
  },
  async replace(at, bytes) {
    await nodeJournalDisk.replace(at, bytes)
    note(bytes)
  },
}

/** Faster than a desk's, so that a kill is likely to hit a write. */
const journal = openJournal({
  path,
  snapshot: { digest, revision: 0 },
  disk,
  timer: (ms, act) => {
    const timeout = setTimeout(act, ms / 20)
    return () => clearTimeout(timeout)
  },
})

let revision = 0
setInterval(() => {
  for (let i = 0; i < 20; i++) {
    revision++
    const changes = {
      publication: { before: `样报${revision - 1}`, after: `样报${revision}` },
    }
    const steps = [{ kind: 'meta', changes }]
    void journal.append({
      revision,
      transaction: { author: 'child', label: 'rename', time: 0, steps },
    })
  }
}, 1)
