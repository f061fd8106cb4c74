import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Place } from '../sql/scan.ts'
import type { AllColumns } from './columns.ts'
import { fileLanguage } from './files.ts'
import type { Node, Source } from './source.ts'
import type { Text } from './strings.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[]

/** The edit that puts columns in the place of a star in SQL, where the source has it letter for letter. */
export function listInText(source: Source, text: Text, star: Place, columns: string): Edit | undefined {
  const range = text.range(star)
  if (!range) return undefined
  const written = fileLanguage(source) === 'code' ? escapedFor(source, range[0], columns) : columns
  return written === undefined ? undefined : (fixer) => fixer.replaceTextRange(range, written)
}

/** Columns as the literal around them has to write them. */
function escapedFor(source: Source, at: number, columns: string): string | undefined {
  const node = source.getNodeByRangeIndex(at)
  if (node?.type === 'TemplateElement') return columns.replace(/[`\\]|\$(?=\{)/g, '\\$&')
  if (node?.type !== 'Literal') return undefined
  return columns.replaceAll('\\', '\\\\').replaceAll(node.raw.charAt(0), `\\${node.raw.charAt(0)}`)
}

/** The table or alias that the star of a call is of: `users` of `select('users.*')`, of `selectAll('users')`. */
export function starOfCall({ node, named }: AllColumns): { readonly star?: Node; readonly of?: string } | undefined {
  if (node.type !== 'CallExpression') return undefined
  const [first, another] = node.arguments
  if (named?.call !== undefined) {
    if (!first) return {}
    return !another && isString(first) && /^\w+$/.test(first.value) ? { of: first.value } : undefined
  }
  const list = first?.type === 'ArrayExpression' ? first.elements : node.arguments
  for (const star of list) {
    const match = star && isString(star) ? /^(?:(\w+)\.)?\*$/.exec(star.value.trim()) : null
    if (star && match) return { star, ...(match[1] !== undefined && { of: match[1] }) }
  }
  return undefined
}

function isString(node: Node): node is TSESTree.StringLiteral {
  return node.type === 'Literal' && typeof node.value === 'string'
}

/** The edit that names columns in a call of a builder. */
export function listInCall(
  source: Source,
  found: AllColumns,
  star: Node | undefined,
  columns: readonly string[],
): Edit {
  const { node, named } = found
  const quote = star ? source.text.charAt(star.range[0]) : /from "/.test(source.text) ? '"' : "'"
  const items = columns.map((column) => `${quote}${column}${quote}`).join(', ')
  return (fixer) => {
    if (named?.call !== undefined) return fixer.replaceTextRange(behindCallee(node), `${named.call}([${items}])`)
    if (!star) return []
    if (named?.as === 'text') return fixer.replaceText(star, `${quote}${columns.join(', ')}${quote}`)
    const isListed = star.parent?.type === 'ArrayExpression'
    return fixer.replaceText(star, named?.as === 'list' && !isListed ? `[${items}]` : items)
  }
}

/** The name and the arguments of a method call. */
function behindCallee(node: Node): [number, number] {
  const start =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
      ? node.callee.property.range[0]
      : node.range[0]
  return [start, node.range[1]]
}
