import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from '../facts/calls.ts'
import { addOption, type Option } from '../facts/option-edits.ts'
import { descendants, type Node, type Source } from '../facts/source.ts'
import type { ForeignKey, Schema } from './model.ts'
import { relationsInPrisma } from './prisma-edits.ts'

/** An edit of a declaration, and what it does, to be said in a message. */
export interface DeclarationEdit {
  readonly how: string
  fix(fixer: TSESLint.RuleFixer): TSESLint.RuleFix
}

/** Where the options of a relation may stand, and the one that keeps the relation without a constraint. */
const withoutConstraints: Partial<Record<Schema['source'], { readonly from: number; readonly option: Option }>> = {
  typeorm: { from: 1, option: { name: 'createForeignKeyConstraints', value: 'false' } },
  'mikro-orm': { from: 1, option: { name: 'createForeignKeyConstraint', value: 'false' } },
  sequelize: { from: 1, option: { name: 'constraints', value: 'false' } },
}
const relation = /^(?:ManyToOne|OneToOne|ManyToMany|BelongsTo|HasMany|HasOne|BelongsToMany)$/i

/** How to keep a relation without its constraint, where the library has a word for it. */
export function withoutConstraint(source: Source, schema: Schema, { place }: ForeignKey): DeclarationEdit | undefined {
  if (schema.source === 'prisma') {
    const edit = relationsInPrisma(source.text)
    return (
      edit && {
        how: 'Set `relationMode = "prisma"`',
        fix: (fixer) => fixer.replaceTextRange(edit.range, edit.text),
      }
    )
  }
  if (schema.source === 'drizzle') return withoutReferences(callsWithin(source, place))
  const known = withoutConstraints[schema.source]
  const call = known && callsWithin(source, place).find((one) => relation.test(calledName(one)))
  const fix =
    call &&
    (schema.source === 'sequelize' && keyGiven(call)
      ? inOptions(source, call, known.option)
      : addOption(source, call, known.from, known.option))
  return fix && { how: `Add \`${known.option.name}: ${known.option.value}\``, fix }
}

/** `'teamId'` of `@BelongsTo(() => Team, 'teamId')`: the options take its place, with the key in them. */
function keyGiven({ arguments: [, key, ...more] }: TSESTree.CallExpression): TSESTree.StringLiteral | undefined {
  return key?.type === 'Literal' && typeof key.value === 'string' && more.length === 0 ? key : undefined
}

function inOptions(source: Source, call: TSESTree.CallExpression, { name, value }: Option) {
  const key = keyGiven(call)
  return (
    key &&
    ((fixer: TSESLint.RuleFixer) => fixer.replaceText(key, `{ foreignKey: ${source.getText(key)}, ${name}: ${value} }`))
  )
}

/** `.references(() => users.id)`, taken away behind the column. */
function withoutReferences(calls: readonly TSESTree.CallExpression[]): DeclarationEdit | undefined {
  const call = calls.find((one) => calledName(one) === 'references')
  if (call?.callee.type !== 'MemberExpression') return undefined
  const { object } = call.callee
  return {
    how: 'Take `.references()` away',
    fix: (fixer) => fixer.removeRange([object.range[1], call.range[1]]),
  }
}

/** The calls of a declaration, the outermost first. */
export function callsWithin(
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
): TSESTree.CallExpression[] {
  let node: Node | undefined = source.getNodeByRangeIndex(start) ?? undefined
  while (node && (node.range[0] > start || node.range[1] < end)) node = node.parent
  if (!node) return []
  const within: TSESTree.CallExpression[] = []
  for (const one of descendants(source, node)) {
    if (one.type === 'CallExpression' && one.range[0] >= start && one.range[1] <= end) within.push(one)
  }
  return within
}
