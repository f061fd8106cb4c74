import type { TSESTree } from '@typescript-eslint/utils'
import {
  nameOfKey,
  unwrapped,
  variableOf,
  isFunction,
  type FunctionNode,
  type Node,
  type Source,
} from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import type { FilePlace } from './model.ts'
import type { CodeFile } from './readers.ts'

/** Entries that the source writes, through constants of the same file and what they spread. */
export interface Written<T> {
  readonly entries: readonly T[]
  /** More come from elsewhere. */
  readonly open: boolean
}

export interface Entry {
  readonly name: string
  readonly value: Node
  /** The whole entry, as it is written. */
  readonly node: Node
}

export function placeOf({ filename }: { readonly filename: string }, node: Node): FilePlace {
  return { file: filename, start: node.range[0], end: node.range[1] }
}

/** The text of a literal, without its quotes, else the whole expression. */
export function placeOfText(code: CodeFile, node: Node): FilePlace {
  const place = placeOf(code, node)
  return node.type === 'Literal' && typeof node.value === 'string'
    ? { ...place, start: place.start + 1, end: place.end - 1 }
    : place
}

/** The expression, or what the constant of this file that it names is: `columns` of `const columns = {…}`. */
export function settled(source: Source, given: Node, depth = 0): Node {
  const node = unwrapped(given)
  if (node.type !== 'Identifier' || depth > 8) return node
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type === 'FunctionName') return definition.node
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return node
  const { id, init } = definition.node
  return id.type === 'Identifier' && init ? settled(source, init, depth + 1) : node
}

/** A text without holes: `'users'`, `TABLE`, `Tables.users`. */
export function textIn(source: Source, node: Node | null | undefined): string | undefined {
  if (!node) return undefined
  const text = textOf(source, node)
  if (text) return text.holes.length === 0 ? text.value : undefined
  return node.type === 'MemberExpression' ? memberOfEnum(source, node) : undefined
}

/** `Table.Users` of an enum of this file. */
function memberOfEnum(source: Source, node: TSESTree.MemberExpression): string | undefined {
  if (node.object.type !== 'Identifier') return undefined
  const declaration = variableOf(source, node.object)?.defs[0]?.node
  if (declaration?.type !== 'TSEnumDeclaration') return undefined
  const name = nameOfKey(node)
  const member = declaration.body.members.find(({ id }) => (id.type === 'Identifier' ? id.name : id.value) === name)
  return member?.initializer?.type === 'Literal' && typeof member.initializer.value === 'string'
    ? member.initializer.value
    : undefined
}

/** `true` or `false` as it is written. */
export function flagIn(source: Source, node: Node | null | undefined): boolean | undefined {
  const value = node && settled(source, node)
  return value?.type === 'Literal' && typeof value.value === 'boolean' ? value.value : undefined
}

/** The properties of an object, with those of the objects of this file that it spreads. */
export function entriesOf(source: Source, given: Node | null | undefined, depth = 0): Written<Entry> | undefined {
  const object = given && settled(source, given)
  if (object?.type !== 'ObjectExpression' || depth > 8) return undefined
  const entries: Entry[] = []
  let open = false
  for (const property of object.properties) {
    if (property.type === 'Property') {
      const name = nameOfKey(property)
      if (name === undefined) open = true
      else entries.push({ name, value: property.value, node: property })
      continue
    }
    const spread = entriesOf(source, property.argument, depth + 1)
    entries.push(...(spread?.entries ?? []))
    open ||= spread?.open ?? true
  }
  // What is written later takes the place of what was spread.
  const last = new Map(entries.map((entry) => [entry.name, entry] as const))
  return { entries: [...last.values()], open }
}

/** The value of a property, where the object is written. */
export function propertyIn(
  source: Source,
  object: Node | null | undefined,
  ...names: readonly string[]
): Node | undefined {
  return entriesOf(source, object)?.entries.find(({ name }) => names.includes(name))?.value
}

/** The items of an array, with those of the arrays of this file that it spreads. */
export function itemsOf(source: Source, given: Node | null | undefined): Written<Node> | undefined {
  const array = given && settled(source, given)
  if (array?.type !== 'ArrayExpression') return undefined
  const entries: Node[] = []
  let open = false
  for (const element of array.elements) {
    if (element?.type === 'SpreadElement') {
      const spread = itemsOf(source, element.argument)
      entries.push(...(spread?.entries ?? []))
      open ||= spread?.open ?? true
    } else if (element) entries.push(element)
  }
  return { entries, open }
}

/** Texts in a list, or the one that stands alone; `undefined` where one cannot be read. */
export function textsIn(source: Source, given: Node | null | undefined): readonly string[] | undefined {
  const alone = textIn(source, given)
  if (alone !== undefined) return [alone]
  const items = itemsOf(source, given)
  if (!items || items.open) return undefined
  const texts = items.entries.flatMap((item) => textIn(source, item) ?? [])
  return texts.length === items.entries.length ? texts : undefined
}

/** What a function returns, when it does nothing else at its end. */
export function returnedBy({ body }: FunctionNode): Node | undefined {
  if (body.type !== 'BlockStatement') return unwrapped(body)
  const last = body.body.at(-1)
  return last?.type === 'ReturnStatement' && last.argument ? unwrapped(last.argument) : undefined
}

/** What an expression is once a function without arguments is called: `() => User` is `User`. */
export function throughFunction(source: Source, given: Node): Node | undefined {
  const node = unwrapped(given)
  return isFunction(node) ? returnedBy(node) : settled(source, node)
}

/** A chain of calls, from its root: `uuid('id').primaryKey().notNull()`. */
export interface Chain {
  /** The first call, or what it is called on. */
  readonly root: Node
  readonly calls: readonly { readonly name: string; readonly node: TSESTree.CallExpression }[]
}

/** The root of a chain is the innermost call for which the test holds, else the innermost expression. */
export function chainOf(given: Node, isRoot: (node: TSESTree.CallExpression) => boolean): Chain {
  const calls: { name: string; node: TSESTree.CallExpression }[] = []
  let node = unwrapped(given)
  while (node.type === 'CallExpression' && !isRoot(node) && node.callee.type === 'MemberExpression') {
    calls.unshift({ name: nameOfKey(node.callee) ?? '', node })
    node = unwrapped(node.callee.object)
  }
  return { root: node, calls }
}

/** The name that an expression stands for elsewhere: what is imported under it, else the name itself. */
export function exportedName(source: Source, node: Node): string | undefined {
  const value = unwrapped(node)
  if (value.type === 'MemberExpression') return nameOfKey(value)
  if (value.type !== 'Identifier') return undefined
  const definition = variableOf(source, value)?.defs[0]
  if (definition?.type !== 'ImportBinding' || definition.node.type !== 'ImportSpecifier') return value.name
  const { imported } = definition.node
  return imported.type === 'Identifier' ? imported.name : imported.value
}
