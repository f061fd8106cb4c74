import type { TSESLint } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import type { ErrorSink } from './error-sinks.ts'
import { unwrapped, type Node, type Source } from './source.ts'

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix

/** What is sent replaced by a text that tells nothing; `undefined` where comments stand in it, or its form is unknown. */
export function fixedAnswer(source: Source, { node, value, kind }: ErrorSink): Edit | undefined {
  if (kind === 'format' || source.getCommentsInside(value).length > 0) return undefined
  const text = kind === 'error' ? errorText(value) : answerText(node, value)
  return text === undefined ? undefined : (fixer) => fixer.replaceText(value, text)
}

const plain = "'Internal Server Error'"
const object = "{ error: 'Internal Server Error' }"

function errorText(value: Node): string | undefined {
  return value.type === 'ObjectExpression' ? undefined : plain
}

/** As JSON where it was JSON, as text where only text may stand. */
function answerText(node: Node, given: Node): string | undefined {
  const value = unwrapped(given)
  if (value.type === 'CallExpression' && calledName(value) === 'stringify') return `JSON.stringify(${object})`
  if (value.type === 'ObjectExpression') return object
  const name = node.type === 'CallExpression' ? calledName(node) : ''
  if (/^(?:json|jsonp)$/.test(name)) return object
  return /^(?:send|end|write|text)$/.test(name) || value.type === 'TemplateLiteral' ? plain : object
}
