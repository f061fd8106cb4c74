import { defineRule } from '../../define-rule.ts'
import { isTypedParameter, onUntypedRead } from '../../facts/contexts.ts'
import { onUntypedServer } from '../../facts/context-servers.ts'
import { shortText } from '../../facts/places.ts'
import { untypedContextsOf, untypedDecorated } from '../../facts/resolvers.ts'
import { isFunction, type Node, type Source } from '../../facts/source.ts'
import { typesOf } from '../../types/here.ts'

export default defineRule<'parameter' | 'cast' | 'key' | 'variable' | 'server'>({
  description: 'Require a type for the context that handlers and resolvers share',
  clauses: ['001/7.4'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bany\b|\[\s*['"]|\.(?:get|var|state)\b|\b(?:Query|Mutation|Subscription|Resolver|context)\b/,
  messages: {
    parameter:
      'Nothing says what is in `{{ name }}`, so a resolver may read what no request puts there. Give the context a type, once for all resolvers.',
    cast: '`{{ name }}` is read past the type of `{{ owner }}`, so nobody knows whether it is there, or what it is. Declare it where the type is declared, and read it without a cast.',
    key: '`{{ owner }}` has no `{{ name }}` for the compiler, and the key hides that. Declare it where the type is declared, and read it as a property.',
    variable:
      '`{{ name }}` has no type here: nothing says which variables the context has. Give the app or the context its type argument.',
    server:
      '`{{ owner }}` hands its resolvers a context that has no type. Give it the type of the context as its type argument.',
  },
  create(context) {
    const { sourceCode } = context
    const reportParameters = (parameters: readonly Node[]) => {
      for (const node of parameters) {
        if (isTypedParameter(typesOf(context), node)) continue
        context.report({ node, messageId: 'parameter', data: { name: shown(sourceCode, node) } })
      }
    }
    return {
      ...onUntypedRead(context, ({ node, how, owner, name }) => {
        context.report({ node, messageId: how, data: { owner: shown(sourceCode, owner), name } })
      }),
      ...onUntypedServer(context, (node) => {
        context.report({ node, messageId: 'server', data: { owner: shown(sourceCode, node) } })
      }),
      ObjectExpression: (node) => reportParameters(untypedContextsOf(sourceCode, node)),
      MethodDefinition({ value }) {
        if (isFunction(value)) reportParameters(untypedDecorated(sourceCode, value))
      },
    }
  },
})

/** The source of a node on one line, without decorators and types. */
function shown(sourceCode: Source, node: Node): string {
  if (node.type === 'Identifier') return node.name
  return shortText(sourceCode.getText(node))
}
