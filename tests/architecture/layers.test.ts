import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The project's own configuration, minus the rules that need types: a snippet belongs to no program. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
  ],
})

async function rulesBrokenBy(path: string, code: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, path) })
  return result?.messages.map((message) => message.ruleId) ?? []
}

const uses = (source: string) => `import { thing } from '${source}'\nexport const used = thing\n`
const usesType = (source: string) =>
  `import type { Thing } from '${source}'\nexport type Used = Thing\n`

describe('the layers', () => {
  it.each([
    ['core/model/page.ts', uses('../compose')],
    ['core/model/page.ts', uses('../contract')],
    ['core/model/page.ts', usesType('../edit/step')],
    ['core/edit/step.ts', uses('../text/breaks')],
    ['core/text/shape.ts', uses('../model/edition')],
    ['core/display/walk.ts', uses('../compose/types')],
    ['core/display/walk.ts', uses('../model/styles')],
    ['core/compose/index.ts', uses('../makeup')],
    ['core/compose/index.ts', `export * from '../makeup'\n`],
    ['core/compose/index.ts', `export { thing } from '../makeup'\n`],
    ['core/compose/index.ts', `export const late = import('../makeup')\n`],
    ['core/units.ts', uses('./model/page')],
    ['core/newStage/index.ts', uses('../units')],
    ['core/compose/index.ts', uses('../../main/host')],
    ['core/ledger/index.ts', uses('node:fs')],
    ['core/ledger/index.ts', uses('path')],
    ['core/text/fontFace.ts', uses('fontkit')],
    ['core/model/page.ts', uses('pdfkit')],
    ['core/model/page.ts', uses('prosemirror-view')],
    ['main/host.ts', uses('../renderer/session')],
    ['main/host.ts', uses('../tests/build')],
    ['main/cli/index.ts', uses('node:fs')],
    ['main/cli/index.ts', uses('fs/promises')],
    ['main/cli/index.ts', uses('pdfkit')],
    ['main/services/exportJob.ts', uses('pdfkit')],
    ['main/services/exportJob.ts', uses('electron')],
    ['renderer/panels/pages.ts', uses('../../main/host')],
    ['renderer/panels/pages.ts', uses('../../preload')],
    ['renderer/panels/pages.ts', uses('prosemirror-view')],
    ['renderer/panels/pages.ts', uses('node:path')],
  ])('%s may not say: %s', async (path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual(['banxin/layers'])
  })

  it.each([
    ['core/model/page.ts', uses('../units')],
    ['core/model/storySchema.ts', uses('prosemirror-model')],
    ['core/edit/step.ts', uses('../model/edition')],
    ['core/text/shape.ts', uses('../model/styles')],
    ['core/compose/index.ts', uses('../text/shape')],
    ['core/makeup/index.ts', uses('../compose')],
    ['core/contract.ts', uses('./compose')],
    ['main/host.ts', uses('../core/contract')],
    ['main/cli/index.ts', uses('node:path')],
    ['main/services/editionStore.ts', uses('node:fs/promises')],
    ['main/services/pdf/document.ts', uses('pdfkit')],
    ['main/electron/index.ts', uses('electron')],
    ['renderer/story/view.ts', uses('prosemirror-view')],
    ['renderer/session/host.ts', usesType('../../preload')],
    ['tests/core/model/page.test.ts', uses('../../../core/model/page')],
  ])('%s may say: %s', async (path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual([])
  })
})

describe('the purity of core', () => {
  it.each([
    ['no-restricted-globals', `export const title = document.title\n`],
    ['no-restricted-globals', `export const home = process.env\n`],
    ['no-restricted-globals', `export const later = setTimeout\n`],
    ['no-restricted-properties', `export const chance = Math.random()\n`],
    ['no-restricted-properties', `export const now = Date.now()\n`],
    ['no-restricted-syntax', `export const now = new Date()\n`],
  ])('%s refuses: %s', async (rule, code) => {
    expect(await rulesBrokenBy('core/model/page.ts', code)).toEqual([rule])
    expect(await rulesBrokenBy('main/host.ts', code)).toEqual([])
  })
})

describe('the tests', () => {
  it.each([`it.only('a', () => {})\n`, `describe.skip('a', () => {})\n`, `test.todo('a')\n`])(
    'may not say: %s',
    async (code) => {
      const withImport = `import { describe, it, test } from 'vitest'\nexport { describe, it, test }\n${code}`
      expect(await rulesBrokenBy('tests/core/page.test.ts', withImport)).toEqual([
        'no-restricted-syntax',
      ])
    },
  )
})
