/**
 * Types and lint of every side in one go, as `npm test` asks for them:
 *
 *     node scripts/lint/sides.mjs
 *
 * It finds what `npm run typecheck` and `npm run lint` find in half their time: a file is
 * checked with its own side only, where tsc checks core five times over, and the linter asks
 * the program that was just checked for its types.
 */
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import ts from 'typescript'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Each with the folders whose files are its own; what else it reaches is checked with another side. */
const SIDES = [
  { config: 'tsconfig.core.json', own: ['core'] },
  { config: 'tsconfig.main.json', own: ['main'] },
  { config: 'tsconfig.tests.json', own: ['tests', 'vitest.config.ts', 'electron.vite.config.ts'] },
  { config: 'preload/tsconfig.json', own: ['preload'] },
  { config: 'renderer/tsconfig.json', own: ['renderer'] },
]

/** What packages declare, read once for all sides. */
const declarations = new Map()

const NAMES = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
}

const faults = []
for (const side of SIDES) faults.push(...(await checkSide(side)))
faults.push(...(await lint(['.'], { ignores: SIDES.flatMap(({ own }) => own.map(typesOf)) })))
process.stdout.write(faults.join(''))
if (faults.length > 0) process.exitCode = 1

async function checkSide({ config, own }) {
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
    join(root, config),
    { incremental: false, tsBuildInfoFile: undefined },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: tellAndEnd },
  )
  const program = ts.createProgram(fileNames, options, hostFor(options))
  const files = program.getSourceFiles().filter(({ fileName }) => isIn(own, fileName))
  const found = [
    ...errors,
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...files.flatMap((file) => program.getSemanticDiagnostics(file)),
  ]
  const parserOptions = { projectService: false, programs: [program] }
  return [
    ...found.map((one) => ts.formatDiagnostic(one, NAMES)),
    ...(await lint(
      files.map(({ fileName }) => fileName),
      { files: ['**/*.{ts,mts,tsx}'], languageOptions: { parserOptions } },
    )),
  ]
}

function hostFor(options) {
  const host = ts.createCompilerHost(options)
  return {
    ...host,
    getSourceFile(name, ...how) {
      if (!name.endsWith('.d.ts')) return host.getSourceFile(name, ...how)
      if (!declarations.has(name)) declarations.set(name, host.getSourceFile(name, ...how))
      return declarations.get(name)
    },
  }
}

/** Answers what the linter says, nothing when all is well. */
async function lint(files, overrideConfig) {
  const eslint = new ESLint({ cwd: root, overrideConfig })
  const results = await eslint.lintFiles(files)
  const formatter = await eslint.loadFormatter('stylish')
  const said = await formatter.format(results)
  return said === '' ? [] : [said]
}

function tellAndEnd(diagnostic) {
  throw new Error(ts.formatDiagnostic(diagnostic, NAMES))
}

function isIn(own, path) {
  const name = relative(root, path).replaceAll('\\', '/')
  return own.some((one) => name === one || name.startsWith(`${one}/`))
}

/** A side's own files as an ignore pattern. */
function typesOf(own) {
  return own.endsWith('.ts') ? own : `${own}/**/*.{ts,mts,tsx}`
}
