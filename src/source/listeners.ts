import type { TSESTree } from '@typescript-eslint/utils'

/** A rule's function, and the rule to name when it throws. */
export interface Listener {
  readonly rule: string
  hear(node: TSESTree.Node): void
}

interface OfType {
  readonly enter: Listener[]
  readonly exit: Listener[]
}

const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

/** What rules want to hear of, by the type of node. */
export class Listeners {
  readonly byType = new Map<string, OfType>()

  get isEmpty(): boolean {
    return this.byType.size === 0
  }

  /**
   * Takes what a rule's `create` gives.
   * @throws TypeError for a selector that is not the type of a node, `*`, `:function` or a list of these.
   */
  add(rule: string, listeners: object) {
    for (const [selector, hear] of Object.entries(listeners)) {
      if (typeof hear !== 'function') continue
      const atExit = selector.endsWith(':exit')
      for (const type of typesOf(atExit ? selector.slice(0, -':exit'.length) : selector)) {
        this.ofType(type)[atExit ? 'exit' : 'enter'].push({ rule, hear: (node) => hear(node) })
      }
    }
  }

  private ofType(type: string): OfType {
    let found = this.byType.get(type)
    if (!found) this.byType.set(type, (found = { enter: [], exit: [] }))
    return found
  }
}

function typesOf(selector: string): readonly string[] {
  return selector.split(',').flatMap((part) => {
    const name = part.trim()
    if (name === ':function') return functions
    if (name === '*' || /^[A-Z]\w*$/.test(name)) return [name]
    throw new TypeError(`The selector '${selector}' says more than a type of node, which hosts without ESLint ignore.`)
  })
}
