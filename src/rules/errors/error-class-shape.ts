import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import {
  isCaughtHere,
  isExported,
  isForErrors,
  isThrownInLayer,
  leavesOutCause,
} from '../../facts/error-class-places.ts'
import { withMembers } from '../../facts/error-class-edits.ts'
import { onErrorClass, type ErrorClass } from '../../facts/error-classes.ts'
import { isOfLibrary } from '../../facts/published-libraries.ts'

/** Other names under which errors have what a member says. */
const alike: Readonly<Record<string, RegExp>> = {
  statusCode: /^(?:statusCode|status|httpStatus|httpStatusCode|httpCode|http_status|getStatus|getStatusCode)$/,
  code: /^(?:code|errorCode|errCode|error_code|_tag|kind|type|extensions)$/,
}

export default defineRule<
  'missing' | 'cause' | 'stubs',
  { readonly required: readonly string[]; readonly bases: readonly string[] }
>({
  description: 'Require classes of errors to carry a name, a code and an HTTP status',
  clauses: ['002/4.3a', '002/4.4', '003/2.2d', '004/4.3.3'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bextends\b/,
  hasSuggestions: true,
  messages: {
    missing: '`{{ name }}` has no {{ missing }}, so handlers cannot tell what to answer without its text. Give it one.',
    cause: '`{{ name }}` takes `{{ parameter }}` and drops it, so the cause is lost. Pass `{ cause }` to `super`.',
    stubs: 'Add {{ missing }}.',
  },
  options: {
    required: {
      schema: { type: 'array', items: { type: 'string' }, description: 'The members that each error has to have.' },
      default: ['code', 'statusCode', 'name'],
    },
    bases: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Names of classes that have all of them, wherever they are declared.',
      },
      default: [],
    },
  },
  create(context, { required, bases }) {
    const { sourceCode } = context
    const has = (members: ReadonlySet<string>, name: string) =>
      members.has(name) || [...members].some((member) => alike[name]?.test(member) ?? false)

    function check(found: ErrorClass) {
      const { node, name, members, inherited, base } = found
      const parent = node.superClass?.type === 'Identifier' ? node.superClass.name : ''
      if (bases.includes(parent) || !isMeant(node)) return
      const parameter = leavesOutCause(sourceCode, node)
      if (parameter !== undefined) {
        return context.report({ node: node.id ?? node, messageId: 'cause', data: { name, parameter } })
      }
      const missing = required.filter((one) => !has(members, one))
      // What a base of the same file lacks is told of there.
      const told = base && isMeant(base) ? missing.filter((one) => has(inherited, one)) : missing
      if (told.length > 0) report(found, told)
    }

    /** Whether a handler may come to see such an error; of an abstract class, only those that extend it are seen. */
    function isMeant(node: ErrorClass['node']): boolean {
      if (node.abstract || isOfLibrary(context)) return false
      if (!isExported(sourceCode, node)) return isThrownInLayer(context, node) && !isCaughtHere(sourceCode, node)
      return isForErrors(sourceCode, context.filename) || isThrownInLayer(context, node)
    }

    function report({ node, name }: ErrorClass, missing: readonly string[]) {
      const data = { name, missing: missing.map((one) => `\`${one}\``).join(' and no ') }
      const fix = (fixer: TSESLint.RuleFixer) => withMembers(context, fixer, node, name, missing)
      context.report({
        node: node.id ?? node,
        messageId: 'missing',
        data,
        suggest: [{ messageId: 'stubs', data: { missing: missing.map((one) => `\`${one}\``).join(' and ') }, fix }],
      })
    }

    return onErrorClass(context, check)
  },
})
