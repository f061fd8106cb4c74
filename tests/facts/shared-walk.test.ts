import { Linter, type Rule } from 'eslint'
import { describe, expect, it } from 'vitest'
import { onFact, type Finder } from '../../dist/facts/shared-walk.js'
import type { RuleContext } from '../../dist/facts/source.js'

/** Finds names, and says each time it looks at one. */
function finder(looked: string[]): Finder<string> {
  return (_context, tell) => ({
    Identifier(node) {
      looked.push(node.name)
      tell(node.name)
    },
  })
}

/** A rule that reports each name it is told. */
function rule(find: Finder<string>, throwsAt?: string): Rule.RuleModule {
  return {
    create: (context) => {
      // ESLint types the tree by ESTree's nodes, our facts by the parser's; the objects are the same.
      const here = context as unknown as RuleContext
      return onFact(here, find, (name) => {
        if (name === throwsAt) throw new Error('broken')
        context.report({ loc: { line: 1, column: 0 }, message: name })
      }) as Rule.RuleListener
    },
  }
}

function lint(rules: Readonly<Record<string, Rule.RuleModule>>, linter: Linter, code: Parameters<Linter['verify']>[0]) {
  const entries = Object.fromEntries(Object.keys(rules).map((id) => [`test/${id}`, 'error' as const]))
  return linter
    .verify(code, [{ plugins: { test: { rules } }, rules: entries }])
    .map(({ ruleId, message }) => `${ruleId ?? ''} ${message}`)
    .toSorted()
}

describe('a shared walk', () => {
  it('is made once, and told to all', () => {
    const looked: string[] = []
    const find = finder(looked)
    expect(lint({ first: rule(find), second: rule(find) }, new Linter(), 'a + b')).toEqual([
      'test/first a',
      'test/first b',
      'test/second a',
      'test/second b',
    ])
    expect(looked).toEqual(['a', 'b'])
  })

  it('is made apart for each kind of fact', () => {
    const [one, other] = [[], []] as [string[], string[]]
    lint({ first: rule(finder(one)), second: rule(finder(other)) }, new Linter(), 'a')
    expect([one, other]).toEqual([['a'], ['a']])
  })

  it('is made anew when the same source is linted again, even if the first run broke off', () => {
    const looked: string[] = []
    const find = finder(looked)
    const linter = new Linter()
    expect(() => lint({ first: rule(find, 'a') }, linter, 'a')).toThrow('broken')
    const code = linter.getSourceCode()
    expect(() => lint({ first: rule(find, 'a') }, linter, code)).toThrow('broken')
    expect(lint({ first: rule(find) }, linter, code)).toEqual(['test/first a'])
    expect(lint({ first: rule(find) }, linter, code)).toEqual(['test/first a'])
  })
})
