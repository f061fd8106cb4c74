import { typesOf } from '../types/here.ts'
import type { Type } from '../types/type.ts'
import { catalogFor } from './acts.ts'
import { calledName } from './calls.ts'
import { unwrapped, type Node, type RuleContext } from './source.ts'

/** The entity of a repository by its type: `User` of a class that extends `Repository<User>`. */
export function entityByType(context: RuleContext, node: Node): string | undefined {
  const type = typesOf(context)?.of(node)
  return type && entityIn(context, type, 0)
}

function entityIn(context: RuleContext, type: Type, depth: number): string | undefined {
  if (depth > deepest) return undefined
  const catalog = catalogFor(context)
  const isOfLibrary = type.declaration?.places.some(
    (place) => place.in === 'package' && catalog.library(catalog.declares(place.package)) !== undefined,
  )
  const name = isOfLibrary ? type.typeArguments[0]?.declaration?.name : undefined
  return name ?? type.bases.map((base) => entityIn(context, base, depth + 1)).find((one) => one !== undefined)
}

/** Deeper than types of values that become text are nested. */
const deepest = 6

/** Whether a type checker knows that a value is no promise: its `catch` is a method of something else. */
export function isNoPromise(context: RuleContext, node: Node): boolean {
  return lacksMember(context, node, 'then')
}

/** Whether a type checker knows that a value has no member of a name. */
export function lacksMember(context: RuleContext, node: Node, name: string): boolean {
  const type = typesOf(context)?.of(node)
  return type !== undefined && cannot(type, (part) => part.property(name) !== undefined)
}

/** Whether no part of a type passes the test, and none is open. */
function cannot(type: Type, test: (part: Type) => boolean, depth = 0): boolean {
  switch (type.kind) {
    case 'any':
    case 'unknown':
    case 'never':
      return false
    case 'parameter':
    case 'open':
      return type.constraint !== undefined && depth < deepest && cannot(type.constraint, test, depth + 1)
    case 'union':
      return type.parts.every((part) => cannot(part, test, depth + 1))
    default:
      return !test(type)
  }
}

/**
 * Whether the type of a value leaves it no text of its own: a number, a flag, an enum, one of a few texts that the code
 * writes out, a date, a list of those, or a query that a library builds.
 */
export function isFixedByType(context: RuleContext, node: Node): boolean {
  const type = typesOf(context)?.of(valueOf(node))
  return type !== undefined && isFixed(context, type, 0)
}

/** What a text is made of that a method writes out: `ids` of `ids.join(',')`. */
function valueOf(given: Node): Node {
  const node = unwrapped(given)
  const isWritten = node.type === 'CallExpression' && /^(?:join|toString)$/.test(calledName(node))
  return isWritten && node.callee.type === 'MemberExpression' ? valueOf(node.callee.object) : node
}

function isFixed(context: RuleContext, type: Type, depth: number): boolean {
  if (depth > deepest) return false
  switch (type.kind) {
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
      return true
    case 'string':
      return type.isEnum || type.literal !== undefined
    case 'union':
      return type.parts.every((part) => isFixed(context, part, depth + 1))
    case 'parameter':
      return type.constraint !== undefined && isFixed(context, type.constraint, depth + 1)
    case 'object':
      return isFixedObject(context, type, depth)
    default:
      return false
  }
}

const lists = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet'])

function isFixedObject(context: RuleContext, type: Type, depth: number): boolean {
  const { declaration } = type
  if (!declaration) return false
  const catalog = catalogFor(context)
  const isOfLibrary = declaration.places.some((place) => place.in === 'library')
  if (isOfLibrary && declaration.name === 'Date') return true
  if (isOfLibrary && lists.has(declaration.name))
    return type.typeArguments.length > 0 && type.typeArguments.every((one) => isFixed(context, one, depth + 1))
  return declaration.places.some(
    (place) => place.in === 'package' && catalog.isBuilder(catalog.declares(place.package)),
  )
}
