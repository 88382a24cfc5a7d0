/**
 * How the desk is bundled: `main` has both shells and the worker, `preload` the window's side of
 * each shell, `renderer` the window. `scripts/build-desk.mjs` builds it where something changed.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Everything but the window; `main/services/resources.ts` counts on its depth. */
const DESK = 'out/desk'

/** What runs as a process of its own, found by `programFile` in `main/services/resources.ts`. */
const PROGRAMS = ['pictureWorker', 'pictureReader', 'adRaster', 'textReader']

/** Packages with machine code; all others are bundled. */
const MACHINE_CODE = ['@napi-rs/canvas', 'sharp']

const CHROME = 'chrome120'
const NODE = 'node20'

/**
 * sonner writes its styles into the page, which the window's policy forbids; the same
 * styles come with the others from `sonner/dist/styles.css`.
 */
const withoutWrittenStyles: Plugin = {
  name: 'without written styles',
  transform(code, id) {
    if (!/[\\/]sonner[\\/]dist[\\/]index\.mjs$/u.test(id)) return null
    const written = /^__insertCSS\(.*\);?$/mu
    if (!written.test(code))
      this.error('sonner brings its styles in another way; see main/security.ts')
    return code.replace(written, '')
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: DESK,
      emptyOutDir: true,
      target: NODE,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'main/electron/index.ts',
          web: 'main/web/index.ts',
          worker: 'main/services/worker.ts',
          ...Object.fromEntries(PROGRAMS.map((name) => [name, `main/services/press/${name}.mjs`])),
        },
        external: MACHINE_CODE,
        // side by side, since they find resources by their own place
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: DESK,
      emptyOutDir: false,
      target: NODE,
      sourcemap: true,
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { preload: 'preload/index.ts', 'client/banxin-host': 'preload/browser.ts' },
        // a sandboxed preload must be CommonJS
        output: {
          format: 'cjs',
          entryFileNames: ({ name }) => (name === 'preload' ? '[name].cjs' : '[name].js'),
        },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), withoutWrittenStyles],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: CHROME,
      minify: true,
      assetsInlineLimit: 0,
      // the dictionary of words alone has two megabytes
      chunkSizeWarningLimit: 2600,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
