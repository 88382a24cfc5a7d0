/** The banxin command from a checkout: sets up and builds what is missing, then runs in this process. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { buildCli } from './build.mjs'
import { runOrExplain } from './setup/say.mjs'
import { setup } from './setup.mjs'

await runOrExplain(async () => {
  setup()
  const launcher = await buildCli()
  // npm runs scripts in the checkout's root; file names were typed where the user stands.
  if (process.env.npm_lifecycle_event === 'banxin') process.chdir(process.env.INIT_CWD ?? '.')
  createRequire(import.meta.url)(launcher)
    .loadProgram(dirname(launcher))
    .run()
})
