/** The banxin command from a checkout: sets up and builds what is missing, then runs in this process. */
import { pathToFileURL } from 'node:url'
import { buildCli } from './build.mjs'
import { runOrExplain } from './setup/say.mjs'
import { setup } from './setup.mjs'

await runOrExplain(async () => {
  setup()
  const bundle = await buildCli()
  await import(pathToFileURL(bundle).href)
})
