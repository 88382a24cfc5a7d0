/** The desk as `npm run desk -- --no-window` runs it: the built server in a process of its own, to be killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './deskServer'

export interface DeskProcess {
  /** The address with its token. */
  readonly address: string
  /** All addresses printed so far, the last for the next browser. */
  addresses(): readonly string[]
  /** As when the power goes: no word to anyone. */
  kill(): Promise<void>
}

export async function startDeskProcess(
  userData: string,
  ...editions: readonly string[]
): Promise<DeskProcess> {
  const program = join(root, 'out/desk/web.mjs')
  const desk = spawn(
    process.execPath,
    [program, '--no-window', '--user-data', userData, ...editions],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    desk.on('exit', () => reject(new Error(`The desk ended early:\n${said}`)))
    desk.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /this machine: (\S+)/u.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    address,
    addresses: () => [...said.matchAll(/this machine: (\S+)/gu)].map(([, found = '']) => found),
    async kill() {
      const ended = once(desk, 'exit')
      if (desk.exitCode === null && desk.kill('SIGKILL')) await ended
    },
  }
}
