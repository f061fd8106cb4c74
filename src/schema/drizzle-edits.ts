import type { TSESTree } from '@typescript-eslint/utils'
import { nodesIn } from '../facts/nodes.ts'
import { isFunction, nameOfKey, variableOf, type Node, type Source } from '../facts/source.ts'
import type { IndexEdit } from './index-edits.ts'
import type { ForeignKey, Table } from './model.ts'
import { returnedBy } from './written.ts'

/** `index('orders_user_id_idx').on(table.userId)` among the keys of a Drizzle table. */
export function indexInTable(source: Source, table: Table, key: Pick<ForeignKey, 'columns'>): IndexEdit | undefined {
  const call = callAt(source, table.place)
  const properties = key.columns.map((name) => table.columns.find((column) => column.name === name)?.property)
  const imported = call && importOf(source, call)
  if (!call || !imported || call.arguments.length > 3 || call.arguments.length < 2) return undefined
  const name = [table.name, ...key.columns, 'idx'].join('_')
  const quote = quoteOf(source, call)
  const index = (parameter: string) =>
    `${imported.name}(${quote}${name}${quote}).on(${properties.map((property) => access(parameter, property ?? '')).join(', ')})`
  if (properties.includes(undefined) || /['"\\\n]/.test(name)) return undefined
  const extras = call.arguments[2]
  const edit = extras ? inExtras(source, extras, name, index) : newExtras(source, call, name, index)
  return edit && { ...edit, insertions: [...imported.insertions, ...edit.insertions] }
}

/** The quotes that the name of the table has. */
function quoteOf(source: Source, { arguments: [name] }: TSESTree.CallExpression): string {
  return name?.type === 'Literal' && source.getText(name).startsWith('"') ? '"' : "'"
}

function callAt(source: Source, { start, end }: Table['place']): TSESTree.CallExpression | undefined {
  for (let node: Node | null | undefined = source.getNodeByRangeIndex(start); node; node = node.parent)
    if (node.type === 'CallExpression' && node.range[0] === start && node.range[1] === end) return node
  return undefined
}

/** The name of `index` beside that of the table maker, imported if it is not; `undefined` where that is not to be seen. */
function importOf(source: Source, { callee }: TSESTree.CallExpression) {
  const definition = callee.type === 'Identifier' ? variableOf(source, callee)?.defs[0] : undefined
  if (definition?.type !== 'ImportBinding' || definition.parent?.type !== 'ImportDeclaration') return undefined
  const { specifiers, importKind } = definition.parent
  const named = specifiers.filter((one) => one.type === 'ImportSpecifier')
  const index = named.find(({ imported }) => imported.type === 'Identifier' && imported.name === 'index')
  if (index) return { name: index.local.name, insertions: [] }
  const last = named.at(-1)
  const isTaken = source.scopeManager?.scopes.some((scope) => scope.set.has('index')) ?? true
  return last && !isTaken && importKind !== 'type'
    ? { name: 'index', insertions: [{ at: last.range[1], text: ', index' }] }
    : undefined
}

/** Into the list, or the object, that the table has for its keys. */
function inExtras(
  source: Source,
  extras: Node,
  name: string,
  index: (parameter: string) => string,
): IndexEdit | undefined {
  const [parameter] = isFunction(extras) ? extras.params : []
  const made = isFunction(extras) ? returnedBy(extras) : undefined
  if (parameter?.type !== 'Identifier' || !made) return undefined
  if (made.type === 'ArrayExpression') return append(source, made, made.elements.at(-1), index(parameter.name))
  if (made.type !== 'ObjectExpression') return undefined
  const property = camelCase(name)
  const isTaken = made.properties.some((one) => one.type !== 'Property' || nameOfKey(one) === property)
  return isTaken ? undefined : append(source, made, made.properties.at(-1), `${property}: ${index(parameter.name)}`)
}

function append(source: Source, list: Node, last: Node | null | undefined, text: string): IndexEdit {
  const at = last ? last.range[1] : list.range[0] + 1
  // On a line of its own where the others are.
  const lineBreak = last && last.loc.start.line > list.loc.start.line ? `\n${indentOf(source, last)}` : ' '
  return { insertions: [{ at, text: last ? `,${lineBreak}${text}` : text }], isSure: true }
}

function indentOf({ lines }: Source, { loc }: Node): string {
  return /^\s*/.exec(lines[loc.start.line - 1] ?? '')?.[0] ?? ''
}

/** A table without keys gets them in the form that other tables of the file have: older versions know no list. */
function newExtras(
  source: Source,
  call: TSESTree.CallExpression,
  name: string,
  index: (parameter: string) => string,
): IndexEdit | undefined {
  const columns = call.arguments[1]
  if (!columns) return undefined
  const form = formOfOthers(source, call)
  const parameter = '(table) =>'
  const text =
    form === 'ObjectExpression'
      ? `, ${parameter} ({ ${camelCase(name)}: ${index('table')} })`
      : `, ${parameter} [${index('table')}]`
  return { insertions: [{ at: columns.range[1], text }], isSure: form !== undefined }
}

function formOfOthers(source: Source, { callee }: TSESTree.CallExpression): string | undefined {
  const name = callee.type === 'Identifier' ? callee.name : ''
  for (const node of nodesIn(source)) {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== name) continue
    const extras = node.arguments[2]
    const made = extras && isFunction(extras) ? returnedBy(extras) : undefined
    if (made?.type === 'ArrayExpression' || made?.type === 'ObjectExpression') return made.type
  }
  return undefined
}

function access(owner: string, property: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(property) ? `${owner}.${property}` : `${owner}[${JSON.stringify(property)}]`
}

function camelCase(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+(.)?/gu, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')
}
