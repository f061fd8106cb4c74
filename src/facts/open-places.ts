import type { TSESTree } from '@typescript-eslint/utils'
import type { Type, Types } from '../types/type.ts'
import { isOfPlatform } from './any-types.ts'
import { nameOfKey, type Node } from './source.ts'

/** Whether a checker is sure that the place of an expression takes `unknown`, with nothing else changed by it. */
export function isOpenPlace(types: Types, node: Node): boolean {
  return isOpen(declaredAt(types, node))
}

function isOpen(type: Type | undefined): boolean {
  return type?.kind === 'any' || type?.kind === 'unknown'
}

/** The type that is declared for the place of an expression, before any type parameter is filled in. */
function declaredAt(types: Types, node: Node): Type | undefined {
  const { parent } = node
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === node ? undefined : declaredOfArgument(types, parent, node)
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectExpression' ? ofProperty(types, parent) : undefined
    case 'ArrayExpression': {
      const list = declaredAt(types, parent)
      return isOpen(list) ? list : elementOf(list)
    }
    case 'ConditionalExpression':
      return parent.test === node ? undefined : declaredAt(types, parent)
    case 'LogicalExpression':
      return declaredAt(types, parent)
    default:
      return undefined
  }
}

function ofProperty(types: Types, property: TSESTree.Property): Type | undefined {
  const owner = declaredAt(types, property.parent)
  const name = nameOfKey(property)
  if (!owner || isOpen(owner)) return owner
  return (name === undefined ? undefined : owner.property(name)) ?? owner.indexed
}

/**
 * The parameter of a function that has one signature, or whose signatures all return nothing: which one is called does
 * not change with `unknown`, as it was called with `any` before.
 */
function declaredOfArgument(types: Types, call: TSESTree.CallExpression, argument: Node): Type | undefined {
  const callee = types.of(call.callee)
  if (!callee || (callee.returns.length !== 1 && !callee.returns.every(({ kind }) => kind === 'void'))) return undefined
  const index = call.arguments.findIndex((one) => one === argument)
  if (call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined
  const { parameters } = callee
  const declared = parameters[index] ?? elementOf(parameters.at(-1))
  // A rest parameter is told as the list that it is: only the place itself says what one element is expected to be.
  return index === parameters.length - 1 && isOpen(elementOf(declared)) && isOpen(types.expectedOf(argument))
    ? elementOf(declared)
    : declared
}

function elementOf(list: Type | undefined): Type | undefined {
  const { declaration } = list ?? {}
  return declaration && /^(?:Readonly)?Array$/.test(declaration.name) && isOfPlatform(declaration)
    ? list?.typeArguments[0]
    : undefined
}

/** Whether a function may say that a parameter is `unknown`, where it is handed to another one. */
export function takesAnyCallback(types: Types, callback: Node, index: number): boolean {
  const declared = declaredAt(types, callback)
  const parameter = declared?.parameters[index] ?? elementOf(declared?.parameters.at(-1))
  return parameter !== undefined && (closed.has(parameter.kind) || isOpen(elementOf(parameter)))
}

/** Kinds of types in which no type parameter hides that would be filled in by what the callback says. */
const closed = new Set<Type['kind']>(['any', 'unknown', 'string', 'number', 'bigint', 'boolean', 'null', 'undefined'])
