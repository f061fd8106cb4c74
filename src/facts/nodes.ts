import { forEachChild } from '../source/children.ts'
import type { Node, Source } from './source.ts'

const known = new WeakMap<Source, readonly Node[]>()

/** Every node of a file, in the order of the source, listed once for all that look for something in the whole of it. */
export function nodesIn(source: Source): readonly Node[] {
  let nodes = known.get(source)
  if (!nodes) known.set(source, (nodes = listed(source)))
  return nodes
}

function listed({ ast, visitorKeys }: Source): readonly Node[] {
  const nodes: Node[] = []
  const waiting: Node[] = [ast]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node)
    const begin = waiting.length
    forEachChild(node, visitorKeys, (child) => waiting.push(child))
    // The first child is next.
    for (let left = begin, right = waiting.length - 1; left < right; left += 1, right -= 1) swap(waiting, left, right)
  }
  return nodes
}

function swap(list: Node[], left: number, right: number) {
  const [one, other] = [list[left], list[right]]
  if (!one || !other) return
  list[left] = other
  list[right] = one
}
