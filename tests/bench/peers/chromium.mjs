/**
 * Chromium as one cold process: starts the browser, loads the page, prints it to PDF.
 *
 *     node chromium.mjs page.html out.pdf /path/of/chromium
 */
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [source, pdf, executablePath] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.goto(pathToFileURL(source).href)
await page.evaluate(() => document.fonts.ready)
await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
await browser.close()
