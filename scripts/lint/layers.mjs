import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

/** Files that stand directly in core (units, geometry, result, ids, ink): the ground every stage stands on. */
const BASE = 'core/*'
const SCHEMA_PACKAGES = ['prosemirror-model', 'prosemirror-transform', 'valibot']

const coreLayer = (layers, packages = []) => ({
  layers: [BASE, ...layers],
  packages: [...SCHEMA_PACKAGES, ...packages],
})

/**
 * Who may import whom. A key is a folder or a file without its ending, and the longest that
 * fits a file is its layer. Within a layer all is open; `layers` names what else may be
 * imported, `types` what may be imported as types only. `packages` lists the npm packages
 * ('any' for all that OWNERS leaves free), `node` opens Node's modules and `disk` node:fs.
 */
const LAYERS = {
  core: coreLayer([]),
  'core/contract': coreLayer(['core']),
  'core/model': coreLayer([]),
  'core/edit': coreLayer(['core/model']),
  'core/intake': coreLayer(['core/model', 'core/text']),
  'core/manuscript': coreLayer(['core/model', 'core/edit', 'core/intake', 'core/text']),
  'core/display': { ...coreLayer([]), types: ['core/text/types'] },
  'core/text': coreLayer(['core/model/styles', 'core/display/displayList']),
  'core/compose': coreLayer(['core/model', 'core/text', 'core/display']),
  'core/makeup': coreLayer([
    'core/model',
    'core/edit',
    'core/text',
    'core/display',
    'core/compose',
    'core/preflight',
  ]),
  'core/shape': coreLayer(['core/model', 'core/edit', 'core/compose']),
  'core/copyfit': coreLayer(['core/model', 'core/edit', 'core/compose', 'core/shape']),
  'core/find': coreLayer(['core/model', 'core/edit']),
  'core/pages': {
    ...coreLayer(['core/model', 'core/edit', 'core/display', 'core/compose', 'core/shape']),
    types: ['core/makeup'],
  },
  'core/ledger': coreLayer(['core/model', 'core/text', 'core/display', 'core/compose']),
  'core/preflight': coreLayer([
    'core/model',
    'core/text',
    'core/display',
    'core/compose',
    'core/ledger',
  ]),
  'core/proof': coreLayer([
    'core/model',
    'core/edit',
    'core/text',
    'core/display',
    'core/compose',
    'core/ledger',
  ]),
  'core/format': coreLayer(['core/model', 'core/edit']),
  main: { layers: ['core', 'main/services'], packages: 'any', node: true },
  'main/services': { layers: ['core', 'main'], packages: 'any', node: true, disk: true },
  preload: { layers: ['core'], packages: 'any' },
  renderer: {
    layers: ['core', 'THIRD-PARTY.md?raw', 'resources/words'],
    types: ['preload'],
    packages: 'any',
  },
  scripts: { layers: [], packages: 'any', node: true, disk: true },
  tests: {
    layers: ['core', 'main', 'preload', 'renderer', 'scripts', 'electron.vite.config'],
    packages: 'any',
    node: true,
    disk: true,
  },
}

/** Packages with one owner, so that replacing one touches one folder. */
const OWNERS = {
  electron: ['main/electron', 'preload', 'tests'],
  pdfkit: ['main/services/pdf'],
  'prosemirror-state': ['renderer/story', 'tests'],
  'prosemirror-view': ['renderer/story', 'tests'],
}

const DISK = new Set(['fs', 'fs/promises', 'node:fs', 'node:fs/promises'])

const within = (path, folder) => path === folder || path.startsWith(`${folder}/`)
const isBase = (path) => /^core\/[^/]+$/.test(path) && LAYERS[path] === undefined
const fits = (path, pattern) => (pattern === BASE ? isBase(path) : within(path, pattern))

function layerOf(path) {
  return Object.keys(LAYERS)
    .filter((key) => within(path, key))
    .sort((a, b) => b.length - a.length)[0]
}

/** Why the file may not import `source`, as a sentence, or null when it may. Paths are relative to the repository. */
export function importFault(path, source, typesOnly) {
  const layerName = layerOf(path)
  if (layerName === undefined) return null
  if (layerName === 'core' && !isBase(path)) {
    return `${dirname(path)} has no row in scripts/lint/layers.mjs.`
  }
  const layer = LAYERS[layerName]
  if (source.startsWith('.')) return fileFault(path, layerName, layer, source, typesOnly)
  if (isBuiltin(source)) return builtinFault(layerName, layer, source)
  return packageFault(path, layerName, layer, source)
}

function fileFault(path, layerName, layer, source, typesOnly) {
  const target = join(dirname(path), source)
    .split(sep)
    .join('/')
    .replace(/\.(ts|tsx|mjs)$/, '')
  if (layerOf(target) === layerName) return null
  const open = [...layer.layers, ...(typesOnly ? (layer.types ?? []) : [])]
  if (open.some((pattern) => fits(target, pattern))) return null
  return `${layerName} may not import ${target}.`
}

function builtinFault(layerName, layer, source) {
  if (layer.node !== true) return `${layerName} may not use Node's ${source}.`
  if (DISK.has(source) && layer.disk !== true) {
    return `${layerName} may not touch the disk; that is for main/services.`
  }
  return null
}

function packageFault(path, layerName, layer, source) {
  const name = source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
  if (layer.packages !== 'any') {
    return layer.packages.includes(name) ? null : `${layerName} may not import the package ${name}.`
  }
  const owners = OWNERS[name]
  if (owners === undefined || owners.some((owner) => within(path, owner))) return null
  return `${name} is for ${owners[0]} only.`
}

/** The ESLint rule over every form of import; `import()` types are refused by consistent-type-imports. */
export const layersRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'keep to the layers of the design' } },
  create(context) {
    const path = relative(context.cwd, context.filename)
      .split(sep)
      .join('/')
      .replace(/\.(ts|tsx|mjs)$/, '')
    const check = (literal, typesOnly) => {
      if (typeof literal?.value !== 'string') return
      const message = importFault(path, literal.value, typesOnly)
      if (message !== null) context.report({ node: literal, message })
    }
    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
    }
  },
}
