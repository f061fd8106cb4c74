import { ancestor, isFunction, nameOfKey, type Node } from './source.ts'

/** What the two ways of a migration are called, whatever tool runs it. */
const ways = new Set(['up', 'down'])

/** Whether code stands in a migration, wherever the file is: in a function that is one of its two ways. */
export function isInMigration(node: Node): boolean {
  return wayOf(node) !== undefined
}

/** The way of the migration that code stands in. */
export function wayOf(node: Node): string | undefined {
  const owner = ancestor(node, (one) => isFunction(one) && ways.has(nameOfFunction(one) ?? ''))
  return owner && nameOfFunction(owner)
}

/** `function up()`, `up() {…}`, `up: async () => {…}`, `exports.up = …`, `const up = …` */
function nameOfFunction(node: Node): string | undefined {
  if (node.type === 'FunctionDeclaration' && node.id) return node.id.name
  const { parent } = node
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return nameOfKey(parent)
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? nameOfKey(parent.left) : undefined
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    default:
      return undefined
  }
}
