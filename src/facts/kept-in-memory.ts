import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { KeptAt } from '../roles.ts'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { calledName } from './calls.ts'
import { plays } from './catalog.ts'
import { constantOf, isLeftOutOfProduction, truthInProduction } from './production.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'

/** What is kept in the memory of one process. */
export interface Kept {
  /** The function that is called, or registered, without a store; or the store that is one in memory. */
  readonly node: Node
  readonly hasStore: boolean
  readonly keeps: KeptAt['keeps']
}

/** Calls the listener for all that is known of clients, and is kept in the memory of one process in production. */
export function onKeptInMemory(context: RuleContext, listener: (kept: Kept) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  return {
    CallExpression(call) {
      const row = rowOf(context, call)
      if (!row || isLeftOutOfProduction(sourceCode, call) || isInsteadOfStore(sourceCode, call)) return
      const node = inMemory(context, call, row)
      if (!node) return
      const [plugin = node] = calledName(call) === 'register' ? call.arguments : [call.callee]
      listener({ node: node === call ? plugin : node, keeps: row.keeps, hasStore: node !== call })
    },
  }
}

/** The row of a call that keeps something, as a call of its own or as a plugin that is registered. */
function rowOf(context: RuleContext, call: TSESTree.CallExpression): KeptAt | undefined {
  const [plugin] = call.arguments
  const isRegistered = calledName(call) === 'register' && plugin !== undefined && plugin.type !== 'SpreadElement'
  return (
    factOf(context, call, ['memory.keep'])?.row ?? (isRegistered ? rowOfPlugin(context, plugin) : byForm(context, call))
  )
}

function rowOfPlugin(context: RuleContext, plugin: Node): KeptAt | undefined {
  const origin = originsFor(context).of(plugin)
  if (origin?.kind !== 'export') return undefined
  const name = origin.name === '*' ? 'default' : origin.name
  return catalogFor(context)
    .rows('call', origin.package, undefined, name)
    .find((row) => plays(row, 'memory.keep'))
}

/** `session({ secret, resave: false })`, where nothing shows whose function it is. */
function byForm(context: RuleContext, call: TSESTree.CallExpression): KeptAt | undefined {
  const { callee } = call
  if (callee.type !== 'Identifier' || variableOf(context.sourceCode, callee)) return undefined
  return catalogFor(context)
    .rowsOf('memory.keep')
    .map(({ row }) => row)
    .find(({ called = [], knownBy = [], options }) => {
      const given = call.arguments[options]
      if (!called.includes(callee.name) || given?.type !== 'ObjectExpression') return false
      return given.properties.some((one) => one.type === 'Property' && knownBy.includes(nameOfKey(one) ?? ''))
    })
}

/** The call where its options name no store, or the store where that is one in memory. */
function inMemory(context: RuleContext, call: TSESTree.CallExpression, { options, under }: KeptAt): Node | undefined {
  const given = call.arguments[options]
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined
  if (!given) return call
  const object = objectIn(context.sourceCode, given, under)
  if (!object || object.properties.some(({ type }) => type === 'SpreadElement')) return undefined
  const property = object.properties.find((one) => one.type === 'Property' && nameOfKey(one) === under)
  if (!property) return call
  return property.type === 'Property' ? storeInMemory(context, property.value) : undefined
}

/** The object that options are, where nothing sets the store in it later. */
function objectIn(source: Source, given: Node, under: string): TSESTree.ObjectExpression | undefined {
  const node = unwrapped(given)
  if (node.type === 'ObjectExpression') return node
  if (node.type !== 'Identifier' || variableOf(source, node)?.defs[0]?.type !== 'Variable') return undefined
  const value = constantOf(source, node)
  const object = value && unwrapped(value)
  const isSetLater = variableOf(source, node)?.references.some(({ identifier }) => mayGetStore(identifier, node, under))
  return object?.type === 'ObjectExpression' && !isSetLater ? object : undefined
}

/** `options.store = …`, `Object.assign(options, …)`, `withStore(options)` */
function mayGetStore(use: Node, asked: Node, under: string): boolean {
  const { parent } = use
  if (use === asked) return false
  if (parent?.type === 'MemberExpression' && parent.object === use) {
    return parent.computed || nameOfKey(parent) === under
  }
  return parent?.type === 'CallExpression' && calledName(parent) === 'assign'
}

/** `new MemoryStore()`, also through a constant, and where production gets it. */
function storeInMemory(context: RuleContext, given: Node, depth = 0): Node | undefined {
  const node = unwrapped(given)
  if (depth > 4) return undefined
  switch (node.type) {
    case 'Literal':
      return node.value === null || node.value === false ? node : undefined
    case 'NewExpression':
      return isMemoryStore(context, node) ? node : undefined
    case 'ConditionalExpression': {
      const truth = truthInProduction(context.sourceCode, node.test)
      return truth === undefined
        ? undefined
        : storeInMemory(context, truth ? node.consequent : node.alternate, depth + 1)
    }
    case 'Identifier': {
      if (node.name === 'undefined') return node
      const value = constantOf(context.sourceCode, node)
      return value && storeInMemory(context, value, depth + 1)
    }
    default:
      return undefined
  }
}

function isMemoryStore(context: RuleContext, node: TSESTree.NewExpression): boolean {
  return factOf(context, node, ['memory.store']) !== undefined || /^Memory_?(?:Session)?Store$/i.test(calledName(node))
}

/** What is used where there is no other store: `if (url) session({ store }) else session({ … })`. */
function isInsteadOfStore(source: Source, call: Node): boolean {
  for (let inner = call, outer = call.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'ConditionalExpression' || outer.type === 'IfStatement') {
      const other = inner === outer.consequent ? outer.alternate : inner === outer.alternate ? outer.consequent : null
      const isKnown = truthInProduction(source, outer.test) !== undefined
      if (other && !isKnown && /store|redis/i.test(source.getText(other))) return true
    }
  }
  return false
}
