import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { ancestor, contains, isClass, isFunction, nameOfKey, unwrapped, type Node, type Variable } from './source.ts'
import { hasWord } from './words.ts'

/** Whether a part stands inside a text that was put together, and not as a whole behind a name. */
export function isBuilt(node: Node): boolean {
  let inner = node
  for (let { parent } = node; parent; inner = parent, { parent } = parent) {
    if (parent.type === 'TemplateLiteral') return true
    if (parent.type === 'BinaryExpression' && parent.operator === '+') return true
    if (parent.type === 'AssignmentExpression' && parent.operator === '+=' && parent.right === inner) return true
    if (parent.type === 'ArrayExpression') return true
    if (parent.type === 'CallExpression' && parent.callee !== inner)
      return /^(?:push|unshift|concat|replace|replaceAll|join|format)$/.test(calledName(parent))
    if (isFunction(parent) || /Statement$|Declarat/.test(parent.type)) return false
  }
  return false
}

export function operandsOf(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = []
  let left: Node = node
  for (; left.type === 'BinaryExpression' && left.operator === '+'; left = unwrapped(left.left))
    operands.push(left.right)
  return [left, ...operands.reverse()]
}

export function isConstantName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name)
}

/** Members that are numbers, whoever they are of. */
export function isNumberName(name: string): boolean {
  return /^(?:length|size|byteLength|rowCount|rowsAffected|affectedRows|insertId|lastInsertRowid)$/.test(name)
}

/** A variable of the module that is set while the module loads, and used by a function later. */
export function isSetOnLoad(
  name: Node,
  variable: Variable,
  writes: readonly { readonly from: { readonly variableScope: { readonly type: string } } }[],
): boolean {
  return (
    /^(?:module|global)$/.test(variable.scope.type) &&
    ancestor(name, isFunction) !== undefined &&
    writes.every(({ from }) => /^(?:module|global)$/.test(from.variableScope.type))
  )
}

/** `count += 1`, `index++`, `total *= 2` */
export function isCounting({ parent }: Node): boolean {
  return (
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'AssignmentExpression' && !/^(?:=|\+=|\|\|=|&&=|\?\?=)$/.test(parent.operator))
  )
}

export function isNumberOrBoolean(node: Node): boolean {
  return node.type === 'Literal' && /^(?:number|boolean|bigint)$/.test(typeof node.value)
}

export function holdsName(pattern: Node, name: string): boolean {
  if (pattern.type === 'AssignmentPattern') return holdsName(pattern.left, name)
  return pattern.type === 'Identifier' && pattern.name === name
}

export function isEnvironment(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    nameOfKey(node) === 'env' &&
    ((node.object.type === 'Identifier' && /^(?:process|Bun|Deno)$/.test(node.object.name)) ||
      node.object.type === 'MetaProperty')
  )
}

export function rootOfMembers(given: Node): Node {
  const node = unwrapped(given)
  return node.type === 'MemberExpression' ? rootOfMembers(node.object) : node
}

/** The field of the class around `this.columns`, or of the class that `Users.columns` names. */
export function fieldNamed(node: TSESTree.MemberExpression, name: string | undefined): Node | undefined {
  const owner = ancestor(node, isClass)
  const isOwn =
    node.object.type === 'ThisExpression' || (node.object.type === 'Identifier' && node.object.name === owner?.id?.name)
  return isOwn
    ? owner?.body.body.find((member) => member.type === 'PropertyDefinition' && nameOfKey(member) === name)
    : undefined
}

/** What is pushed to a list: the arguments of `where.push(…)`, the right side of `where[0] = …`. */
export function pushedTo(name: Node): readonly (TSESTree.CallExpressionArgument | Node)[] {
  const { parent } = name
  if (parent?.type !== 'MemberExpression' || parent.object !== name) return []
  const { parent: outer } = parent
  if (outer.type === 'CallExpression' && outer.callee === parent && /^(?:push|unshift)$/.test(nameOfKey(parent) ?? ''))
    return outer.arguments
  return outer.type === 'AssignmentExpression' && outer.left === parent && parent.computed ? [outer.right] : []
}

interface Write {
  readonly identifier: Node
  readonly writeExpr?: Node | null
  isWrite(): boolean
}

/** The writes whose value may be there where a name is used: not those that one after them surely replaces. */
export function writesBefore<W extends Write>(name: Node, writes: readonly W[]): readonly W[] {
  return overwritesBefore(name, writes) ?? writes
}

/** The last write that surely happens before a name is used, and what is written after it; `undefined` when there is none. */
export function overwritesBefore<W extends Write>(name: Node, references: readonly W[]): readonly W[] | undefined {
  const writes = references.filter((reference) => reference.isWrite())
  const last = writes.findLast(({ identifier }) => isSurelyBefore(identifier, name))
  return last && writes.filter(({ identifier }) => identifier.range[0] >= last.identifier.range[0])
}

/** `sort = …` as a statement of a block that the name stands in, too, further down. */
function isSurelyBefore(written: Node, name: Node): boolean {
  const assignment = written.parent
  if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || assignment.left !== written)
    return false
  const statement = assignment.parent
  const block = statement.type === 'ExpressionStatement' ? statement.parent : undefined
  return block !== undefined && contains(block, name) && statement.range[1] <= name.range[0]
}

const numberWords = new Set(
  'limit offset page take skip days hours minutes seconds months years timeout ttl size count total index year month day interval port version'.split(
    ' ',
  ),
)

/** Whether a value is a number by its name; who hands it over mostly has made it one. */
export function isNumberByName(given: Node): boolean {
  const name = nameOfValue(given)
  return hasWord(name ?? '', numberWords)
}
