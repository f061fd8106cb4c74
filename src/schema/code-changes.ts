import type { TSESTree } from '@typescript-eslint/utils'
import { factOf, type Fact } from '../facts/acts.ts'
import { fileKind } from '../facts/files.ts'
import { wayOf } from '../facts/migration-code.ts'
import { mayBeSql } from '../facts/queries.ts'
import { nodesIn } from '../facts/nodes.ts'
import { contains, type Node } from '../facts/source.ts'
import { sqlSinksOf } from '../facts/sql-sinks.ts'
import { hole, textOf } from '../facts/strings.ts'
import type { Change } from '../sql/changes.ts'
import { readStatements } from '../sql/statements.ts'
import { changesOfCall } from './call-changes.ts'
import { changesOfCallback } from './callback-changes.ts'
import { changesOfChain } from './chain-changes.ts'
import { dialectOfText } from './dialect-of-text.ts'
import { mentions } from './mentions.ts'
import type { Changed, ChangeReader, CodeFile } from './readers.ts'
import { inFile } from './sql-in-code.ts'

/** Reads migrations in code: calls of a builder, and SQL, in the order in which they are written. */
export const codeChanges: ChangeReader = {
  mentions: mentions.calls,
  read,
}

/** What one act of a migration changes; `undefined` when it cannot be read. */
export type ReadChanges = readonly Change[] | undefined

type Act = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression

function read(code: CodeFile): Changed | undefined {
  const acts = actsOf(code)
  const isMigration = acts.some((act) => wayOf(act) === 'up') || fileKind(code) === 'migration'
  if (!isMigration) return undefined
  const changes: Change[] = []
  let open = false
  for (const act of acts) {
    const made = changesOf(code, act)
    changes.push(...(made ?? []))
    open ||= made === undefined
  }
  if (changes.length === 0 && !open) return undefined
  const dialect = dialectOfText(acts.flatMap((act) => sqlOf(code, act)).join(';\n'))
  return { changes, open, ...(dialect && { dialect }) }
}

function sqlOf(code: CodeFile, act: Act): string[] {
  const texts = sqlSinksOf(code, act).map(({ argument }) => textOf(code.sourceCode, argument)?.value ?? '')
  return texts.filter(mayBeSql)
}

/** The calls of a file that may change tables on the way up, in the order in which they run. */
function actsOf(code: CodeFile): Act[] {
  const acts: Act[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression' && node.type !== 'TaggedTemplateExpression')
      continue
    if (wayOf(node) !== 'down') acts.push(node)
  }
  return acts.sort((left, right) => turnOf(left) - turnOf(right))
}

/** Of a chain, the call that is written first runs first. */
function turnOf(act: Act): number {
  if (act.type === 'CallExpression' && act.callee.type === 'MemberExpression') return act.callee.property.range[0]
  return act.range[0]
}

function changesOf(code: CodeFile, act: Act): ReadChanges {
  const fact = act.type === 'CallExpression' ? factOf(code, act, ['schema.change']) : undefined
  if (!fact || act.type !== 'CallExpression') return changesOfSql(code, act)
  if (fact.row.part) return []
  return changesOfFact(code, fact, act)
}

function changesOfFact(code: CodeFile, fact: Fact<'schema.change'>, call: TSESTree.CallExpression): ReadChanges {
  if (fact.row.change === 'other' || fact.row.change === 'empty-table') return []
  switch (fact.row.form) {
    case 'arguments':
      return changesOfCall(code, fact, call)
    case 'callback':
      return changesOfCallback(code, fact, call)
    case 'chain':
      return changesOfChain(code, fact, call)
  }
}

/** SQL that is run, or handed on to be run. */
function changesOfSql(code: CodeFile, act: Act): ReadChanges {
  const changes: Change[] = []
  for (const { argument } of sqlSinksOf(code, act)) {
    // `db.execute(sql`…`)`: the tag has its own turn.
    if (argument.type === 'TaggedTemplateExpression' && sqlSinksOf(code, argument).length > 0) continue
    const text = textOf(code.sourceCode, argument)
    if (!text) return hasDdl(code, argument) ? undefined : []
    if (!mayBeSql(text.value)) continue
    for (const statement of readStatements(text.value)) {
      if (statement.object?.kind === 'TABLE' && statement.changes.length === 0) return undefined
      if (statement.changes.some(({ table }) => table?.name.includes(hole))) return undefined
      changes.push(...statement.changes.map((change) => inFile(code, text, change)))
    }
  }
  return changes
}

/** Text that is read from a file, or made elsewhere, may hold anything. */
function hasDdl(code: CodeFile, argument: Node): boolean {
  return argument.type !== 'ObjectExpression' && wayOf(argument) === 'up' && contains(code.sourceCode.ast, argument)
}
