/**
 * Bundles the TypeScript entries with esbuild, only when a source has changed:
 *
 *     node scripts/build.mjs
 *
 * The banxin command is one file with its packages inside: that starts a quarter faster
 * than loading them from node_modules, and `import()` still runs a part only when reached.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError, runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

/** Packages that are CommonJS ask for `require`, which a module does not have of its own. */
const REQUIRE =
  "import{createRequire as banxinRequire}from'node:module';const require=banxinRequire(import.meta.url);"

/**
 * pdfkit serves as a writer of PDF objects: its font and line-breaking engines are never
 * reached, yet setting up their tables took 44 of the 123 ms in which the command started.
 */
const WITHOUT_PDFKIT_ENGINES = {
  name: 'without pdfkit engines',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(fontkit|linebreak|@noble\/ciphers\/aes(\.js)?)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: 'unreached' } : null,
    )
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

const CLI = {
  entryPoints: ['main/cli/index.ts'],
  outfile: 'out/cli/banxin.mjs',
  external: ['@napi-rs/canvas'],
  banner: { js: REQUIRE },
  plugins: [WITHOUT_PDFKIT_ENGINES],
  minifyWhitespace: true,
  minifySyntax: true,
}

const BENCH = {
  entryPoints: ['tests/bench/run.ts'],
  outfile: 'out/bench/run.mjs',
  packages: 'external',
}

export const buildCli = () => build(CLI)
export const buildBench = () => build(BENCH)

/** Builds when out of date and returns the bundle's path. Throws a SetupError when a source does not compile. */
async function build(options) {
  const bundle = join(root, options.outfile)
  if (isFresh(bundle, options)) return bundle

  const entry = options.entryPoints[0]
  if (!existsSync(join(root, entry)))
    throw new SetupError(`There is nothing to build: ${entry} is missing.`)
  say(`Building ${options.outfile} …`)
  const { build: bundleWith, formatMessages } = await import('esbuild')
  const started = Date.now()
  const result = await bundleWith({ ...SHARED, ...options }).catch(async (failure) => {
    const messages = await formatMessages(failure.errors ?? [], { kind: 'error' })
    throw new SetupError(`${messages.join('')}${entry} does not build; see above.`, 1)
  })
  for (const file of result.outputFiles) writeWhole(file.path, file.contents)
  const inputs = ['package-lock.json', ...Object.keys(result.metafile.inputs).filter(isOurs)]
  writeWhole(stampPath(bundle), JSON.stringify({ options, inputs }))
  // Dated to the start, so that a source saved while esbuild ran counts as newer.
  utimesSync(stampPath(bundle), new Date(started), new Date(started))
  return bundle
}

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
  return /^(core|main|tests)\//.test(input)
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
