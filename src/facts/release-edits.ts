import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { AcquireAt } from '../roles.ts'
import type { Held } from './held.ts'
import { descendants, unwrapped, type Node, type Source } from './source.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]

/**
 * Puts what follows the taking into a `try`, and the giving back into its `finally`; `undefined` where the thing is given
 * back somewhere already, other than once at the same level.
 */
export function releaseInFinally(source: Source, held: Held, row: AcquireAt, release: string): Edit | undefined {
  const { statement, isDeclared } = held
  const { parent } = statement
  if (!isDeclared || parent.type !== 'BlockStatement') return undefined
  const rest = parent.body.slice(parent.body.findIndex((one) => one === statement) + 1)
  const releases = rest.filter((one) => isReleaseOf(source, one, release))
  const [last] = rest.slice(-1)
  if (!last || releases.length > 1 || countReleases(source, rest, release) !== releases.length) return undefined
  const end = row.slow ? `await ${release}` : release
  const indent = ' '.repeat(statement.loc.start.column)
  const semicolon = source.getText(statement).endsWith(';') ? ';' : ''
  return (fixer) => [
    fixer.insertTextAfter(statement, `\n${indent}try {`),
    ...releases.map((one) => fixer.removeRange(lineOf(source, one))),
    fixer.insertTextAfterRange(
      [0, endOf(source, parent)],
      `\n${indent}} finally {\n${indent}  ${end}${semicolon}\n${indent}}`,
    ),
  ]
}

/** What a statement takes up: with its line, where it stands there alone. */
function lineOf({ text }: Source, { range: [start, end] }: Node): TSESTree.Range {
  const before = /\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0]
  return before !== undefined && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end))
    ? [start - before.length, end]
    : [start, end]
}

/** The end of the last token or comment of a block. */
function endOf(source: Source, block: TSESTree.BlockStatement): number {
  const last = source.getTokenBefore(
    { ...block, range: [block.range[1] - 1, block.range[1]] },
    { includeComments: true },
  )
  return last?.range[1] ?? block.range[1]
}

function isReleaseOf(source: Source, statement: Node, release: string): boolean {
  return (
    statement.type === 'ExpressionStatement' &&
    source.getText(unwrapped(statement.expression)).replace(/\s/g, '') === release
  )
}

/** How often a thing is given back, in whatever form. */
function countReleases(source: Source, rest: readonly Node[], release: string): number {
  const called = release.slice(0, -')'.length)
  return rest
    .flatMap((statement) => [...descendants(source, statement)])
    .filter((node) => node.type === 'CallExpression' && source.getText(node).replaceAll('?.', '.').startsWith(called))
    .length
}
