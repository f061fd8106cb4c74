import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source, type Variable } from './source.ts'

/** A value that stands in another one as it is: in `{ data: users }`, `users`. */
export interface Content {
  /** A name, a member, or a call. */
  readonly node: Node
  /** Properties that what is around it has in their place: `password` of `{ ...user, password: undefined }`. */
  readonly replaced: readonly string[]
}

/** Further than values are put into one another. */
const deepest = 12

/** The values that a value holds: those of its properties and items, of either side of a choice. */
export function contentsOf(given: Node, depth = 0): Content[] {
  const node = unwrapped(given)
  const inside = (inner: Node | null | undefined): Content[] =>
    inner && depth < deepest ? contentsOf(inner, depth + 1) : []
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) => ofProperty(node, one, depth))
    case 'ArrayExpression':
      return node.elements.flatMap((one) => inside(one?.type === 'SpreadElement' ? one.argument : one))
    case 'ConditionalExpression':
      return [...inside(node.consequent), ...inside(node.alternate)]
    case 'LogicalExpression':
      return node.operator === '&&' ? inside(node.right) : [...inside(node.left), ...inside(node.right)]
    case 'CallExpression':
      return isTransparent(node) ? inside(node.arguments[0]) : [{ node, replaced: [] }]
    case 'Identifier':
    case 'MemberExpression':
      return [{ node, replaced: [] }]
    default:
      return []
  }
}

function ofProperty(
  owner: TSESTree.ObjectExpression,
  one: TSESTree.ObjectExpression['properties'][number],
  depth: number,
): Content[] {
  if (one.type === 'Property') return isFunction(one.value) || depth > deepest ? [] : contentsOf(one.value, depth + 1)
  const behind = owner.properties.slice(owner.properties.indexOf(one) + 1)
  const names = behind.flatMap((property) => (property.type === 'Property' ? (nameOfKey(property) ?? []) : []))
  return contentsOf(one.argument, depth + 1).map(({ node, replaced }) => ({ node, replaced: [...replaced, ...names] }))
}

/** `JSON.stringify(users)`, and what makes it a value again. */
function isTransparent({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON' &&
    /^(?:stringify|parse)$/.test(nameOfKey(callee) ?? '') &&
    // A replacer may leave anything out.
    (given[1] === undefined || (given[1].type === 'Literal' && given[1].value === null))
  )
}

/** What a name or a member stands for: the expressions it may be, and the properties it has no longer. */
export interface Meaning {
  readonly value: Node
  readonly without: readonly string[]
  /** Some of its properties have been left out, by a name that is not written. */
  readonly reduced: boolean
}

/** What a name stands for in its file; empty where the source does not show it. */
export function meaningsOf(source: Source, given: Node): Meaning[] {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return ofMember(source, node)
  if (node.type !== 'Identifier') return []
  const variable = variableOf(source, node)
  const definition = variable?.defs[0]
  if (!variable) return []
  const gone = removedFrom(variable)
  const meanings =
    definition?.type === 'Variable'
      ? ofDeclared(variable, definition.node)
      : definition?.type === 'Parameter'
        ? ofCallback(variable, definition.node)
        : []
  return meanings.map((one) => ({
    ...one,
    without: [...one.without, ...gone.names],
    reduced: one.reduced || gone.open,
  }))
}

/** `rows[0]`, `found.rows` */
function ofMember(source: Source, node: TSESTree.MemberExpression): Meaning[] {
  const name = nameOfKey(node) ?? ''
  return /^(?:\d+|rows)$/.test(name) ? meaningsOf(source, node.object) : []
}

function ofDeclared(variable: Variable, { id, init }: TSESTree.VariableDeclarator): Meaning[] {
  const [name] = variable.identifiers
  const writes = variable.references.flatMap(({ writeExpr, init: isFirst }) => (writeExpr && !isFirst ? writeExpr : []))
  const first = init && name ? outOf(id, name, unwrapped(init)) : undefined
  return [...(first ? [first] : []), ...writes.map((value) => ({ value, without: [], reduced: false }))]
}

/** What a pattern takes out of a value: `[users, total]` of `Promise.all([…])`, the rest of `{ password, ...user }`. */
function outOf(pattern: Node, name: Node, value: Node): Meaning | undefined {
  if (pattern === name) return { value, without: [], reduced: false }
  if (pattern.type === 'ArrayPattern') {
    const at = pattern.elements.findIndex((one) => one === name)
    const item = itemOf(value, at)
    return item && { value: item, without: [], reduced: false }
  }
  if (pattern.type !== 'ObjectPattern') return undefined
  const rest = pattern.properties.find((one) => one.type === 'RestElement' && one.argument === name)
  const taken = pattern.properties.flatMap((one) => (one.type === 'Property' ? [nameOfKey(one)] : []))
  if (rest) return { value, without: taken.filter((one) => one !== undefined), reduced: taken.includes(undefined) }
  const isRows = pattern.properties.some(
    (one) => one.type === 'Property' && one.value === name && nameOfKey(one) === 'rows',
  )
  return isRows ? { value, without: [], reduced: false } : undefined
}

/** `prisma.user.findMany()` of `Promise.all([prisma.user.findMany(), prisma.user.count()])`; the first of a list of rows. */
function itemOf(value: Node, at: number): Node | undefined {
  const list =
    value.type === 'CallExpression' && /^(?:all|\$transaction)$/.test(calledName(value)) ? value.arguments[0] : value
  if (list?.type === 'ArrayExpression') return list.elements[at] ?? undefined
  return at === 0 && list === value ? value : undefined
}

/** `users` of `prisma.user.findMany().then((users) => …)` */
function ofCallback({ identifiers: [name] }: Variable, owner: Node): Meaning[] {
  if (!isFunction(owner) || owner.params[0] !== name || owner.parent.type !== 'CallExpression') return []
  const { callee } = owner.parent
  if (callee.type !== 'MemberExpression' || nameOfKey(callee) !== 'then' || owner.parent.arguments[0] !== owner)
    return []
  return [{ value: callee.object, without: [], reduced: false }]
}

/** The properties of a variable that its file deletes or sets: `delete user.password`, `user.password = undefined`. */
function removedFrom({ references }: Variable): { readonly names: readonly string[]; readonly open: boolean } {
  const members = references.flatMap(({ identifier }) => {
    const outer = asserted(identifier)
    return outer.parent?.type === 'MemberExpression' && outer.parent.object === outer ? [outer.parent] : []
  })
  const removed = members.filter(({ parent, ...member }) =>
    parent.type === 'AssignmentExpression'
      ? parent.left.range[0] === member.range[0]
      : parent.type === 'UnaryExpression' && parent.operator === 'delete',
  )
  const names = removed.map((member) => nameOfKey(member))
  return { names: names.filter((one) => one !== undefined), open: names.includes(undefined) }
}

/** `(user as any)` around `user`. */
function asserted(node: Node): Node {
  const { parent } = node
  return parent?.type === 'TSAsExpression' || parent?.type === 'TSNonNullExpression' ? asserted(parent) : node
}
