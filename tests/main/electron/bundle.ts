import { build } from 'esbuild'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

/** Bundles one entry as scripts/build-desk.mjs does, the stand-in for Electron beside it. */
export const bundle = (entry: string, outfile: string, format: 'esm' | 'cjs') =>
  build({
    entryPoints: [join(root, entry)],
    ...{ outfile, format, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' },
    external: ['@napi-rs/canvas', 'sharp', './electron.mjs'],
    plugins: [
      {
        name: 'stand-in',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^electron$/ }, () => ({ path: './electron.mjs', external: true })),
      },
    ],
    banner:
      format === 'esm'
        ? { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" }
        : {},
  })
