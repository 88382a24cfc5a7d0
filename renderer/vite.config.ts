import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** This folder; a drive letter stands after a slash in a URL. */
const here = decodeURIComponent(new URL('.', import.meta.url).pathname).replace(/^\/(?=\w:)/u, '')

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

/** The window's bundle: out/renderer, with relative addresses, so that any host can serve the folder. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), withoutWrittenStyles],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
