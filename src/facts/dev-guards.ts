import type { TSESTree } from '@typescript-eslint/utils'
import { nameOfValue } from './calls.ts'
import { exits } from './dominance.ts'
import { functionName } from './functions.ts'
import { truthInProduction } from './production.ts'
import { descendants, isFunction, nameOfKey, unwrapped, type Node, type Source } from './source.ts'
import { hasWord } from './words.ts'

const guardWords = new Set(
  'env environment prod production stage staging dev develop development debug debugging test testing local verbose expose'.split(
    ' ',
  ),
)

/** Words in the name of a function that is called in development only: `sendErrorDev`. */
const developmentWords = new Set(['dev', 'development', 'debug'])

/**
 * Whether a condition around a node, or an exit before it, keeps it for the machines of developers: by the environment, or by
 * a switch that is called so.
 * @param names more names that such conditions have
 */
export function isDevOnly(source: Source, node: Node, names: readonly string[] = []): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    const guard = conditionOver(parent, child)
    if (guard && keepsBack(source, guard.test, guard.isMet, names)) return true
    if (parent.type === 'BlockStatement' && parent.body.some((one) => leavesBefore(source, one, child, names)))
      return true
    if (isFunction(parent) && hasWord(functionName(parent.body) ?? '', developmentWords)) return true
    if (parent.type === 'SwitchCase' && child !== parent.test && isCaseOfDevelopment(source, parent)) return true
  }
  return false
}

/** Whether a node runs on the servers of customers alone, by a condition around it: `if (isProduction) message = 'Failed'`. */
export function isProductionOnly(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunction(child); child = parent, { parent } = parent) {
    const guard = conditionOver(parent, child)
    if (!guard) continue
    const truth = truthInProduction(source, guard.test) ?? truthByName(guard.test)
    if (truth !== undefined && truth === guard.isMet) return true
  }
  return false
}

/** Whether a node runs in development alone, by the name of a condition: `if (env.isDevelopment)`, `if (!isProduction)`. */
export function isNamedForDevelopment(node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    const guard = conditionOver(parent, child)
    const truth = guard && truthByName(guard.test)
    if (guard && truth !== undefined && truth !== guard.isMet) return true
  }
  return false
}

function truthByName(given: Node): boolean | undefined {
  const test = unwrapped(given)
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const truth = truthByName(test.argument)
    return truth === undefined ? undefined : !truth
  }
  const name = nameOfValue(test) ?? ''
  if (/^(?:is_?)?prod(?:uction)?$/i.test(name)) return true
  return /^is_?dev(?:elopment)?$/i.test(name) ? false : undefined
}

/** The condition under which a child of a node runs, and whether it has to be met or not. */
export function conditionOver(parent: Node, child: Node): { readonly test: Node; readonly isMet: boolean } | undefined {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
    return child === parent.test ? undefined : { test: parent.test, isMet: child === parent.consequent }
  }
  if (parent.type !== 'LogicalExpression' || child === parent.left || parent.operator === '??') return undefined
  return { test: parent.left, isMet: parent.operator === '&&' }
}

function keepsBack(source: Source, test: Node, isMet: boolean, names: readonly string[]): boolean {
  const truth = truthInProduction(source, test)
  if (truth !== undefined) return truth !== isMet
  return speaksOfDevelopment(source, test, names)
}

function speaksOfDevelopment(source: Source, test: Node, names: readonly string[]): boolean {
  for (const node of descendants(source, test)) {
    const name =
      node.type === 'Identifier'
        ? node.name
        : node.type === 'MemberExpression'
          ? nameOfKey(node)
          : node.type === 'Literal' && typeof node.value === 'string'
            ? node.value
            : undefined
    if (name !== undefined && (hasWord(name, guardWords) || names.includes(name))) return true
  }
  return false
}

/** `if (isProduction) return res.status(500).end()` before the node. */
function leavesBefore(source: Source, statement: Node, child: Node, names: readonly string[]): boolean {
  if (statement.type !== 'IfStatement' || statement === child || statement.range[0] > child.range[0]) return false
  return exits(statement.consequent) && keepsBack(source, statement.test, false, names)
}

/** `case 'development':` of `switch (process.env.NODE_ENV)` */
function isCaseOfDevelopment(source: Source, { parent, test }: TSESTree.SwitchCase): boolean {
  if (parent.type !== 'SwitchStatement' || test?.type !== 'Literal' || test.value === 'production') return false
  return speaksOfDevelopment(source, parent.discriminant, [])
}
