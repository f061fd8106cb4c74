import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import type { OpenPolicy } from './cors.ts'
import { allowsAnyOrigin } from './cors-origins.ts'
import { truthInProduction } from './production.ts'
import { isRequestOrigin } from './request-origin.ts'
import {
  ancestor,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { textOf } from './strings.ts'

/** A header of an answer, by any of the ways in which one is set. */
interface Header {
  readonly node: Node
  readonly value: Node
}

const allowOrigin = 'access-control-allow-origin'
const allowCredentials = 'access-control-allow-credentials'

/** Calls the listener for each header that lets every site read an answer. */
export function onAllowedOrigin(
  { sourceCode }: RuleContext,
  listener: (policy: OpenPolicy | undefined, at: Node) => void,
): TSESLint.RuleListener {
  const visit = (node: Node) => {
    const header = headerIn(sourceCode, node, allowOrigin)
    if (header && allowsAnyOrigin(sourceCode, header.value)) listener(policyOf(sourceCode, header), header.node)
  }
  return { CallExpression: visit, Property: visit, AssignmentExpression: visit, ObjectExpression: visit }
}

function policyOf(source: Source, { node, value }: Header): OpenPolicy {
  if (isReflected(source, value)) return { node, kind: 'reflected' }
  const owner = answerAround(node)
  const inner = [...descendants(source, owner)]
  const sendsCredentials = inner.some((one) => {
    const header = headerIn(source, one, allowCredentials)
    return header !== undefined && truthInProduction(source, header.value) === true
  })
  return { node, kind: sendsCredentials ? 'credentials' : 'open' }
}

function isReflected(source: Source, given: Node): boolean {
  const value = unwrapped(given)
  if (value.type === 'ConditionalExpression')
    return isReflected(source, value.consequent) || isReflected(source, value.alternate)
  return isRequestOrigin(source, value)
}

/** What sets the headers of one answer: a list of them, a function, an object. */
function answerAround(node: Node): Node {
  const list = node.type === 'Property' && nameOfKey(node) === 'value' ? node.parent.parent : undefined
  if (list?.type === 'ArrayExpression') return list
  return ancestor(node, isFunction) ?? ancestor(node, ({ parent }) => parent?.type === 'Program') ?? node
}

function headerIn(source: Source, node: Node, name: string): Header | undefined {
  switch (node.type) {
    case 'CallExpression':
      return headerOfCall(source, node, name)
    case 'Property':
      return headerOfProperty(source, node, name)
    case 'ObjectExpression':
      return headerOfPair(source, node, name)
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && node.left.computed && isNamed(source, node.left.property, name)
        ? { node, value: node.right }
        : undefined
    default:
      return undefined
  }
}

const setters =
  /^(?:set|append|put|add)?headers?$|^(?:set|append|add|put)(?:response)?headers?$|^(?:set|append|add|type)$/i

/** `res.setHeader('Access-Control-Allow-Origin', '*')`, `@Header('Access-Control-Allow-Origin', '*')` */
function headerOfCall(source: Source, node: TSESTree.CallExpression, name: string): Header | undefined {
  if (node.arguments.length < 2 || !setters.test(calledName(node))) return undefined
  const at = node.arguments.findIndex((one) => isNamed(source, one, name))
  const value = at < 0 ? undefined : node.arguments[at + 1]
  return value && { node, value }
}

/** `{ 'Access-Control-Allow-Origin': '*' }` */
function headerOfProperty(source: Source, node: TSESTree.Property, name: string): Header | undefined {
  if (node.parent.type !== 'ObjectExpression' || isOfRequest(node.parent)) return undefined
  const isHeader = node.computed ? isNamed(source, node.key, name) : nameOfKey(node)?.toLowerCase() === name
  return isHeader ? { node, value: node.value } : undefined
}

/** `{ key: 'Access-Control-Allow-Origin', value: '*' }` */
function headerOfPair(source: Source, { properties }: TSESTree.ObjectExpression, name: string): Header | undefined {
  const find = (names: RegExp) => properties.find((one) => one.type === 'Property' && names.test(nameOfKey(one) ?? ''))
  const key = find(/^(?:key|name|header)$/)
  const value = find(/^value$/)
  if (key?.type !== 'Property' || value?.type !== 'Property' || !isNamed(source, key.value, name)) return undefined
  return { node: value, value: value.value }
}

function isNamed(source: Source, node: Node, name: string): boolean {
  if (
    node.type !== 'Literal' &&
    node.type !== 'Identifier' &&
    node.type !== 'TemplateLiteral' &&
    node.type !== 'MemberExpression'
  )
    return false
  return textOf(source, node)?.value.toLowerCase() === name
}

const requests = /^(?:fetch|\$fetch|ofetch|axios|got|ky|request|get|post|put|patch|delete|create)$/

/** The headers of a request that is sent: `fetch(url, { headers: { … } })`. */
function isOfRequest(headers: Node): boolean {
  const { parent } = headers
  const options = parent?.type === 'Property' && nameOfKey(parent) === 'headers' ? parent.parent : undefined
  const call = options?.parent
  return call?.type === 'CallExpression' && requests.test(calledName(call))
}
