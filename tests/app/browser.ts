/** The browser that every journey runs in, the same that `npm start` would find. */
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../main/services/browsers'
import { platformOf } from '../../main/services/places'

/** Path of the browser's program; throws one sentence where there is none. */
export function browserProgram(): string {
  const program = findBrowser(platformOf(process.platform), process.env)
  if (program !== null) return program
  throw new Error(
    'The desk is tested in a Chromium-family browser and none was found; install Chromium, Chrome or Edge (on Debian: apt-get install chromium), then run the same command again.',
  )
}

/** Without a graphics card its work is only imitated, which takes longer than to paint without it. */
const ARGS = ['--no-sandbox', '--disable-gpu']

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserProgram(), args: ARGS })
