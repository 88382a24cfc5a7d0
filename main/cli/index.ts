/** The banxin command as a process: everything it does is in run. */
import { nodeFileSystem } from '../services/fileSystem'
import { EXIT, type CommandIo } from './io'
import { run } from './run'

const isBrokenPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE'

/** A reader that has seen enough (`| head`) ends the command quietly. */
process.stdout.on('error', (error: Error) => {
  if (isBrokenPipe(error)) process.exit(EXIT.done)
  process.stderr.write(`banxin: what was found could not be printed: ${error.message}.\n`)
  process.exit(EXIT.usage)
})
process.stderr.on('error', () => process.exit(EXIT.usage))

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}

const io: CommandIo = {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  fs: nodeFileSystem,
  today,
}

void run(process.argv.slice(2), io).then((code) => (process.exitCode = code))
