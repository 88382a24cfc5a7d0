/** Opens the desk: in Electron where its program is here, otherwise in a browser through the loopback server. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildDesk } from './build-desk.mjs'
import { electronProgram, fetchElectronLater } from './setup/electron.mjs'
import { say } from './setup/say.mjs'
import { root } from './setup.mjs'

/** `words` are editions and options of the desk. Returns at once; the desk goes on until it is closed. */
export async function openDesk(words) {
  const folder = await buildDesk()
  const electron = electronProgram()
  if (electron !== null && hasDisplay()) return run(electron, [join(folder, 'main.mjs'), ...words])
  if (electron === null) {
    fetchElectronLater()
    say('Electron is not here; the desk opens in a browser instead.')
  }
  run(process.execPath, [join(folder, 'web.mjs'), ...words])
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
