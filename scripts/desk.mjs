/** `npm run desk [edition…]`: the desk, and nothing else. */
import { resolve } from 'node:path'
import { openDesk } from './open-desk.mjs'
import { runOrExplain } from './setup/say.mjs'
import { setup } from './setup.mjs'

await runOrExplain(async () => {
  setup()
  // npm runs scripts in the checkout's root; file names were typed where the user stands.
  const from = process.env.INIT_CWD ?? '.'
  const words = process.argv.slice(2)
  await openDesk(words.map((word) => (word.endsWith('.banxin') ? resolve(from, word) : word)))
})
