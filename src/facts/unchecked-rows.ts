import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from './acts.ts'
import { waitedFor } from './external.ts'
import { variableOf, type Node, type RuleContext } from './source.ts'

const deepest = 8

/** Whether a value is made of the rows of a statement that is written by hand. */
export function isOfRawRows(context: RuleContext, given: Node, depth = 0): boolean {
  if (depth > deepest) return false
  const node = waitedFor(given)
  switch (node.type) {
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return !node.typeArguments && factOf(context, node, ['db.query']) !== undefined
    case 'MemberExpression':
      return isOfRawRows(context, node.object, depth + 1)
    case 'Identifier': {
      const definition = variableOf(context.sourceCode, node)?.defs[0]
      if (definition?.type !== 'Variable' || definition.node.id.typeAnnotation) return false
      return definition.node.init ? isOfRawRows(context, definition.node.init, depth + 1) : false
    }
    default:
      return false
  }
}

/** Whether what a call returns, or a part of it, is handed to a call that writes to a database. */
export function isStored(context: RuleContext, call: TSESTree.CallExpression): boolean {
  let value: Node = call
  while (value.parent && (waitedFor(value.parent) === call || isPart(value.parent, value))) value = value.parent
  if (value.parent?.type !== 'VariableDeclarator') return goesToWrite(context, value)
  const variables = context.sourceCode.getDeclaredVariables?.(value.parent) ?? []
  return variables.some(({ references }) =>
    references.some(({ identifier, init }) => init !== true && goesToWrite(context, identifier)),
  )
}

function isPart(outer: Node, inner: Node): boolean {
  return outer.type === 'MemberExpression' && outer.object === inner
}

const passing = new Set([
  'Property',
  'ObjectExpression',
  'ArrayExpression',
  'SpreadElement',
  'AwaitExpression',
  'TSNonNullExpression',
])

function goesToWrite(context: RuleContext, use: Node): boolean {
  let node = use
  while (node.parent && (passing.has(node.parent.type) || isPart(node.parent, node))) node = node.parent
  const { parent } = node
  return (
    parent?.type === 'CallExpression' &&
    parent.callee !== node &&
    factOf(context, parent, ['db.write', 'db.query']) !== undefined
  )
}
