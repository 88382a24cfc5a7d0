import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** This folder; a drive letter stands after a slash in a URL. */
const here = decodeURIComponent(new URL('.', import.meta.url).pathname).replace(/^\/(?=\w:)/u, '')

/** The window's bundle: out/renderer, with relative addresses, so that any host can serve the folder. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
