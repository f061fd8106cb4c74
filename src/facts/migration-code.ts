import { ancestor, isFunction, nameOfKeeper, type Node } from './source.ts'

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

function nameOfFunction(node: Node): string | undefined {
  return node.type === 'FunctionDeclaration' && node.id ? node.id.name : nameOfKeeper(node)
}
