/** `npm start`: the desk, with the bundled sample among its recent editions; made by the whole road the first time. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildCli } from './build.mjs'
import { openDesk } from './open-desk.mjs'
import { runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

const PAGES = ['resources/samples/page-1.txt', 'resources/samples/page-2.txt']
const TARGET = 'out/sample'

const RESULTS = [
  { what: 'Edition', ending: '.banxin' },
  { what: 'PDF', ending: '.pdf' },
  { what: 'Preview', ending: '.png' },
  { what: 'Ledger', ending: '.ledger.json' },
]

await runOrExplain(async () => {
  setup()
  const sample = sampleEdition() ?? (await makeSample())
  printResults()
  await openDesk(sample === null ? [] : [sample])
})

/** The sample as it was made before, with what a user did to it since; null when there is none. */
function sampleEdition() {
  const folder = join(root, TARGET)
  const names = existsSync(folder) ? readdirSync(folder) : []
  const name = names.find((found) => found.endsWith('.banxin'))
  return name === undefined ? null : join(folder, name)
}

async function makeSample() {
  const bundle = await buildCli()
  say(`Making the sample edition from ${PAGES.join(' and ')} …`)
  spawnSync(process.execPath, [bundle, 'make', ...PAGES, '-o', TARGET], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return sampleEdition()
}

function printResults() {
  if (!existsSync(join(root, TARGET))) return
  const names = readdirSync(join(root, TARGET)).sort()
  for (const { what, ending } of RESULTS) {
    for (const name of names.filter((found) => found.endsWith(ending))) {
      process.stdout.write(`${what.padEnd(8)} ${join(root, TARGET, name)}\n`)
    }
  }
}
