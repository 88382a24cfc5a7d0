/** `npm start`: until there is a window, the whole road on the bundled sample, and where its results are. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildCli } from './build.mjs'
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
  const bundle = await buildCli()
  say(`Making the sample edition from ${PAGES.join(' and ')} …`)
  const { status } = spawnSync(process.execPath, [bundle, 'make', ...PAGES, '-o', TARGET], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.exitCode = status ?? 1
  printResults()
})

function printResults() {
  if (!existsSync(join(root, TARGET))) return
  const names = readdirSync(join(root, TARGET)).sort()
  for (const { what, ending } of RESULTS) {
    for (const name of names.filter((found) => found.endsWith(ending))) {
      process.stdout.write(`${what.padEnd(8)} ${join(root, TARGET, name)}\n`)
    }
  }
}
