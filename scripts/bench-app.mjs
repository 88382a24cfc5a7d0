/**
 * The desk's benchmark: `npm run bench:app`. Drives the built window in Chromium and prints what its main thread did;
 * `npm run bench:app -- keys` measures that part alone.
 */
import { pathToFileURL } from 'node:url'
import { buildDesk } from './build-desk.mjs'
import { buildAppBench } from './build.mjs'
import { runOrExplain } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

await runOrExplain(async () => {
  setup({ bench: true })
  process.chdir(root)
  await buildDesk()
  await import(pathToFileURL(await buildAppBench()).href)
})
