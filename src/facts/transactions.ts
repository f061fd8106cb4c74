import type { TSESTree } from '@typescript-eslint/utils'
import { importersOf } from '../project/importers.ts'
import type { BeginAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { names } from './catalog.ts'
import { functionName } from './functions.ts'
import { staysOpen } from './paths.ts'
import { isKnown, mentions } from './receivers.ts'
import { runnerOf } from './runners.ts'
import { descendants, nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'
import { isText, textOf } from './strings.ts'
import { hasWord, wordsOf } from './words.ts'

/**
 * - `open`: a transaction is ended nowhere, or only where all goes well
 * - `shared`: it is begun on a pool, whose next query may run on another connection
 * - `foreign`: it is committed by a function that was given it, and did not begin it
 */
export type TransactionFault = 'open' | 'shared' | 'foreign'

const beginning = /^\s*(?:BEGIN|START\s+TRANSACTION)\b/i
const ending = /^\s*(?:COMMIT|ROLLBACK(?!\s+(?:TRANSACTION\s+|WORK\s+)?TO\b)|END|ABORT)\b/i
const sqlMethods = /^(?:query|execute|exec|run|raw)$/
const connectionNames = /^(?:client|connection|conn|dbClient|pgClient)$/

/** What is wrong with a transaction where it is begun, or committed. */
export function transactionFault(context: RuleContext, node: TSESTree.CallExpression): TransactionFault | undefined {
  const { callee } = node
  if (callee.type !== 'MemberExpression') return undefined
  if (isForeignCommit(context, node, callee.object)) return 'foreign'
  const row = typedFactOf(context, node, ['resource.begin'])?.row
  if (!row && !beginsBySql(context, node)) return undefined
  if (!row && isPool(context, callee.object)) return 'shared'
  if (!staysBegun(context.sourceCode, node, callee.object, row)) return undefined
  return isRolledBackByCallers(context, node, callee.object) ? undefined : 'open'
}

/** Whether the function was given the connection by another file, one of which rolls back what failed. */
function isRolledBackByCallers({ filename, sourceCode }: RuleContext, node: Node, object: Node): boolean {
  const definition = object.type === 'Identifier' ? variableOf(sourceCode, object)?.defs[0] : undefined
  if (definition?.type !== 'Parameter' || definition.node !== runnerOf(node)) return false
  return [...importersOf(filename).values()].some((text) => /\brollback/i.test(text))
}

/** Whether some path leaves a transaction open that the same function ends elsewhere. */
function staysBegun(source: Source, node: Node, object: Node, row: BeginAt | undefined): boolean {
  const owner = runnerOf(node)
  const statement = statementOf(node)
  if (!owner || !statement || isConnectedHere(source, object)) return false
  const receiver = source.getText(object)
  const closes = (one: Node) => isEnd(source, one, receiver, row)
  if (![...descendants(source, owner)].some(closes)) return false
  return staysOpen({ source, statement, closes, asksFor: (test) => mentions(source, test, receiver) })
}

const committing = /^commit(?:Transaction)?$/
const transactionNames = /^(?:t|tx|trx|transaction|queryRunner|runner|client|connection|conn|session)$/
/** Words of functions that are there to end a transaction. */
const endWords = new Set(
  'commit complete finish end close done finalize settle transaction release save flush'.split(' '),
)

/** `async function pay(order, trx) { await trx('orders').insert(order); await trx.commit() }` */
function isForeignCommit(context: RuleContext, node: TSESTree.CallExpression, object: Node): boolean {
  const { sourceCode } = context
  const owner = runnerOf(node)
  if (object.type !== 'Identifier' || !transactionNames.test(object.name) || !owner) return false
  const isCommit = committing.test(calledName(node)) || /^\s*COMMIT\b/i.test(sqlOf(sourceCode, node) ?? '')
  const definition = variableOf(sourceCode, object)?.defs[0]
  if (!isCommit || definition?.type !== 'Parameter' || definition.node !== owner) return false
  // `(stream) => stream.commit()` does nothing else with it: it is there to end whatever it is given.
  if ((variableOf(sourceCode, object)?.references.length ?? 0) < 2) return false
  // What a call is given may be there to end it, as callbacks of old versions of Knex.
  if (owner.parent.type === 'CallExpression' || hasWord(functionName(node) ?? '', endWords)) return false
  return !endsOtherwise(sourceCode, owner, object.name)
}

/** Whether a function also begins the transaction, or rolls it back: then it is there for all of it. */
function endsOtherwise(source: Source, owner: Node, name: string): boolean {
  return [...descendants(source, owner)].some(
    (node) =>
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      source.getText(node.callee.object) === name &&
      (/^(?:begin|start|rollback|abort)/.test(calledName(node)) ||
        /^\s*(?:BEGIN|START|ROLLBACK)\b/i.test(sqlOf(source, node) ?? '')),
  )
}

function statementOf(node: Node): Node | undefined {
  let statement: Node | undefined = node
  while (statement && !/Statement$|^VariableDeclaration$/.test(statement.type)) statement = statement.parent
  return statement
}

function beginsBySql(context: RuleContext, node: TSESTree.CallExpression): boolean {
  if (!sqlMethods.test(calledName(node)) || !beginning.test(sqlOf(context.sourceCode, node) ?? '')) return false
  const callee = unwrapped(node.callee)
  if (typedFactOf(context, node, ['db.query', 'db.fragment'])) return true
  return (
    callee.type === 'MemberExpression' &&
    !isKnown(context, callee.object) &&
    (connectionNames.test(nameOfValue(callee.object) ?? '') || isNamedPool(callee.object))
  )
}

/** The SQL that a call is given as its first argument, or as a property of it. */
function sqlOf(source: Source, { arguments: [first] }: TSESTree.CallExpression): string | undefined {
  if (first?.type !== 'ObjectExpression') return first && isText(first) ? textOf(source, first)?.value : undefined
  const property = first.properties.find(
    (one) => one.type === 'Property' && /^(?:text|sql)$/.test(nameOfKey(one) ?? ''),
  )
  return property?.type === 'Property' ? textOf(source, property.value)?.value : undefined
}

function isNamedPool(node: Node): boolean {
  return wordsOf(nameOfValue(node) ?? '').at(-1) === 'pool'
}

/** Something that connections are taken of, or that takes one for each query. */
function isPool(context: RuleContext, object: Node): boolean {
  const origins = originsFor(context)
  const origin = origins.of(object) ?? origins.byType(object)
  if (!origin || origin.package === 'globalThis') return isNamedPool(object)
  return (
    origin.kind === 'value' &&
    catalogFor(context)
      .rowsOf('resource.acquire')
      .some((one) => one.package === origin.package && names(one.row.on).includes(origin.type))
  )
}

/** `const client = new Client()` in the same function: its transaction ends with its connection. */
function isConnectedHere(source: Source, object: Node): boolean {
  const definition = object.type === 'Identifier' ? variableOf(source, object)?.defs[0] : undefined
  return (
    definition?.type === 'Variable' && definition.node.init?.type === 'NewExpression' && !!runnerOf(definition.node)
  )
}

function isEnd(source: Source, node: Node, receiver: string, row: BeginAt | undefined): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  if (source.getText(node.callee.object) !== receiver) return false
  const name = nameOfKey(node.callee) ?? ''
  if (row) return row.ends.includes(name)
  if (name === 'release' || name === 'destroy') return name === 'destroy' || node.arguments.length > 0
  return ending.test(sqlOf(source, node) ?? '')
}
