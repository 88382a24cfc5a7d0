/** The codes of trouble that the sources can tell, read out of the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A function that makes trouble of a code it is given: `refuse('missing', …)` for `edit.missing`. */
interface Maker {
  /** Index of the parameter named `code`. */
  readonly at: number
  readonly prefix: string
}

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name))

function everyNode(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => everyNode(child, see))
}

/** The texts an expression may have: a literal, or either side of a condition. */
function textsOf(value: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(value)) return [value.text]
  if (ts.isConditionalExpression(value))
    return [...textsOf(value.whenTrue), ...textsOf(value.whenFalse)]
  return []
}

const isCode = (property: ts.ObjectLiteralElementLike): boolean =>
  property.name !== undefined && ts.isIdentifier(property.name) && property.name.text === 'code'

/** What stands before the parameter in the property `code`; null when it does not stand there. */
function prefixIn(body: ts.Node): string | null {
  let prefix: string | null = null
  everyNode(body, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return
    for (const property of node.properties.filter(isCode)) {
      if (ts.isShorthandPropertyAssignment(property)) prefix = ''
      else if (ts.isPropertyAssignment(property) && ts.isTemplateExpression(property.initializer)) {
        const { head, templateSpans } = property.initializer
        const [span] = templateSpans
        if (span !== undefined && span.expression.getText() === 'code') prefix = head.text
      }
    }
  })
  return prefix
}

function makersIn(source: ts.SourceFile): ReadonlyMap<string, Maker> {
  const makers = new Map<string, Maker>()
  everyNode(source, (node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isArrowFunction(node)) return
    const name = ts.isFunctionDeclaration(node)
      ? node.name
      : ts.isVariableDeclaration(node.parent)
        ? node.parent.name
        : undefined
    const at = node.parameters.findIndex((parameter) => parameter.name.getText() === 'code')
    const prefix = at < 0 || node.body === undefined ? null : prefixIn(node.body)
    if (name !== undefined && prefix !== null) makers.set(name.getText(), { at, prefix })
  })
  return makers
}

/** Dotted codes that the files of these folders name, each with a file that does. */
export function codesInSources(...folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap(sourcesIn)
  const sources = new Map(
    files.map((file) => {
      const text = readFileSync(file, 'utf8')
      return [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)] as const
    }),
  )
  const makers = new Map([...sources].map(([file, source]) => [file, makersIn(source)]))
  const codes = new Map<string, string>()
  for (const [file, source] of sources) {
    const own = new Map(makers.get(file))
    const note = (code: string): void => {
      if (code.includes('.')) codes.set(code, relative(root, file))
    }
    everyNode(source, (node) => {
      if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
        const there = makers.get(join(dirname(file), `${node.moduleSpecifier.text}.ts`))
        const names = node.importClause?.namedBindings
        if (there === undefined || names === undefined || !ts.isNamedImports(names)) return
        for (const { name } of names.elements) {
          const maker = there.get(name.text)
          if (maker !== undefined) own.set(name.text, maker)
        }
      } else if (ts.isPropertyAssignment(node) && isCode(node)) {
        textsOf(node.initializer).forEach(note)
      } else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const maker = own.get(node.expression.text)
        const code = maker && node.arguments[maker.at]
        if (code !== undefined) for (const text of textsOf(code)) note(maker?.prefix + text)
      }
    })
  }
  return codes
}
