import { defineConfig } from 'vitest/config'

const limits = { environment: 'node', testTimeout: 300_000, hookTimeout: 300_000 } as const
/** Composition makes many values that die young: with more room for them a twelfth less is spent on it all. */
const ROOM = ['--max-semi-space-size=64']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        // A worker loads each module once for all its files: most of what a short file took.
        test: {
          ...{ ...limits, name: 'parts', isolate: false, execArgv: ROOM },
          globalSetup: 'tests/runFolder.ts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/app/**'],
        },
      },
      {
        // The built window in a browser: built first, and only when a journey is run.
        test: {
          ...{ ...limits, name: 'app', isolate: false, execArgv: ROOM },
          include: ['tests/app/**/*.test.ts'],
          globalSetup: ['tests/runFolder.ts', 'tests/app/built.ts'],
          setupFiles: ['tests/app/onFailure.ts'],
        },
      },
    ],
  },
})
