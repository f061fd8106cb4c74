import { defineRule } from '../../define-rule.ts'
import { onTextTest, type TextTest } from '../../facts/error-texts.ts'
import { logCallOf } from '../../facts/log-calls.ts'
import { ancestor, isFunction, nameOfKey, unwrapped, type Node } from '../../facts/source.ts'

export default defineRule<'text', { allow: readonly string[] }>({
  description: 'Disallow decisions that hang on the words of an error',
  clauses: ['003/2.2d'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bmessage\b|\bString\(|\.toString\(/,
  messages: {
    text: 'What happens here hangs on the words of `{{ subject }}`, which anyone may change. Ask for the class of the error, or for its `code`.',
  },
  options: {
    allow: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Parts of messages by which alone an error of others can be told.',
      },
      default: [
        'Unexpected token',
        'Unexpected end of JSON input',
        'Converting circular structure',
        'Maximum call stack size exceeded',
        'Invalid string length',
        'Failed to fetch',
        'fetch failed',
        // What ioredis tells its `reconnectOnError` by.
        'READONLY',
      ],
    },
  },
  create(context, { allow }) {
    const { sourceCode } = context
    const told = new Set<Node>()
    const isLog = (node: Node) => logCallOf(context, node) !== undefined

    function isMeant({ texts }: TextTest): boolean {
      const isAllowed = texts.some((text) => allow.some((one) => text.toLowerCase().includes(one.toLowerCase())))
      // A line end, a bracket: what is asked is how the text looks.
      return isAllowed || (texts.length > 0 && !texts.some((text) => /\p{L}{2}|\p{L}?\d{2}/u.test(text)))
    }

    return onTextTest(context, (test) => {
      const whole = conditionAround(test.node)
      if (told.has(whole) || isMeant(test) || asksMore(whole, test.node) || onlyLogs(whole, isLog)) return
      told.add(whole)
      const subject = sourceCode.getText(test.subject)
      context.report({
        node: test.node,
        messageId: 'text',
        data: { subject: subject.length > 40 ? 'message' : subject },
      })
    })
  },
})

/** The whole condition that a test is a part of. */
function conditionAround(node: Node): Node {
  let whole = node
  while (
    whole.parent &&
    /^(?:LogicalExpression|UnaryExpression|BinaryExpression|ChainExpression)$/.test(whole.parent.type)
  )
    whole = whole.parent
  return whole
}

const marks = new Set(['code', 'errno', 'status', 'statusCode', 'name', 'type', 'errorCode', 'sqlState', 'kind'])
/** Classes that say nothing but that it is an error. */
const plain = new Set(['Error', 'TypeError', 'Object'])

/** Whether the same `&&` asks for a class or a code as well: then the text only tells what those leave open. */
function asksMore(whole: Node, test: Node): boolean {
  for (let child = test, { parent } = test; parent && child !== whole; child = parent, { parent } = parent) {
    if (
      parent.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      (isMark(parent.left) || isMark(parent.right))
    )
      return true
  }
  return false
}

function isMark(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'LogicalExpression') return node.operator === '&&' && (isMark(node.left) || isMark(node.right))
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return false
  if (node.operator === 'instanceof') return !(node.right.type === 'Identifier' && plain.has(node.right.name))
  const left = unwrapped(node.left)
  return /^[!=]==?$/.test(node.operator) && left.type === 'MemberExpression' && marks.has(nameOfKey(left) ?? '')
}

/** `if (!error.message.includes('aborted')) logger.error(error)`: which lines are worth writing; or an argument of a line. */
function onlyLogs(whole: Node, isLog: (node: Node) => boolean): boolean {
  if (ancestor(whole, (outer) => isFunction(outer) || isLog(outer))?.type === 'CallExpression') return true
  const { parent } = whole
  if (parent?.type !== 'IfStatement' || parent.test !== whole || parent.alternate) return false
  const { consequent } = parent
  const statements = consequent.type === 'BlockStatement' ? consequent.body : [consequent]
  return statements.length > 0 && statements.every((one) => one.type === 'ExpressionStatement' && isLog(one.expression))
}
