import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { onRole } from './acts.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type ClassNode,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

/** What becomes of a value that others see, outside the function that has it. */
export type Fate = 'exported' | 'returned' | 'stored' | 'written'

/**
 * Calls the listener for each value that leaves with the type it happens to have, since nothing beside it says one: it
 * is exported, returned by something exported, stored in a field, or written to the database.
 */
export function onLeaving(context: RuleContext, listener: (value: Node, fate: Fate) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const returned = (value: Node | null) => {
    const owner = value && ancestor(value, isFunction)
    if (owner && !owner.generator && isSeen(sourceCode, owner)) listener(value, 'returned')
  }
  const stored = ({ value, typeAnnotation }: TSESTree.PropertyDefinition | TSESTree.AccessorProperty) => {
    if (value && !typeAnnotation) listener(value, 'stored')
  }
  return {
    ...onWritten(context, (value) => listener(value, 'written')),
    ExportNamedDeclaration: (node) => exportedBy(node).forEach((value) => listener(value, 'exported')),
    ExportDefaultDeclaration: ({ declaration }) => listener(declaration, 'exported'),
    TSExportAssignment: ({ expression }) => listener(expression, 'exported'),
    PropertyDefinition: stored,
    AccessorProperty: stored,
    ReturnStatement: ({ argument }) => returned(argument),
    ArrowFunctionExpression: ({ body }) => returned(body.type === 'BlockStatement' ? null : body),
    AssignmentExpression({ left, right }) {
      if (isModuleExport(left)) listener(right, 'exported')
      else if (untypedField(left)) listener(right, 'stored')
    },
  }
}

function exportedBy({ declaration, specifiers, source, exportKind }: TSESTree.ExportNamedDeclaration): readonly Node[] {
  if (source || exportKind === 'type') return []
  const values = declaration?.type === 'VariableDeclaration' ? declaration.declarations : []
  return [
    ...values.flatMap(({ id, init }) => (init && !id.typeAnnotation ? [init] : [])),
    ...specifiers.flatMap(({ local, exportKind: kind }) => (kind === 'type' ? [] : [local])),
  ]
}

/** Values of an `INSERT` or `UPDATE`, and what a builder or an ORM writes. */
function onWritten(context: RuleContext, listener: (value: Node) => void): TSESLint.RuleListener {
  return onRole(context, ['db.write', 'db.query'], ({ node, row }) => {
    if (node.type === 'TaggedTemplateExpression') {
      if (isWrite(node.quasi)) node.quasi.expressions.forEach(listener)
      return
    }
    if (node.type !== 'CallExpression' || row.values === undefined) return
    const value = node.arguments[row.values]
    if (!value) return
    if (row.role === 'db.write') writtenIn(value, row.under).forEach(listener)
    else if (typeof row.sql === 'number' && isWrite(node.arguments[row.sql])) listener(value)
  })
}

/** The values of `{ data: { … } }` where the argument says more than what is written. */
function writtenIn(value: Node, under: readonly string[] | undefined): readonly Node[] {
  if (!under || value.type !== 'ObjectExpression') return [value]
  return value.properties.flatMap((property) =>
    property.type === 'Property' && under.includes(nameOfKey(property) ?? '') ? [property.value] : [],
  )
}

function isWrite(text: Node | undefined): boolean {
  const start =
    text?.type === 'TemplateLiteral' ? text.quasis[0]?.value.raw : text?.type === 'Literal' ? text.value : undefined
  return typeof start === 'string' && /^\s*(?:insert|update|merge|replace)\b/i.test(start)
}

/** Whether what a function returns is of a type that nobody wrote, and that others see. */
function isSeen(source: Source, owner: FunctionNode): boolean {
  if (owner.returnType) return false
  if (owner.type === 'FunctionDeclaration' && owner.id && isExported(source, owner.id)) return true
  const { parent } = owner
  switch (parent.type) {
    case 'MethodDefinition':
      return isOpenMember(source, parent)
    case 'PropertyDefinition':
      return !parent.typeAnnotation && isOpenMember(source, parent)
    default:
      return isSeenValue(source, owner)
  }
}

/** Whether others get an expression as it is: as an export, or as a part of one. */
function isSeenValue(source: Source, node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSExportAssignment':
      return true
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && !parent.id.typeAnnotation && isExported(source, parent.id)
    case 'AssignmentExpression':
      return isModuleExport(parent.left)
    case 'Property':
      return parent.value === node && isSeenValue(source, parent.parent)
    case 'ArrayExpression':
      return isSeenValue(source, parent)
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const owner = ancestor(node, isFunction)
      return owner !== undefined && isSeen(source, owner)
    }
    default:
      return false
  }
}

function isOpenMember(source: Source, member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): boolean {
  return (
    member.accessibility !== 'private' &&
    member.key.type !== 'PrivateIdentifier' &&
    isExportedClass(source, member.parent.parent)
  )
}

export function isExportedClass(source: Source, owner: ClassNode): boolean {
  return owner.type === 'ClassDeclaration' && owner.id ? isExported(source, owner.id) : isSeenValue(source, owner)
}

/** Whether the file exports what has a name, where it is declared or later. */
export function isExported(source: Source, name: TSESTree.Identifier): boolean {
  const declared = name.parent.type === 'VariableDeclarator' ? name.parent.parent.parent : name.parent.parent
  if (declared?.type === 'ExportNamedDeclaration' || declared?.type === 'ExportDefaultDeclaration') return true
  return (
    variableOf(source, name)?.references.some(
      ({ identifier: { parent } }) =>
        parent.type === 'ExportSpecifier' ||
        parent.type === 'ExportDefaultDeclaration' ||
        parent.type === 'TSExportAssignment' ||
        (parent.type === 'AssignmentExpression' && isModuleExport(parent.left)),
    ) ?? false
  )
}

/** `module.exports`, `exports.name`, `module.exports.name` */
function isModuleExport(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.object.type === 'ThisExpression') return false
  const { object } = node
  if (object.type !== 'Identifier') return isModuleExport(object)
  return object.name === 'exports' || (object.name === 'module' && nameOfKey(node) === 'exports')
}

/** The field of the class around that `this.name` is, when its type is not written. */
function untypedField(node: Node): TSESTree.PropertyDefinition | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined
  const name = nameOfKey(node)
  const field = ancestor(node, isClass)?.body.body.find(
    (member) => member.type === 'PropertyDefinition' && nameOfKey(member) === name,
  )
  return field?.type === 'PropertyDefinition' && !field.typeAnnotation ? field : undefined
}
