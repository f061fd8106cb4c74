import { defineRule } from '../../define-rule.ts'
import { errorPlaceAt } from '../../facts/error-places.ts'
import { isReachable } from '../../facts/exported-functions.ts'
import { ancestor, isFunction, unwrapped, type Node } from '../../facts/source.ts'
import { todoOf } from '../../facts/todos.ts'

export default defineRule<'place' | 'text' | 'thrown', { thrown: boolean }>({
  description: 'Disallow errors whose handling is left for later',
  clauses: ['002/15.7'],
  tier: 'recommended',
  files: ['server', 'cli', 'script', 'migration', 'seed', 'config'],
  mentions:
    /\b(?:todo|fixme|hack|xxx|placeholder|not ?(?:yet )?implemented(?:error|exception)?|unimplemented|error[- ]handling)\b/i,
  messages: {
    place:
      'This `{{ mark }}` stands where code runs because something failed, so the failure is still not handled. Handle it, or let it propagate.',
    text: 'An error is left unhandled here by intent. Handle it now, or let it propagate to where errors are handled.',
    thrown: 'This part is missing, and callers find out when it runs. Write it, or take what leads to it away.',
  },
  options: {
    thrown: {
      schema: {
        type: 'boolean',
        description: "Whether `throw new Error('not implemented')` counts, where other modules can reach it.",
      },
      default: false,
    },
  },
  create(context, { thrown }) {
    const { sourceCode } = context
    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          const todo = todoOf(comment)
          if (!todo) continue
          const isPlaced = !isHousekeeping(todo.text) && errorPlaceAt(context, comment.range[0]) !== undefined
          if (todo.isAboutErrors) context.report({ loc: comment.loc, messageId: 'text' })
          else if (isPlaced) context.report({ loc: comment.loc, messageId: 'place', data: { mark: markOf(todo.text) } })
        }
      },
      ThrowStatement(node) {
        if (!thrown || !saysMissing(node.argument)) return
        const owner = ancestor(node, isFunction)
        if (owner && isFunction(owner) && isReachable(sourceCode, owner)) context.report({ node, messageId: 'thrown' })
      },
    }
  },
})

/** What is to be done to the code, however well the error is handled. */
const housekeeping =
  /^\W*\w+\b(?:\s*[([][^)\]]*[)\]])*\W*(?:(?:we|should|can|could|to|need|consider|maybe|please)\s+)*(?:remove|removing|delete|drop|rename|refactor|clean ?up|deprecat\w*|upgrade|migrate|extract|move|unify|dedupe|translat\w*|localiz\w*|i18n|types?|typing|test|tests|document|docs)\b/i

function isHousekeeping(text: string): boolean {
  return housekeeping.test(text)
}

function markOf(text: string): string {
  const mark =
    /^(?:TODO|FIXME|HACK|XXX)\b/i.exec(text) ?? /\b(?:placeholder|(?:not (?:yet )?|un)implemented)\b/i.exec(text)
  return mark?.[0] ?? 'TODO'
}

/** `new Error('TODO')`, `new NotImplementedError()`, `Error('not implemented yet')` */
function saysMissing(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false
  if (node.callee.type === 'Identifier' && /^NotImplemented(?:Error|Exception)?$/.test(node.callee.name)) return true
  const [first] = node.arguments
  const text =
    first?.type === 'Literal' ? first.value : first?.type === 'TemplateLiteral' ? first.quasis[0]?.value.raw : ''
  return (
    typeof text === 'string' &&
    /^\W*(?:(?:TODO|FIXME)\b|.{0,40}\bnot (?:yet )?implemented\b|implement me\b|unimplemented\b)/i.test(text)
  )
}
