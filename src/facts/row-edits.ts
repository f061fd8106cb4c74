import type { TSESLint } from '@typescript-eslint/utils'
import { addOption, type Option } from './option-edits.ts'
import type { RowsRead } from './row-reads.ts'
import { nameOfKey, type Source } from './source.ts'

/** How a read is made to give less. */
export interface Narrowing {
  readonly option: Option
  readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix
}

/** Leaves columns out of a read; `undefined` where the library has no option for it, or cannot be told. */
export function leaveOut(source: Source, read: RowsRead, columns: readonly string[]): Narrowing | undefined {
  const { leavesOut } = read.row
  if (!leavesOut || columns.length === 0) return undefined
  const list = `[${columns.map((column) => `'${column}'`).join(', ')}]`
  const value =
    leavesOut.as === 'list'
      ? list
      : leavesOut.as === 'excluded'
        ? `{ exclude: ${list} }`
        : `{ ${columns.map((column) => `${column}: ${leavesOut.as}`).join(', ')} }`
  return narrowing(source, read, { name: leavesOut.option, value })
}

/** Names the columns that a read gives. */
export function selectOnly(source: Source, read: RowsRead, columns: readonly string[]): Narrowing | undefined {
  const { selects } = read.row
  // Prisma takes `select` or `include`, not both.
  if (selects === undefined || columns.length === 0 || hasOption(read, 'include')) return undefined
  return narrowing(source, read, {
    name: selects,
    value: `{ ${columns.map((column) => `${column}: true`).join(', ')} }`,
  })
}

function hasOption({ node, row }: RowsRead, name: string): boolean {
  const options = node.arguments[row.at ?? 0]
  return (
    options?.type === 'ObjectExpression' &&
    options.properties.some((one) => one.type === 'Property' && nameOfKey(one) === name)
  )
}

function narrowing(source: Source, { node, row }: RowsRead, option: Option): Narrowing | undefined {
  const isPlain = node.arguments.every(({ type }, index) => index !== (row.at ?? 0) || type === 'ObjectExpression')
  const edit = isPlain ? addOption(source, node, row.at ?? 0, option) : undefined
  return edit && { option, edit }
}
