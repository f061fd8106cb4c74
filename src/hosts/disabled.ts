import type { TSESTree } from '@typescript-eslint/utils'
import { commentParser } from './comment-parser.ts'
import type { LazySource } from '../source/lazy-source.ts'
import type { Finding, HostConfig } from './lint-file.ts'

/** A place from which on a rule, or every rule, is switched off or on again; columns from 1. */
interface Switch {
  readonly type: 'disable' | 'enable'
  readonly rule: string | undefined
  readonly line: number
  readonly column: number
}

/** The findings that no comment switches off: `eslint-disable`, `-enable`, `-disable-line`, `-disable-next-line`. */
export function withoutDisabled(
  source: LazySource,
  findings: readonly Finding[],
  definitions: HostConfig['definitions'],
): readonly Finding[] {
  if (findings.length === 0 || !source.text.includes('eslint-')) return findings
  const { blocks, lines } = switchesIn(source, definitions)
  return findings.filter((finding) => !isOff(finding, blocks) && !isOff(finding, lines))
}

function isOff({ rule, loc: { start } }: Finding, switches: readonly Switch[]): boolean {
  const at = { line: start.line, column: start.column + 1 }
  const before = switches.filter((one) => compare(one, at) <= 0 && (one.rule === undefined || one.rule === rule))
  return before.at(-1)?.type === 'disable'
}

function switchesIn(source: LazySource, definitions: HostConfig['definitions']) {
  const blocks: Switch[] = []
  const lines: Switch[] = []
  for (const comment of source.getAllComments()) {
    const { label, value } = directiveIn(comment)
    for (const rule of rulesIn(value, definitions)) {
      const { start, end } = comment.loc
      if (label === 'eslint-disable' || label === 'eslint-enable') {
        const type = label === 'eslint-disable' ? 'disable' : 'enable'
        blocks.push({ type, rule, line: start.line, column: start.column + 1 })
      } else if (label === 'eslint-disable-next-line') lines.push(...offOn(rule, end.line + 1))
      // ESLint takes no such comment that spans lines.
      else if (label === 'eslint-disable-line' && start.line === end.line) lines.push(...offOn(rule, start.line))
    }
  }
  return { blocks: blocks.sort(compare), lines: lines.sort(compare) }
}

function offOn(rule: string | undefined, line: number): Switch[] {
  return [
    { type: 'disable', rule, line, column: 1 },
    { type: 'enable', rule, line: line + 1, column: 0 },
  ]
}

/** What a comment tells ESLint. Of comments to the end of a line, it hears those about lines only. */
function directiveIn({ type, value }: TSESTree.Comment): { readonly label?: string; readonly value: string } {
  const isLine: boolean = type !== 'Block'
  const found = /^\s*eslint-/.test(value) ? commentParser().parseDirective(value) : undefined
  if (!found || (isLine && !/^eslint-disable-(?:next-)?line$/.test(found.label))) return { value: '' }
  return { label: found.label, value: found.value }
}

/** The rules that a comment lists; `undefined` for all of them. A rule that is unknown is no rule. */
function rulesIn(value: string, definitions: HostConfig['definitions']): readonly (string | undefined)[] {
  const listed = Object.keys(commentParser().parseListConfig(value))
  return listed.length === 0 ? [undefined] : listed.filter((rule) => Object.hasOwn(definitions, rule))
}

function compare(
  a: { readonly line: number; readonly column: number },
  b: { readonly line: number; readonly column: number },
): number {
  return a.line - b.line || a.column - b.column
}
