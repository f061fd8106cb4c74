import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { typesOf } from '../types/here.ts'
import { factOf } from './acts.ts'
import { nodesIn } from './nodes.ts'
import { nameOfKey, variableOf, type Node, type RuleContext } from './source.ts'

/** Calls the listener, with what is called, for each server whose context is given without a type. */
export function onUntypedServer(context: RuleContext, listener: (callee: Node) => void): TSESLint.RuleListener {
  const visit = (node: TSESTree.CallExpression | TSESTree.NewExpression) => {
    if (!factOf(context, node, ['context.serve'])) return
    const [type] = node.typeArguments?.params ?? []
    const isOpen = type ? isLoose(type) : givesContext(context) && !isInferred(context, node)
    if (isOpen) listener(node.callee)
  }
  return {
    'CallExpression:exit': visit,
    'NewExpression:exit': visit,
  }
}

/** `any`, `object`, `{}`, `Record<string, any>` */
function isLoose(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSTypeLiteral') return type.members.length === 0
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Record') {
    return type.typeArguments?.params[1]?.type === 'TSAnyKeyword'
  }
  return type.type === 'TSAnyKeyword' || type.type === 'TSObjectKeyword'
}

/** Whether the file puts something into the context: `{ context: async ({ req }) => ({ user }) }` as an argument. */
function givesContext({ sourceCode }: RuleContext): boolean {
  if (!/\bcontext\b/.test(sourceCode.text)) return false
  for (const node of nodesIn(sourceCode)) {
    if (node.type !== 'Property' || nameOfKey(node) !== 'context' || node.parent.type !== 'ObjectExpression') continue
    const call = node.parent.parent
    if (call?.type === 'CallExpression' || call?.type === 'NewExpression') return true
  }
  return false
}

/** Whether the type follows from resolvers that have one. */
function isInferred(context: RuleContext, node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const [type] = typesOf(context)?.of(node)?.typeArguments ?? []
  if (type) return type.kind !== 'any' && type.declaration?.name !== 'BaseContext' && type.propertyNames.length > 0
  const [options] = node.arguments
  const resolvers =
    options?.type === 'ObjectExpression'
      ? options.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'resolvers')
      : undefined
  const value = resolvers?.type === 'Property' && resolvers.value.type === 'Identifier' ? resolvers.value : undefined
  const declared = value && variableOf(context.sourceCode, value)?.defs[0]
  return declared?.type === 'Variable' && Boolean(declared.node.id.typeAnnotation)
}
