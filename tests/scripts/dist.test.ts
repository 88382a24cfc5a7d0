import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import Ajv from 'ajv'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import desk from '../../electron.vite.config'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Config {
  readonly extraMetadata: { readonly main: string }
  readonly files: readonly string[]
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly fileAssociations: readonly { readonly ext: string }[]
}

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)))

/** What the bundles of both shells are made of and leave outside. */
const outside = desk.main?.build?.rolldownOptions

const config = parse(read('electron-builder.yml')) as Config

describe('the packing', () => {
  it('is configured as its tool understands it', () => {
    const scheme = createRequire(import.meta.url).resolve('app-builder-lib/scheme.json')
    const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(scheme, 'utf8')) as object,
    )
    expect([check(config), check.errors]).toEqual([true, null])
    expect(check({ ...config, fileAssociations: [{ extension: 'banxin' }] })).toBe(false)
  })

  it('starts what the build makes and knows editions', () => {
    const { main } = config.extraMetadata
    expect(dirname(main)).toBe(desk.main?.build?.outDir)
    expect(Object.keys(outside?.input as object)).toContain(basename(main, '.mjs'))
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['banxin'])
  })

  it('takes along every program that runs as a process of its own', () => {
    const started = sourcesIn('main').flatMap((text) =>
      [...text.matchAll(/programFile\('(\w+)'\)/gu)].map(([, name]) => name),
    )
    expect(started).toHaveLength(4)
    expect(Object.keys(outside?.input as object)).toEqual(expect.arrayContaining(started))
  })

  it('takes along the data that pdf.js reads advertisements with', () => {
    const named = read('main/services/press/pdfjs.mjs').matchAll(/\bdata\('(\w+)'\)/gu)
    const folders = [...named].map(([, name]) => `node_modules/pdfjs-dist/${name}/**`)
    expect(folders).toHaveLength(4)
    expect(config.files).toEqual(
      expect.arrayContaining(['node_modules/pdfjs-dist/package.json', ...folders]),
    )
  })

  it('turns off in the program what a session could turn against the desk', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('takes along every package that the bundles leave outside', () => {
    const packed = outside?.external as readonly string[]
    expect(packed).toContain('sharp')
    for (const name of packed) {
      const folder = name.startsWith('@') ? name.slice(0, name.indexOf('/')) : name
      expect(config.files).toContain(`node_modules/${folder}/**`)
    }
  })
})
