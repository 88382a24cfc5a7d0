import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../main/cli/run'
import { nodeFileSystem } from '../../main/services/fileSystem'
import { exceptions, type Exception } from '../wpt/exceptions'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const READMES = ['README.md', 'README.zh-CN.md']
const PAGES = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** What `banxin <words> --help` prints. */
async function help(...words: readonly string[]): Promise<string> {
  let printed = ''
  await run([...words, '--help'], {
    cwd: root,
    out: (text) => (printed += text),
    err: () => undefined,
    terminal: false,
    fs: nodeFileSystem,
    today: () => '2026-01-01',
  })
  return printed
}

/** Names in the list of commands that a program's help gives; further lines of a text are indented deeper. */
const commandsIn = (printed: string): readonly string[] =>
  [...printed.slice(printed.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)\b/gmu)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'help')

interface Row {
  readonly command: string
  readonly text: string
}

/** Rows of a README's table whose first cell is a command with its arguments. */
const commandRows = (page: string): readonly Row[] =>
  read(page)
    .split('\n')
    .flatMap((line): readonly Row[] => {
      const command = /^\| `([a-z]+)(?: [<…][^`]*)?` \|/u.exec(line)?.[1]
      return command === undefined ? [] : [{ command, text: line }]
    })

const optionsIn = (text: string): readonly string[] => text.match(/(?<![\w-])--?[a-z]+/gu) ?? []

describe('the READMEs', () => {
  it.each(READMES)('%s lists exactly the commands there are', async (page) => {
    const listed = commandRows(page).map(({ command }) => command)
    expect(listed).toEqual(commandsIn(await help()))
  })

  it.each(READMES)('%s names only options that the command has', async (page) => {
    const unknown: string[] = []
    for (const { command, text } of commandRows(page)) {
      const [own, other] = [await help(command), await help('make')]
      const offered = new Set(optionsIn(command === 'templates' ? own + other : own))
      unknown.push(...optionsIn(text).filter((option) => !offered.has(option)))
    }
    expect(unknown).toEqual([])
  })
})

/** Targets of links and pictures that are files of this repository. */
const linksIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/u.test(target))

describe('the pages', () => {
  it.each(PAGES)('%s has no link that leads nowhere', (page) => {
    const broken = linksIn(page).filter(
      (target) => !existsSync(resolve(root, dirname(page), target)),
    )
    expect(broken).toEqual([])
  })

  it.each(PAGES)('%s names only npm scripts that there are', (page) => {
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z:]+)/gu)].map(([, name]) => name)
    expect(named.filter((name) => manifest.scripts[name ?? ''] === undefined)).toEqual([])
  })
})

/** A lone character is shown with its code point, because many look alike. */
const shown = (text: string): string =>
  Array.from(text).length > 1
    ? text
    : `${text} U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase()}`

const rowOf = ({ suite, cases, levels, reason }: Exception): string =>
  `| ${suite} | ${cases.map(shown).join(', ')} | ${levels?.join(', ') ?? 'all'} | ${reason} |`

describe('docs/typography.md', () => {
  it('lists exactly the cases in which the public suites decide otherwise', () => {
    const rows = read('docs/typography.md')
      .split('\n')
      .filter((line) => /^\| (?:line-break|text-spacing-trim|text-autospace) \|/u.test(line))
    expect(rows).toEqual(exceptions.map(rowOf))
  })
})
