/** `npm run dist`: builds the desk and packs it for this system, or for those named: `-- --mac --win --linux`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildDesk } from './build-desk.mjs'
import { runOrExplain } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

await runOrExplain(async () => {
  setup()
  await buildDesk()
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const words = ['--publish', 'never', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, [builder, ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
})
