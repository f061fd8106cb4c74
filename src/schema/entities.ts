import type { TSESTree } from '@typescript-eslint/utils'
import { factOf, originsFor, type Fact } from '../facts/acts.ts'
import { nodesIn } from '../facts/nodes.ts'
import { decoratorsOf, isClass, isFunction, nameOfKey, unwrapped, type ClassNode, type Node } from '../facts/source.ts'
import type { Roles } from '../roles.ts'
import type { CodeFile } from './readers.ts'
import { exportedName, returnedBy, settled, textIn } from './written.ts'

type SchemaRole = 'schema.table' | 'schema.column' | 'schema.relation' | 'schema.key'
const schemaRoles: readonly SchemaRole[] = ['schema.table', 'schema.column', 'schema.relation', 'schema.key']

/** A decorator that says something of a table. */
export interface Mark {
  readonly fact: Fact<SchemaRole>
  readonly arguments: readonly Node[]
  readonly node: TSESTree.Decorator
}

export interface Property {
  readonly name: string
  readonly marks: readonly Mark[]
  readonly annotation: TSESTree.TypeNode | undefined
  readonly node: Node
}

/** A class with a decorator that makes it a table. */
export interface Entity {
  readonly node: ClassNode
  readonly table: Mark & { readonly fact: Fact<'schema.table'> }
  readonly marks: readonly Mark[]
  /** Those of its base classes in this file first. */
  readonly properties: readonly Property[]
  /** A base class stands in another file. */
  readonly open: boolean
}

/** The entities of a file that are written in the form of one library. */
export function entitiesOf(code: CodeFile, like: Roles['schema.table']['like']): Entity[] {
  const { sourceCode } = code
  const entities: Entity[] = []
  for (const node of nodesIn(sourceCode)) {
    if (!isClass(node) || decoratorsOf(node).length === 0) continue
    const marks = marksOf(code, decoratorsOf(node))
    const table = marks.find(isTable)
    if (table?.fact.row.like !== like || table.fact.row.kind === 'base') continue
    entities.push({ node, table, marks, ...membersOf(code, node) })
  }
  return entities
}

/** A class that is no table, and declares columns for those that extend it. */
export type Base = Pick<Entity, 'node' | 'properties'>

/** The base classes of a file, with what they declare themselves. */
export function basesOf(code: CodeFile): Base[] {
  const bases: Base[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (!isClass(node) || marksOf(code, decoratorsOf(node)).some(isTable)) continue
    const properties = ownMembersOf(code, node)
    if (properties.length > 0) bases.push({ node, properties })
  }
  return bases
}

function isTable(mark: Mark): mark is Entity['table'] {
  return mark.fact.row.role === 'schema.table'
}

/** Whether a mark plays a role. */
export function plays<R extends SchemaRole>(mark: Mark, role: R): mark is Mark & { readonly fact: Fact<R> } {
  return mark.fact.row.role === role
}

export function marksOf(code: CodeFile, decorators: readonly TSESTree.Decorator[]): Mark[] {
  return decorators.flatMap((node) => {
    const call = node.expression.type === 'CallExpression' ? node.expression : undefined
    const fact = factOf(code, call ?? node, schemaRoles)
    return fact ? [{ fact, arguments: call?.arguments ?? [], node }] : []
  })
}

function ownMembersOf(code: CodeFile, node: ClassNode): Property[] {
  return node.body.body.flatMap((member) => {
    if (
      member.type !== 'PropertyDefinition' &&
      member.type !== 'AccessorProperty' &&
      member.type !== 'MethodDefinition'
    )
      return []
    const name = nameOfKey(member)
    const marks = name === undefined ? [] : marksOf(code, decoratorsOf(member))
    if (name === undefined || marks.length === 0) return []
    const annotation = member.type === 'MethodDefinition' ? member.value.returnType : member.typeAnnotation
    return [{ name, marks, annotation: annotation?.typeAnnotation, node: member }]
  })
}

function membersOf(code: CodeFile, node: ClassNode, depth = 0): { properties: Property[]; open: boolean } {
  const own = ownMembersOf(code, node)
  const base = node.superClass ? baseOf(code, node.superClass, depth) : { properties: [], open: false }
  const names = new Set(own.map(({ name }) => name))
  return { properties: [...base.properties.filter(({ name }) => !names.has(name)), ...own], open: base.open }
}

function baseOf(code: CodeFile, superClass: Node, depth: number): { properties: Property[]; open: boolean } {
  const base = unwrapped(superClass)
  const declared = base.type === 'Identifier' ? classNamed(code, base) : settled(code.sourceCode, base)
  if (declared && isClass(declared) && depth < 8) return membersOf(code, declared, depth + 1)
  // The base class of a library has no columns of its own.
  return { properties: [], open: originsFor(code).of(superClass) === undefined }
}

function classNamed(code: CodeFile, name: TSESTree.Identifier): Node | undefined {
  let scope: ReturnType<typeof code.sourceCode.getScope> | null = code.sourceCode.getScope(name)
  for (; scope; scope = scope.upper) {
    const definition = scope.set.get(name.name)?.defs[0]
    if (definition) return definition.type === 'ClassName' ? definition.node : settled(code.sourceCode, name)
  }
  return undefined
}

/** What the table is called in code: the name of the class. */
export function classNameOf({ node }: Pick<Entity, 'node'>): string | undefined {
  if (node.id) return node.id.name
  return node.parent.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier'
    ? node.parent.id.name
    : undefined
}

/** `() => User`, `(type) => User`, `'User'`. */
export function targetOf(code: CodeFile, given: Node | undefined): string | undefined {
  if (!given) return undefined
  const text = textIn(code.sourceCode, given)
  if (text !== undefined) return text
  const target = isFunction(given) ? returnedBy(given) : given
  return target && (textIn(code.sourceCode, target) ?? exportedName(code.sourceCode, target))
}

/** The type that follows from the annotation of a property. */
export function annotated(annotation: TSESTree.TypeNode | undefined): string | undefined {
  switch (annotation?.type) {
    case 'TSStringKeyword':
      return 'varchar'
    case 'TSNumberKeyword':
      return 'integer'
    case 'TSBooleanKeyword':
      return 'boolean'
    case 'TSTypeReference':
      return annotation.typeName.type === 'Identifier' && annotation.typeName.name === 'Date' ? 'timestamp' : undefined
    default:
      return undefined
  }
}
