import type { TSESLint } from '@typescript-eslint/utils'

type Listener = (node: never) => void

/** One function that calls all; most selectors have one listener, which needs no other around it. */
function inTurn([first, ...others]: readonly Listener[]): Listener | undefined {
  if (others.length === 0) return first
  return (node) => {
    first?.(node)
    for (const listener of others) listener(node)
  }
}

/** Several sets of listeners as one: what each subscription wants of the same walk. */
export function joined(...sets: readonly TSESLint.RuleListener[]): TSESLint.RuleListener {
  const all = new Map<string, Listener[]>()
  for (const set of sets) {
    for (const [selector, listener] of Object.entries(set)) {
      if (!listener) continue
      const list = all.get(selector)
      if (list) list.push(listener)
      else all.set(selector, [listener])
    }
  }
  return Object.fromEntries([...all].map(([selector, listeners]) => [selector, inTurn(listeners)]))
}
