/** A syntax tree of another parser, of which nothing is known but that it is JSON. */
export type Tree = unknown

/** What stands at a path; undefined where there is nothing. */
export function at(tree: Tree, ...path: readonly (string | number)[]): Tree {
  let found = tree
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

export function list(tree: Tree, ...path: readonly (string | number)[]): readonly Tree[] {
  const found = at(tree, ...path)
  return Array.isArray(found) ? found : []
}

export function text(tree: Tree, ...path: readonly (string | number)[]): string {
  const found = at(tree, ...path)
  return typeof found === 'string' ? found : ''
}

/** The only key of a node that is named by it, and what stands under it. */
export function only(tree: Tree): readonly [string, Tree] {
  if (typeof tree === 'string') return [tree, undefined]
  const [entry] = Object.entries(Object(tree))
  return entry ?? ['', undefined]
}

/** The children of a node. */
export function children(tree: Tree): readonly (readonly [string, Tree])[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree)
}
