/**
 * `npm test`: sets up, builds, checks format, lint and types beside the tests, and tells the
 * ten slowest test files. Every step runs even when one before it failed. The last line is
 * `N passed, N failed`: the tests, and on the failed side also each step that did not pass.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildCli } from './build.mjs'
import { runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

const RESULTS = join(root, 'out/test/results.json')

/** The types of all sides are many values: a fifth less is spent with room for them. */
const ROOM = ['--max-semi-space-size=128']

const CHECKS = [
  { what: 'Types and lint', program: 'scripts/lint/sides.mjs', args: [], node: ROOM },
  { what: 'Format', program: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '.'] },
]

await runOrExplain(async () => {
  setup({ tests: true })
  let failedSteps = 0
  if (!(await builds())) failedSteps += 1
  say('Running the tests, and checking types, lint and format beside them …')
  const [{ passed, failed }, checks] = await Promise.all([runTests(), runChecks()])
  for (const { what, status, said } of checks) {
    say(`${what}: ${status === 0 ? 'in order' : 'not in order'}`)
    if (status === 0) continue
    process.stdout.write(said)
    failedSteps += 1
  }
  process.stdout.write(`${passed} passed, ${failed + failedSteps} failed\n`)
  if (failed + failedSteps > 0) process.exitCode = 1
})

/** One after another; what each says waits for the tests, which speak meanwhile. */
async function runChecks() {
  const done = []
  for (const { what, program, args, node } of CHECKS)
    done.push({ what, ...(await run(program, args, 'pipe', node)) })
  return done
}

/** A test of the command fails by itself when there is no bundle; the other tests still tell something. */
async function builds() {
  await runOrExplain(buildCli)
  const built = process.exitCode === undefined
  process.exitCode = undefined
  return built
}

async function runTests() {
  rmSync(RESULTS, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`]
  const { status } = await run('node_modules/vitest/vitest.mjs', ['run', ...reporters], 'inherit')
  const { numPassedTests, testResults } = existsSync(RESULTS)
    ? JSON.parse(readFileSync(RESULTS, 'utf8'))
    : { numPassedTests: 0, testResults: [] }
  const failed = testResults.reduce((sum, file) => sum + failuresIn(file), 0)
  tellSlowest(testResults)
  // An error outside every test shows in the exit code only.
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed }
}

/** A file that could not be loaded has no tests to count and is one failure. */
function failuresIn({ status, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed').length
  return failed === 0 && status === 'failed' ? 1 : failed
}

/** Hooks that make something for a whole file are not in it. */
function tellSlowest(testResults) {
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }))
  files.sort((a, b) => b.seconds - a.seconds)
  say('The slowest test files, in seconds:')
  for (const { name, seconds } of files.slice(0, 10))
    say(`${seconds.toFixed(1).padStart(7)}  ${name}`)
}

/** Answers the exit status and, when it is piped, what was said; `node` has words for Node itself. */
function run(program, args, output, node = []) {
  const child = spawn(process.execPath, [...node, join(root, program), ...args], {
    cwd: root,
    stdio: ['ignore', output, output],
    env: plainUnlessTerminal(process.env),
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ status: code ?? 1, said: Buffer.concat(said) }))
  })
}

function plainUnlessTerminal(env) {
  if (process.stdout.isTTY) return env
  const { FORCE_COLOR: _, ...rest } = env
  return { ...rest, NO_COLOR: '1' }
}
