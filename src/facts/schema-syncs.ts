import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import type { SyncAt } from '../roles.ts'
import { catalogFor, onRole, originsFor, typedFactOf } from './acts.ts'
import { calledName, lastNameOf } from './calls.ts'
import { joined } from './listeners.ts'
import { constantOf, isPlacedAway, mayStayOut, truthInProduction } from './production.ts'
import { nameOfKey, unwrapped, type Node, type Source, type RuleContext } from './source.ts'
import { wordsOf } from './words.ts'

/** A place where a running program makes the tables of its database fit its code. */
export interface SchemaSync {
  readonly node: TSESTree.CallExpression | TSESTree.Property
  readonly extent: SyncAt['extent']
  /** The `true` that switches it on. */
  readonly value?: TSESTree.Literal
  /** Whether the program does the same without it, but for its schema. */
  readonly fixable: boolean
}

/** Calls the listener for each act on the schema that runs in production, too. */
export function onSchemaSync(context: RuleContext, listener: (sync: SchemaSync) => void): TSESLint.RuleListener {
  const { sourceCode, filename, cwd } = context
  // A database in memory has no schema to lose.
  const isHarmless = () => sourceCode.text.includes(':memory:') || isPlacedAway(path.relative(cwd, filename))
  const tell = (node: SchemaSync['node'], row: SyncAt) => {
    const sync = node.type === 'Property' ? whenSet(sourceCode, node, row) : whenCalled(sourceCode, node, row)
    if (sync && !mayStayOut(sourceCode, node) && !isHarmless()) listener(sync)
  }
  return joined(
    onRole(context, ['schema.sync'], ({ node, row }) => {
      if (node.type === 'CallExpression' || node.type === 'Property') tell(node, row)
    }),
    {
      CallExpression(node) {
        if (!catalogFor(context).namesOf('schema.sync').has(calledName(node))) return
        const row = typedFactOf(context, node, ['schema.sync']) ? undefined : rowByName(context, node)
        if (row) tell(node, row)
      },
    },
  )
}

/** `synchronize: true` */
function whenSet(source: Source, node: TSESTree.Property, row: SyncAt): SchemaSync | undefined {
  const value = unwrapped(node.value)
  if (isSetAnew(node) || node.shorthand) return undefined
  const truth = truthInProduction(source, value)
  if (row.options) {
    return value.type === 'ObjectExpression'
      ? { node, extent: setsOne(source, value, row.options) ? 'alters' : row.extent, fixable: false }
      : truth
        ? { node, extent: row.extent, fixable: false }
        : undefined
  }
  if (truth !== true) return undefined
  const literal = node.value.type === 'Literal' ? node.value : undefined
  return { node, extent: row.extent, fixable: row.fixable ?? false, ...(literal && { value: literal }) }
}

/** Whether what is spread behind a property may set it to something else. */
function isSetAnew(node: TSESTree.Property): boolean {
  const name = nameOfKey(node)
  if (node.parent.type !== 'ObjectExpression') return true
  const { properties } = node.parent
  return properties.slice(properties.indexOf(node) + 1).some((later) => {
    if (later.type === 'Property') return nameOfKey(later) === name
    if (later.argument.type !== 'ObjectExpression') return true
    return later.argument.properties.some((inner) => inner.type !== 'Property' || nameOfKey(inner) === name)
  })
}

/** `sequelize.sync({ alter: true })` */
function whenCalled(source: Source, node: TSESTree.CallExpression, row: SyncAt): SchemaSync {
  const given = node.arguments.map((argument) => optionsOf(source, argument))
  const alters = given.some((options) => options && setsOne(source, options, row.options ?? []))
  return { node, extent: alters ? 'alters' : row.extent, fixable: false }
}

/** The object literal that is given, or that the constant that is given stands for. */
function optionsOf(source: Source, given: Node): TSESTree.ObjectExpression | undefined {
  const node = unwrapped(given)
  if (node.type === 'ObjectExpression') return node
  if (node.type !== 'Identifier') return undefined
  const value = constantOf(source, node)
  return value && optionsOf(source, value)
}

function setsOne(source: Source, { properties }: TSESTree.ObjectExpression, options: readonly string[]): boolean {
  return properties.some(
    (property) =>
      property.type === 'Property' &&
      options.includes(nameOfKey(property) ?? '') &&
      truthInProduction(source, property.value) === true,
  )
}

/** The row of a call on a receiver whose origin is unknown: `sequelize.sync()` where `sequelize` is the project's own. */
function rowByName(context: RuleContext, node: TSESTree.CallExpression): SyncAt | undefined {
  const { callee } = node
  if (callee.type !== 'MemberExpression') return undefined
  const name = lastNameOf(callee.object)
  const words = wordsOf(name ?? '')
  const around = packageAround(context.filename)
  const guessed = catalogFor(context)
    .rowsOf('schema.sync')
    .find(({ package: owner, row }) => {
      if (!('call' in row) || ![row.call].flat().includes(calledName(node))) return false
      if (row.receivers?.some((word) => words.includes(word))) return true
      return row.options !== undefined && (around?.dependencies.has(owner) ?? false) && alters(context, node, row)
    })?.row
  return guessed && originsFor(context).ownerOf(callee) === undefined ? guessed : undefined
}

function alters({ sourceCode }: RuleContext, node: TSESTree.CallExpression, row: SyncAt): boolean {
  return whenCalled(sourceCode, node, row).extent === 'alters'
}
