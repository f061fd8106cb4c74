import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor, originsFor } from './acts.ts'
import { names } from './catalog.ts'
import { isTelling } from './cleanup.ts'
import { fileKind } from './files.ts'
import { isConstant } from './constants.ts'
import { isText, textOf } from './strings.ts'
import { packageAround } from '../project/package.ts'
import {
  ancestor,
  interfacesOf,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type RuleContext,
} from './source.ts'

/** A module, a class or an object that changes a database, and may take the change back. */
export interface Migration {
  readonly up: FunctionNode
  /** What its `up` is called by: the name in a declaration, the key in a class or an object. */
  readonly name: Node
  /** `undefined` where there is none; `open` where it may stand elsewhere, or where something else does its work. */
  readonly down: FunctionNode | 'open' | undefined
}

/** The two ways of what may be a migration. */
interface Ways {
  readonly owner: Node
  readonly name: Node
  readonly up: Node | undefined
  readonly down: Node | 'open' | undefined
}

/** Calls the listener for each migration of the file that is surely one of a library's. */
export function onMigration(context: RuleContext, listener: (migration: Migration) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const visit = (ways: Ways | undefined) => {
    const up = ways && functionIn(sourceCode, ways.up)
    if (!ways || !up || isIdle(sourceCode, up) || !isOfLibrary(context, ways, up)) return
    const down = downOf(sourceCode, ways)
    if (down === undefined && isUndoneByLibrary(context, up)) return
    listener({ up, name: ways.name, down })
  }
  return {
    Program: (node) => visit(waysOfModule(node)),
    ClassBody: (node) => visit(waysOfClass(node)),
    ObjectExpression: (node) => visit(waysOfObject(node)),
  }
}

function downOf(source: Source, { down }: Ways): Migration['down'] {
  if (!down || down === 'open') return down
  // `false` is how node-pg-migrate says that there is none on purpose.
  const isNone =
    (down.type === 'Literal' && down.raw === 'null') || (down.type === 'Identifier' && down.name === 'undefined')
  return isNone ? undefined : (functionIn(source, down) ?? 'open')
}

/** `export async function up`, `exports.up = …`, `export { up, down }` */
function waysOfModule(program: TSESTree.Program): Ways | undefined {
  const exported = new Map<string, { readonly name: Node; readonly value: Node }>()
  let open = false
  for (const statement of program.body) {
    if (statement.type === 'ExportAllDeclaration') open = true
    else for (const { name, key, value } of exportsOf(statement)) exported.set(name, { name: key, value })
  }
  const up = exported.get('up')
  return (
    up && {
      owner: program,
      name: up.name,
      up: up.value,
      down: exported.get('down')?.value ?? (open ? 'open' : undefined),
    }
  )
}

interface Exported {
  readonly name: string
  readonly key: Node
  readonly value: Node
}

function exportsOf(statement: TSESTree.ProgramStatement): readonly Exported[] {
  if (statement.type === 'ExportNamedDeclaration') {
    return statement.declaration ? declaredIn(statement.declaration) : statement.specifiers.map(specified)
  }
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return []
  const { left, right } = statement.expression
  const name = left.type === 'MemberExpression' && isExports(left.object) ? nameOfKey(left) : undefined
  return name === undefined || left.type !== 'MemberExpression' ? [] : [{ name, key: left.property, value: right }]
}

function declaredIn(declaration: TSESTree.NamedExportDeclarations): readonly Exported[] {
  if (declaration.type === 'FunctionDeclaration') {
    return declaration.id ? [{ name: declaration.id.name, key: declaration.id, value: declaration }] : []
  }
  if (declaration.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init ? [{ name: id.name, key: id, value: init }] : [],
  )
}

function specified({ local, exported }: TSESTree.ExportSpecifier): Exported {
  const name = exported.type === 'Identifier' ? exported.name : exported.value
  return { name, key: exported, value: local }
}

/** `exports`, `module.exports` */
function isExports(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports'
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    nameOfKey(node) === 'exports'
  )
}

function waysOfClass(body: TSESTree.ClassBody): Ways | undefined {
  const member = (name: string) =>
    body.body.find(
      (one): one is TSESTree.MethodDefinition | TSESTree.PropertyDefinition =>
        (one.type === 'MethodDefinition' || one.type === 'PropertyDefinition') &&
        !one.static &&
        nameOfKey(one) === name,
    )
  const up = member('up')
  // What a class of the project extends may have a `down`; a library's has one that refuses.
  const open =
    body.parent.superClass?.type === 'Identifier' && interfacesOf(body.parent).length > 0 ? 'open' : undefined
  return up && { owner: body.parent, name: up.key, up: up.value ?? undefined, down: member('down')?.value ?? open }
}

function waysOfObject(object: TSESTree.ObjectExpression): Ways | undefined {
  const property = (name: string) =>
    object.properties.find((one): one is TSESTree.Property => one.type === 'Property' && nameOfKey(one) === name)
  const up = property('up')
  const open = object.properties.some(({ type }) => type === 'SpreadElement') ? 'open' : undefined
  return up && { owner: object, name: up.key, up: up.value, down: property('down')?.value ?? open }
}

/** The function that a value is, by name or written there. */
function functionIn(source: Source, value: Node | undefined): FunctionNode | undefined {
  if (!value) return undefined
  const node = unwrapped(value)
  if (isFunction(node)) return node
  if (node.type !== 'Identifier') return undefined
  const definition = variableOf(source, node)?.defs[0]?.node
  if (definition?.type === 'FunctionDeclaration') return definition
  const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrapped(definition.init) : undefined
  return init && isFunction(init) ? init : undefined
}

/** Whether a library runs it: what it is handed, what it is declared to be, or a comment with a type says so. */
function isOfLibrary(context: RuleContext, { owner, up: value }: Ways, up: FunctionNode): boolean {
  return (
    up.params.some((parameter) => isHanded(context, parameter)) ||
    isNamedAsHanded(context, owner, up) ||
    [...declaredOf(owner), ...(value ? declaredOf(value) : [])].some((node) => isRunner(context, node)) ||
    ancestor(owner, (outer) => outer.type === 'NewExpression' && isRunner(context, outer.callee)) !== undefined ||
    isOfLibraryByComment(context, [owner, up])
  )
}

/** `queryRunner: QueryRunner`, `{ context: queryInterface }` */
function isHanded(context: RuleContext, parameter: Node): boolean {
  const named = namesIn(context.sourceCode, parameter)
  const isTyped = parameter.type !== 'AssignmentPattern' && 'typeAnnotation' in parameter && parameter.typeAnnotation
  return named.some((name) => isRunner(context, name)) && (Boolean(isTyped) || isMigrationFile(context))
}

/** `exports.up = (db, callback) => …`, where the package that is around calls it so, and waits for a callback. */
function isNamedAsHanded(context: RuleContext, owner: Node, { params }: FunctionNode): boolean {
  const [first, callback] = params
  if (owner.type !== 'Program' || first?.type !== 'Identifier' || !isMigrationFile(context)) return false
  if (callback && !(callback.type === 'Identifier' && /^(?:cb|callback|done|next)$/.test(callback.name))) return false
  const around = packageAround(context.filename)
  return [...(around?.dependencies ?? []), ...(around?.devDependencies ?? [])].some((name) =>
    names(catalogFor(context).library(name)?.migrations?.hands).includes(first.name),
  )
}

function namesIn(source: Source, parameter: Node): Node[] {
  if (parameter.type === 'Identifier') return [parameter]
  if (parameter.type === 'AssignmentPattern') return namesIn(source, parameter.left)
  if (parameter.type !== 'ObjectPattern') return []
  return parameter.properties.flatMap((property) =>
    property.type === 'Property' ? namesIn(source, property.value) : [],
  )
}

/** Where the type of a value is declared: its own name, what its class extends and implements. */
function declaredOf(value: Node): Node[] {
  if (value.type === 'ClassDeclaration' || value.type === 'ClassExpression') {
    return [value.superClass, ...interfacesOf(value)].filter((node) => node !== null)
  }
  const { parent } = value
  return parent?.type === 'VariableDeclarator' && parent.init === value ? [parent.id] : []
}

function isRunner(context: RuleContext, node: Node): boolean {
  const origin = originsFor(context).of(node)
  if (!origin) return false
  const { types } = catalogFor(context).library(origin.package)?.migrations ?? {}
  return names(types).includes(origin.kind === 'export' ? origin.name : origin.type)
}

const importedType = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** `@type {import('sequelize-cli').Migration}` above a migration in JavaScript. */
function isOfLibraryByComment(context: RuleContext, places: readonly Node[]): boolean {
  const { sourceCode } = context
  if (!sourceCode.text.includes('import(')) return false
  const catalog = catalogFor(context)
  return places
    .flatMap((place) => sourceCode.getCommentsBefore(statementOf(place)))
    .flatMap(({ value }) => [...value.matchAll(importedType)])
    .some(([, specifier = '']) => catalog.library(catalog.packageOf(specifier))?.migrations !== undefined)
}

function statementOf(node: Node): Node {
  let at = node
  while (at.parent && at.parent.type !== 'Program') at = at.parent
  return at
}

/** Whether the name of the file, or of its folder, is one that migrations have: then a name says what is handed to it. */
export function isMigrationFile(context: Omit<RuleContext, 'settings'>): boolean {
  return fileKind(context) === 'migration' || /(?:^|[/\\])\d{3,}[-_][^/\\]*$/.test(context.filename)
}

/** Whether code stands in the `down` of a migration. */
export function isInWayBack(node: Node): boolean {
  return ancestor(node, (outer) => isFunction(outer) && nameOfWay(outer) === 'down') !== undefined
}

function nameOfWay(owner: FunctionNode): string | undefined {
  const { parent } = owner
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression') return nameOfKey(parent.left)
  if (owner.type === 'FunctionDeclaration') return owner.id?.name
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined
  return parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition' || parent.type === 'Property'
    ? nameOfKey(parent)
    : undefined
}

/** Whether the library can take back by itself all that is done with what it hands over. */
function isUndoneByLibrary(context: RuleContext, up: FunctionNode): boolean {
  const [handed] = up.params
  const origin = handed && originsFor(context).of(handed)
  const { undoes } = (origin && catalogFor(context).library(origin.package)?.migrations) ?? {}
  const variable = handed?.type === 'Identifier' ? variableOf(context.sourceCode, handed) : undefined
  if (!undoes || !variable) return false
  return variable.references.every(({ identifier: { parent } }) => {
    return parent.type === 'MemberExpression' && undoes.includes(nameOfKey(parent) ?? '')
  })
}

/** Whether a function does nothing to the database: it is empty, it throws, it writes a log line. */
export function isIdle(source: Source, owner: FunctionNode): boolean {
  const { body } = owner
  if (body.type !== 'BlockStatement') return isIdleValue(source, body)
  return body.body.every((statement) => {
    switch (statement.type) {
      case 'EmptyStatement':
      case 'ThrowStatement':
        return true
      case 'ReturnStatement':
        return statement.argument === null || isIdleValue(source, statement.argument)
      case 'ExpressionStatement':
        return isIdleValue(source, statement.expression)
      default:
        return false
    }
  })
}

function isIdleValue(source: Source, given: Node): boolean {
  const value = unwrapped(given)
  if (value.type !== 'CallExpression') return isConstant(source, value) || value.type === 'Identifier'
  const { callee } = value
  if (callee.type !== 'MemberExpression') return isOwnCallback(source, value)
  const owner = callee.object.type === 'Identifier' ? callee.object.name : ''
  if (owner === 'Promise') return ['resolve', 'reject'].includes(nameOfKey(callee) ?? '')
  return owner === 'console' || isTelling(value) || isIdleSql(source, value)
}

/** `callback()`: all that is said is that it is over. */
function isOwnCallback(source: Source, { callee, arguments: given }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'Identifier') return false
  return variableOf(source, callee)?.defs[0]?.type === 'Parameter' && given.every((one) => isConstant(source, one))
}

/** `queryRunner.query('SELECT 1')`, `db.runSql('', callback)` */
function isIdleSql(source: Source, { arguments: [first, ...others] }: TSESTree.CallExpression): boolean {
  if (!first || first.type === 'SpreadElement' || others.some((one) => one.type !== 'Identifier')) return false
  const text = isText(first) ? textOf(source, first) : undefined
  return text?.holes.length === 0 && /^\s*(?:select 1\s*;?\s*)?$/i.test(text.value)
}
