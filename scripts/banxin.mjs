/** The banxin command from a checkout: sets up and builds what is missing, then runs in this process. */
import { pathToFileURL } from 'node:url'
import { buildCli } from './build.mjs'
import { runOrExplain } from './setup/say.mjs'
import { setup } from './setup.mjs'

await runOrExplain(async () => {
  setup()
  const bundle = await buildCli()
  // npm runs scripts in the checkout's root; file names were typed where the user stands.
  if (process.env.npm_lifecycle_event === 'banxin') process.chdir(process.env.INIT_CWD ?? '.')
  await import(pathToFileURL(bundle).href)
})
