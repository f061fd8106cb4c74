import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { cleanupNames } from './cleanup.ts'
import type { FunctionNode, Source, Variable } from './source.ts'
import { wordsOf } from './words.ts'

/** Callees that take an error as what it is for, and answer it: `app.onError((error, c) => …)`. */
const errorTakers = /error|catch|fail|reject|exception|format/i

const listMethods = new Set(
  'map forEach filter some every find findIndex findLast flatMap reduce sort then addListener addEventListener'.split(
    ' ',
  ),
)

/** Whether a function is a callback in Node's manner, `(error, result) => …`, that never looks at its error. */
export function ignoresError(source: Source, owner: FunctionNode): boolean {
  const call = owner.parent
  const [first] = owner.params
  if (call.type !== 'CallExpression' || call.callee === owner) return false
  if (first?.type !== 'Identifier' || !/^(?:err|error)$/.test(first.name)) return false
  // Four parameters are the error middleware of Express.
  if (owner.params.length > 3 || isErrorEvent(call)) return false
  const name = calledName(call)
  if (errorTakers.test(name) || listMethods.has(name)) return false
  if (cleanupNames.has(wordsOf(name)[0] ?? '') && isEmptyBody(owner)) return false
  const variables = source.getDeclaredVariables?.(owner) ?? []
  const isRead = ({ references }: Variable) => references.some((reference) => reference.isRead())
  const all = source.getScope(owner.body).set.get('arguments')
  return (
    variables.some((variable) => variable.identifiers.includes(first) && !isRead(variable)) && !(all && isRead(all))
  )
}

/** `stream.on('error', (error, …) => …)`: told apart by the event, the error needs no look. */
function isErrorEvent(call: TSESTree.CallExpression): boolean {
  const [event] = call.arguments
  if (!['on', 'once'].includes(calledName(call))) return false
  return event?.type !== 'Literal' || /error|fail|exception|reject|close|exit|end/i.test(String(event.value))
}

function isEmptyBody(owner: FunctionNode): boolean {
  return owner.body.type === 'BlockStatement' && owner.body.body.length === 0
}
