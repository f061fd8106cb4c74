import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { truthInProduction } from './production.ts'
import {
  ancestor,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
} from './source.ts'
import { textOf } from './strings.ts'

/** A text that a value is, or may be, with the expression that it is written in. */
export interface KnownText {
  readonly node: Node
  readonly value: string
}

/** Further than constants are handed on. */
const deepest = 8

/** The texts that the source says a value may be in production: of a literal, a constant, either side of a choice. */
export function knownTexts(source: Source, given: Node, depth = 0): KnownText[] {
  const node = unwrapped(given)
  const inside = (inner: Node | null | undefined) =>
    inner && depth < deepest ? knownTexts(source, inner, depth + 1) : []
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ node, value: node.value }] : []
    case 'TemplateLiteral':
    case 'BinaryExpression': {
      const text = textOf(source, node)
      return text && text.holes.length === 0 ? [{ node, value: text.value }] : []
    }
    case 'LogicalExpression':
      return node.operator === '&&' ? inside(node.right) : [...inside(node.left), ...inside(node.right)]
    case 'ConditionalExpression': {
      const truth = truthInProduction(source, node.test)
      return [...(truth === false ? [] : inside(node.consequent)), ...(truth === true ? [] : inside(node.alternate))]
    }
    case 'ArrayExpression':
      return node.elements.flatMap(inside)
    case 'CallExpression':
    case 'NewExpression':
      return inside(handedOn(node))
    case 'Identifier':
    case 'MemberExpression':
      return valuesOf(source, node).flatMap(inside)
    default:
      return []
  }
}

/** What a call makes a key of, as it is: `Buffer.from(secret, 'hex')`, `new TextEncoder().encode(secret)`. */
function handedOn(node: TSESTree.CallExpression | TSESTree.NewExpression): Node | undefined {
  const name = calledName(node)
  const [first] = node.arguments
  if (node.type === 'NewExpression') return /^(?:Buffer|Uint8Array|String)$/.test(name) ? first : undefined
  const { callee } = node
  if (callee.type !== 'MemberExpression')
    return /^(?:String|createSecretKey|createPrivateKey|importPKCS8|toBuffer|atob|encode)$/.test(name)
      ? first
      : undefined
  const object = unwrapped(callee.object)
  if (/^(?:toString|trim|normalize|export)$/.test(name)) return object
  if (name === 'from' && object.type === 'Identifier')
    return /^(?:Buffer|Uint8Array)$/.test(object.name) ? first : undefined
  return /^(?:encode|asKey|createSecretKey|createPrivateKey|importPKCS8|decode|parse)$/.test(name) &&
    !(object.type === 'Identifier' && /^(?:JSON|jwt|jsonwebtoken|qs|URL)$/.test(object.name))
    ? first
    : undefined
}

/** What a name or a member stands for, where the source shows it: every value that it is ever given, if that is one. */
export function valuesOf(source: Source, given: Node): Node[] {
  const node = unwrapped(given)
  if (node.type === 'Identifier') {
    const variable = variableOf(source, node)
    const definition = variable?.defs[0]
    if (!variable || definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return []
    const writes = variable.references.filter((reference) => reference.isWrite())
    const value = writes.length === 1 ? writes[0]?.writeExpr : undefined
    return value && !isGrown(writes[0]?.identifier) ? [value] : []
  }
  if (node.type !== 'MemberExpression') return []
  const name = nameOfKey(node)
  if (name === undefined) return []
  return node.object.type === 'ThisExpression' ? ofField(source, node, name) : propertiesAt(source, node.object, [name])
}

/** `secret += part` */
function isGrown(name: Node | undefined): boolean {
  return name?.parent?.type === 'AssignmentExpression' && name.parent.operator !== '='
}

/** `this.secret`, by its declaration or by what the class sets it to. */
function ofField(source: Source, node: TSESTree.MemberExpression, name: string): Node[] {
  const owner =
    ancestor(node, isClass) ?? ancestor(node, (one) => isFunction(one) && one.type !== 'ArrowFunctionExpression')
  if (!owner) return []
  const values: Node[] = []
  for (const one of descendants(source, owner)) {
    if (one.type === 'PropertyDefinition' && nameOfKey(one) === name && one.value) values.push(one.value)
    if (one.type === 'AssignmentExpression' && isFieldOfThis(one.left, name)) values.push(one.right)
  }
  return values.length === 1 ? values : []
}

function isFieldOfThis(node: Node, name: string): boolean {
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && nameOfKey(node) === name
}

/** What stands at a path of an object, whichever way it is put there: a property, a spread, an assignment further down. */
export function propertiesAt(source: Source, given: Node, path: readonly string[], depth = 0): Node[] {
  const [name, ...rest] = path
  const node = unwrapped(given)
  if (name === undefined) return [node]
  if (depth > deepest) return []
  const below = (inner: Node | null | undefined, at = path) => (inner ? propertiesAt(source, inner, at, depth + 1) : [])
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) => {
        if (one.type !== 'Property') return below(one.argument)
        return nameOfKey(one) === name ? below(one.value, rest) : []
      })
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return returnedBy(source, node).flatMap((one) => below(one))
    case 'CallExpression':
      return /^(?:assign|freeze|merge)$/.test(calledName(node)) ? node.arguments.flatMap((one) => below(one)) : []
    case 'LogicalExpression':
      return [...below(node.left), ...below(node.right)]
    case 'ConditionalExpression':
      return [...below(node.consequent), ...below(node.alternate)]
    case 'Identifier':
      return [
        ...valuesOf(source, node).flatMap((one) => below(one)),
        ...assignedTo(source, node, name).flatMap((one) => below(one, rest)),
      ]
    case 'MemberExpression':
      return valuesOf(source, node).flatMap((one) => below(one))
    default:
      return []
  }
}

/** `options.secret = 'x'` */
function assignedTo(source: Source, object: TSESTree.Identifier, name: string): Node[] {
  return (variableOf(source, object)?.references ?? []).flatMap(({ identifier: { parent } }) =>
    parent?.type === 'MemberExpression' &&
    nameOfKey(parent) === name &&
    parent.parent.type === 'AssignmentExpression' &&
    parent.parent.left === parent
      ? [parent.parent.right]
      : [],
  )
}

function returnedBy(source: Source, owner: TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression): Node[] {
  if (owner.body.type !== 'BlockStatement') return [owner.body]
  const values: Node[] = []
  for (const one of descendants(source, owner.body, (inner) => !isFunction(inner)))
    if (one.type === 'ReturnStatement' && one.argument) values.push(one.argument)
  return values
}

/** Whether an object surely has none of the properties. */
export function lacks(source: Source, given: Node, names: readonly string[], depth = 0): boolean {
  const node = unwrapped(given)
  if (depth > 6) return false
  if (node.type === 'Identifier') {
    const values = valuesOf(source, node)
    return (
      values.length === 1 &&
      values.every((value) => lacks(source, value, names, depth + 1)) &&
      names.every((name) => propertiesAt(source, node, [name]).length === 0)
    )
  }
  if (node.type !== 'ObjectExpression') return false
  return node.properties.every((one) =>
    one.type === 'Property'
      ? !one.computed && !names.includes(nameOfKey(one) ?? '')
      : lacks(source, one.argument, names, depth + 1),
  )
}
