import type { TSESLint } from '@typescript-eslint/utils'
import type { Node } from './source.ts'

type Listener = (node: never) => void

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
  return Object.fromEntries(
    [...all].map(([selector, listeners]) => [
      selector,
      (node: Node) => {
        for (const listener of listeners) Reflect.apply(listener, undefined, [node])
      },
    ]),
  )
}
