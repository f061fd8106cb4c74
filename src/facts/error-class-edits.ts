import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { statusNamed } from './http-statuses.ts'
import { usesSemicolons } from './imports.ts'
import type { ClassNode, RuleContext } from './source.ts'
import { wordsOf } from './words.ts'

/** A class of errors with the members that it lacks, before all others. */
export function withMembers(
  { sourceCode, filename }: RuleContext,
  fixer: TSESLint.RuleFixer,
  node: ClassNode,
  name: string,
  missing: readonly string[],
): TSESLint.RuleFix | null {
  const open = sourceCode.getFirstToken(node.body)
  if (!open) return null
  const isTyped = /\.[cm]?tsx?$/.test(path.basename(filename))
  const end = usesSemicolons(sourceCode) ? ';' : ''
  const indent = /^\s*/.exec(sourceCode.lines[node.loc.start.line - 1] ?? '')?.[0] ?? ''
  const step = indent.includes('\t') ? '\t' : '  '
  const lines = missing.map((one) => `${indent}${step}${prefixOf(one, isTyped)}${one} = ${valueOf(one, name)}${end}`)
  const isEmpty = node.body.body.length === 0 && sourceCode.getCommentsInside(node.body).length === 0
  return fixer.insertTextAfter(open, `\n${lines.join('\n')}${isEmpty ? `\n${indent}` : ''}`)
}

function prefixOf(member: string, isTyped: boolean): string {
  if (!isTyped) return ''
  return member === 'name' ? 'override readonly ' : 'readonly '
}

/** `'NOT_FOUND'`, `404` and `'NotFoundError'` of `NotFoundError` */
function valueOf(member: string, name: string): string {
  const words = wordsOf(name).filter((word) => word !== 'error' && word !== 'exception')
  if (member === 'name') return `'${name}'`
  if (member === 'statusCode') return String(statusNamed(words.join('')) ?? 500)
  return `'${(words.length > 0 ? words : ['error']).join('_').toUpperCase()}'`
}
