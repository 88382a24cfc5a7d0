/** The page templates that come with Banxin: one JSON file each. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { issueSentence } from '../../core/model/issueSentence'
import { pageSchema, styleSheetSchema } from '../../core/model/recordSchemas'
import type { Template } from '../../core/model/template'
import { err, ok, type Result } from '../../core/result'
import { diskTrouble } from './diskTrouble'

export interface TemplateCatalog {
  /** By id, in the order of their names. */
  readonly templates: readonly Template[]
  /** An error that lists the ids there are, when there is no such template. */
  get(id: string): Result<Template>
}

const names = v.looseObject({ id: v.string('a text'), name: v.string('a text') }, 'an object')
const parts = v.looseObject(
  { sheet: v.unknown(), grid: v.unknown(), furniture: v.unknown(), styleSheet: v.unknown() },
  'an object',
)

const damaged = (file: string, what: string): Result<never> =>
  err({
    severity: 'error',
    code: 'template.damaged',
    message: `The template ${file} ${what}; install Banxin anew or correct the file.`,
    where: { file },
  })

/** A template is checked as the page and the style sheet that are made from it. */
function checkTemplate(file: string, json: unknown): Result<Template> {
  const named = v.safeParse(names, json)
  if (!named.success) return damaged(file, issueSentence(named.issues[0]))
  const { id, name } = named.output
  const { sheet, grid, furniture, styleSheet } = v.parse(parts, json)
  const styles = v.safeParse(styleSheetSchema, styleSheet)
  if (!styles.success) return damaged(file, issueSentence(styles.issues[0]))
  const page = v.safeParse(pageSchema, {
    ...{ id: 'page', order: 0, folio: '1', section: '', template: id, credits: [] },
    ...{ sheet, grid, furniture, styleSheet: styles.output.id },
  })
  if (!page.success) return damaged(file, issueSentence(page.issues[0]))
  const { output } = page
  return ok({
    ...{ id, name, sheet: output.sheet, grid: output.grid, furniture: output.furniture },
    styleSheet: styles.output,
  })
}

function readTemplate(folder: string, file: string): Result<Template> {
  const path = join(folder, file)
  try {
    return checkTemplate(file, JSON.parse(readFileSync(path, 'utf8')))
  } catch (thrown) {
    return thrown instanceof SyntaxError
      ? damaged(file, 'is not JSON')
      : err(diskTrouble(thrown, path, 'read'))
  }
}

function filesIn(folder: string): Result<readonly string[]> {
  try {
    return ok(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    )
  } catch (thrown) {
    return err(diskTrouble(thrown, folder, 'read'))
  }
}

/** Reads and checks every template of `folder`; an error names the first that is damaged. */
export function openTemplates(folder: string): Result<TemplateCatalog> {
  const files = filesIn(folder)
  if (!files.ok) return files
  const templates: Template[] = []
  for (const file of files.value) {
    const template = readTemplate(folder, file)
    if (!template.ok) return template
    templates.push(template.value)
  }
  return ok({
    templates,
    get(id) {
      const template = templates.find((candidate) => candidate.id === id)
      if (template) return ok(template)
      const known = templates.map((candidate) => candidate.id).join(', ')
      return err({
        severity: 'error',
        code: 'template.unknown',
        message: `There is no template ${id}; choose one of ${known}.`,
        parts: { template: id, known },
      })
    },
  })
}
