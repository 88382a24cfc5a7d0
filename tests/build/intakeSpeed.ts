import path from 'node:path'
import { importPage } from '../../core/intake'
import { intakePages } from '../bench/intake'
import { wordOver } from '../../main/services/words'
import { HOSTILE } from './hostileTexts'

/** Prints how fast pages are read, and that hostile texts take time in proportion to their length. */

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Seconds of processor time, so that what else the machine does is not counted. */
const secondsFor = (text: string): number => {
  const start = process.cpuUsage()
  importPage(text, { name: 'speed', wordOver })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function main(longest: number): void {
  const pages = intakePages(path.resolve('.'))
  const seconds = pages.reduce((sum, text) => sum + secondsFor(text), 0)
  say(
    `${pages.length} pages of ${pages[0]?.length ?? 0} characters: ${seconds.toFixed(2)} s of processor time`,
  )
  const half = longest / 2
  say(`\n${'hostile text'.padEnd(22)}${`${half}`.padStart(11)}${`${longest}`.padStart(11)}  ratio`)
  for (const { name, make } of HOSTILE) {
    const [short, long] = [secondsFor(make(half)), secondsFor(make(longest))]
    const cells = [short, long].map((value) => `${value.toFixed(2)} s`.padStart(11)).join('')
    say(`${name.padEnd(22)}${cells}  ${(long / short).toFixed(1)}`)
  }
}

main(Number(process.argv[2] ?? 1_000_000))
