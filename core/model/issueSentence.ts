import { getDotPath, type BaseIssue } from 'valibot'

const LONGEST = 40

function show(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const isNumber = typeof value === 'number' || typeof value === 'bigint'
  const text = isNumber ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/**
 * What is wrong with a value, as the rest of a sentence whose subject is the
 * value: "has area.row 1.5, which should be a whole number from 0 to 2000".
 */
export function issueSentence(issue: BaseIssue<unknown>): string {
  const path = getDotPath(issue)
  if (path === null) return `should be ${issue.message}, but is ${show(issue.input)}`
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `has the field ${path}, which this version of Banxin does not know`
  }
  if (issue.input === undefined) return `lacks the field ${path}`
  return `has ${path} ${show(issue.input)}, which should be ${issue.message}`
}
