/**
 * Bundles the TypeScript entries with esbuild, only when a source has changed:
 *
 *     node scripts/build.mjs
 *
 * The banxin command is one script with its packages inside: that starts a quarter faster
 * than loading them from node_modules, and `import()` still runs a part only when reached.
 * Beside it stands its compiled code, which main/services/launch.ts loads with it.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError, runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

/** First line of the program; the zeros become its hash, by which the launcher knows the code that belongs to it. */
const MARK = `//${'0'.repeat(62)}\n`

/** The program is one function, given what a script does not have of its own. */
const OPENING = `${MARK}(function(require,__filename){const module={exports:{}},exports=module.exports,bundleUrl=require("node:url").pathToFileURL(__filename).href;`

/**
 * pdfkit serves as a writer of PDF objects: its font and line-breaking engines are never
 * reached, yet setting up their tables took 44 of the 123 ms in which the command started.
 */
const WITHOUT_UNREACHED = {
  name: 'without what is never reached',
  setup({ onResolve, onLoad }) {
    const leaveOut = (filter, from) =>
      onResolve({ filter }, ({ path, importer }) =>
        importer.split(/[\\/]/).includes(from) ? { path, namespace: 'unreached' } : null,
      )
    leaveOut(/^(fontkit|linebreak|@noble\/ciphers\/aes(\.js)?)$/, 'pdfkit')
    // for commands that are programs of their own
    leaveOut(/^(node:)?child_process$/, 'commander')
    onLoad({ filter: /.*/, namespace: 'unreached' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  metafile: true,
  write: false,
  logLevel: 'silent',
}

const PROGRAM = {
  entryPoints: ['main/cli/index.ts'],
  outfile: 'out/cli/program.js',
  format: 'cjs',
  // a script loads what is outside of it by `require`
  supported: { 'dynamic-import': false },
  external: ['@napi-rs/canvas', '@xmldom/xmldom', 'jszip', 'mammoth', 'rtf-stream-parser', 'sharp'],
  banner: { js: OPENING },
  footer: { js: '})' },
  define: { 'import.meta.url': 'bundleUrl' },
  plugins: [WITHOUT_UNREACHED],
  minifyWhitespace: true,
  minifySyntax: true,
}

const LAUNCHER = {
  entryPoints: ['main/services/launch.ts'],
  outfile: 'out/cli/banxin.cjs',
  format: 'cjs',
}

const BENCH = {
  entryPoints: ['tests/bench/run.ts'],
  outfile: 'out/bench/run.mjs',
  packages: 'external',
}

const APP_BENCH = {
  entryPoints: ['tests/bench/app/run.ts'],
  outfile: 'out/bench/app.mjs',
  packages: 'external',
}

export const buildBench = async () => (await build(BENCH)).bundle
export const buildAppBench = async () => (await build(APP_BENCH)).bundle

/** Builds the command and answers the path of the script that starts it. */
export async function buildCli() {
  const program = await build(PROGRAM)
  const launcher = await build(LAUNCHER)
  if (program.made || launcher.made || !existsSync(codePath)) recordCode(launcher.bundle)
  return launcher.bundle
}

const codePath = join(root, 'out/cli/program.code')

/** Without the code the command starts slower and works the same, so that no failure here stops a build. */
function recordCode(launcher) {
  rmSync(codePath, { force: true })
  const recorder = join(root, 'scripts/build/record-code.mjs')
  spawnSync(process.execPath, [recorder, launcher, codePath], { cwd: root, stdio: 'ignore' })
}

/** Builds when out of date and answers the bundle's path. Throws a SetupError when a source does not compile. */
export async function build(given) {
  // compiled code is of one V8: another Node builds anew
  const options = { ...given, node: process.version }
  const bundle = join(root, options.outfile)
  if (isFresh(bundle, options)) return { bundle, made: false }

  const entry = options.entryPoints[0]
  if (!existsSync(join(root, entry)))
    throw new SetupError(`There is nothing to build: ${entry} is missing.`)
  say(`Building ${options.outfile} …`)
  const { build: bundleWith, formatMessages } = await import('esbuild')
  const started = Date.now()
  const result = await bundleWith({ ...SHARED, ...given }).catch(async (failure) => {
    const messages = await formatMessages(failure.errors ?? [], { kind: 'error' })
    throw new SetupError(`${messages.join('')}${entry} does not build; see above.`, 1)
  })
  for (const file of result.outputFiles) writeWhole(file.path, marked(file.text))
  const inputs = [
    'package-lock.json',
    'scripts/build.mjs',
    ...Object.keys(result.metafile.inputs).filter(isOurs),
  ]
  writeWhole(stampPath(bundle), JSON.stringify({ options, inputs }))
  // Dated to the start, so that a source saved while esbuild ran counts as newer.
  utimesSync(stampPath(bundle), new Date(started), new Date(started))
  return { bundle, made: true }
}

function marked(text) {
  if (!text.startsWith(MARK)) return text
  const ascii = inAscii(text)
  const hash = createHash('sha256')
    .update(ascii)
    .digest('hex')
    .slice(0, MARK.length - 3)
  return `//${hash}${ascii.slice(MARK.length - 1)}`
}

/** esbuild escapes strings but leaves regular expressions as they are, and the launcher reads ASCII. */
export const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Whether the bundle was made with these options and no file that went into it is newer. */
function isFresh(bundle, options) {
  const made = statSync(stampPath(bundle), { throwIfNoEntry: false })
  if (made === undefined || !existsSync(bundle)) return false
  const stamp = JSON.parse(readFileSync(stampPath(bundle), 'utf8'))
  if (JSON.stringify(stamp.options) !== JSON.stringify(options)) return false
  return stamp.inputs.every((input) => {
    const source = statSync(join(root, input), { throwIfNoEntry: false })
    return source !== undefined && source.mtimeMs <= made.mtimeMs
  })
}

/** Files of packages keep the date they were packed at; package-lock.json stands for them all. */
function isOurs(input) {
  return /^(core|main|preload|tests)\//.test(input)
}

function stampPath(bundle) {
  return `${bundle}.made`
}

/** Written under another name and renamed, so that no process ever runs half a bundle. */
function writeWhole(path, data) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.part`
  writeFileSync(temporary, data)
  renameSync(temporary, path)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runOrExplain(async () => {
    setup()
    await buildCli()
  })
}
