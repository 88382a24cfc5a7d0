/**
 * `npm test`: sets up, builds, checks format, lint and types, and runs the tests. Every step
 * runs even when one before it failed. The last line is `N passed, N failed`: the tests, and
 * on the failed side also each step that did not pass.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildCli } from './build.mjs'
import { runOrExplain, say } from './setup/say.mjs'
import { root, setup } from './setup.mjs'

const RESULTS = join(root, 'out/test/results.json')

const CHECKS = [
  { what: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { what: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  ...['tsconfig.core.json', 'tsconfig.main.json', 'tsconfig.tests.json', 'preload', 'renderer'].map(
    (side) => ({
      what: `types of ${side.replace(/^tsconfig\.|\.json$/g, '')}`,
      program: 'typescript/bin/tsc',
      args: ['-p', side],
    }),
  ),
]

await runOrExplain(async () => {
  setup({ tests: true })
  let failedSteps = 0
  if (!(await builds())) failedSteps += 1
  for (const { what, program, args } of CHECKS) {
    say(`Checking the ${what} …`)
    if (run(program, args) !== 0) failedSteps += 1
  }
  const { passed, failed } = runTests()
  process.stdout.write(`${passed} passed, ${failed + failedSteps} failed\n`)
  if (failed + failedSteps > 0) process.exitCode = 1
})

/** A test of the command fails by itself when there is no bundle; the other tests still tell something. */
async function builds() {
  await runOrExplain(buildCli)
  const built = process.exitCode === undefined
  process.exitCode = undefined
  return built
}

function runTests() {
  say('Running the tests …')
  rmSync(RESULTS, { force: true })
  const status = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
  ])
  const { numPassedTests, testResults } = existsSync(RESULTS)
    ? JSON.parse(readFileSync(RESULTS, 'utf8'))
    : { numPassedTests: 0, testResults: [] }
  const failed = testResults.reduce((sum, file) => sum + failuresIn(file), 0)
  // An error outside every test shows in the exit code only.
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed }
}

/** A file that could not be loaded has no tests to count and is one failure. */
function failuresIn({ status, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed').length
  return failed === 0 && status === 'failed' ? 1 : failed
}

function run(program, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: plainUnlessTerminal(process.env),
  })
  return status ?? 1
}

function plainUnlessTerminal(env) {
  if (process.stdout.isTTY) return env
  const { FORCE_COLOR: _, ...rest } = env
  return { ...rest, NO_COLOR: '1' }
}
