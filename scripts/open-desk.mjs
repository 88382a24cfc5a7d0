/** Opens the desk: in Electron where its program is here, otherwise in a browser through the loopback server. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildDesk } from './build-desk.mjs'
import { say } from './setup/say.mjs'
import { root } from './setup.mjs'

/** `words` are editions and options of the desk. Returns at once; the desk goes on until it is closed. */
export async function openDesk(words) {
  const folder = await buildDesk()
  const electron = electronProgram()
  if (electron !== null && hasDisplay()) return run(electron, [join(folder, 'main.mjs'), ...words])
  if (electron === null) say('Electron is not here; the desk opens in a browser instead.')
  run(process.execPath, [join(folder, 'web.mjs'), ...words])
}

/** Electron's own program, which its package fetches apart from the installation; null when it is not here. */
function electronProgram() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}

/** The desk takes this command's place until it ends. */
function run(program, args) {
  const desk = spawn(program, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => desk.kill(signal))
  desk.on('exit', (code) => (process.exitCode = code ?? 1))
}
