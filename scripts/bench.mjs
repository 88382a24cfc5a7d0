/** The benchmark: `npm run bench`. Prints our figures beside those of typst and Chromium. */
import { pathToFileURL } from 'node:url'
import { buildBench, buildCli } from './build.mjs'
import { runOrExplain } from './setup/say.mjs'
import { setup } from './setup.mjs'

await runOrExplain(async () => {
  setup({ bench: true })
  await buildCli()
  const bundle = await buildBench()
  await import(pathToFileURL(bundle).href)
})
