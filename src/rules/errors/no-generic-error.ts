import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { domainErrorsIn, hasDomainErrors } from '../../facts/domain-errors.ts'
import { isForCompiler, onGenericError, type GenericError } from '../../facts/generic-errors.ts'
import { layerOf } from '../../facts/layers.ts'
import { isOfLibrary } from '../../facts/published-libraries.ts'
import { matchesAny } from '../../project/globs.ts'

/** Texts that say that the code is wrong, or the machine is not set up: no caller can do anything about those. */
const invariants =
  /\b(?:unreachable|unexpected|invariant|never|impossible|should(?: not|n't)|not (?:yet )?implemented|unimplemented|exhausti\w+|assert\w*|bug|environment|env|config\w*|not (?:set|defined|initiali[sz]ed)|be initiali[sz]ed|cancell?ed|aborted|abort signal|(?:for|in) tests?|timed? ?out|compute|unhandled|should|undefined|null|corrupt\w*|at runtime|from (?:the )?database|unsupported (?:database|driver|dialect))\b/i
/** `STRIPE_SECRET_KEY is missing` */
const variable =
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+ (?:is|was|must|has|not|missing|required)\b|\b(?:[Mm]issing|[Ii]nvalid|[Ss]et|[Pp]rovide) [A-Z][A-Z0-9]*_/

/** Texts of what went wrong inside, which is a failure of the server whatever the class. */
const failures =
  /^(?:failed|failure|could(?: not|n't)|unable|error) (?!.*\b(?:find|locate|authenti\w*|authori\w*|verify|validate|log ?in|parse|decode|read the)\b)\w|\bfailed\W*$|\bfailed (?:with|because|due)\b|\b(?:request|http|platform|network|upstream|server|internal) error\b|\brate[- ]limited\b/i

/** Words of what a caller did wrong, or cannot have: without an error of the project at hand, nothing else is sure. */
const refusals =
  /^no \w|\b(?:not found|no such|(?:does not|doesn't|already) exists?|invalid|unauthori[sz]ed|unauthenticated|forbidden|denied|permissions?|already|expired|duplicate|conflict|not allowed|insufficient|credentials|missing)\b/i

export default defineRule<
  'generic' | 'copy' | 'specific',
  { readonly layers: readonly string[]; readonly allowPatterns: readonly string[] }
>({
  description: 'Disallow throwing a plain `Error` where the project has errors that say more',
  clauses: ['001/7.3a', '002/4.3a', '003/2.2b', '004/4.3.1', '004/4.3.3'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bError\b/,
  hasSuggestions: true,
  messages: {
    generic:
      'A plain `Error` tells callers nothing to act on, so it is answered as a failure of the server. Throw {{ instead }}.',
    copy: 'This `Error` keeps the message and drops the class, the code and the stack. Let the error propagate, or give it as `cause`.',
    specific: 'Throw `{{ name }}`.',
  },
  options: {
    layers: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'More files that the rule speaks about, as globs from the working directory.',
      },
      default: [],
    },
    allowPatterns: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Regular expressions for messages of errors that may be plain.',
      },
      default: [],
    },
  },
  create(context, { layers, allowPatterns }) {
    const { sourceCode, filename, cwd } = context
    const allowed = allowPatterns.map((pattern) => new RegExp(pattern))
    const isListed = matchesAny(filename, cwd, layers)
    const known = domainErrorsIn(sourceCode)

    function check({ node, text, isCopy, isWrapper }: GenericError) {
      if (isForCompiler(sourceCode, node)) return
      if (invariants.test(text) || variable.test(text) || allowed.some((pattern) => pattern.test(text))) return
      const layer = layerOf(context, node)
      if (layer === undefined && !isListed) return
      // Below the handlers, a failure that is none of the caller's has no class of its own.
      if (!isCopy && !isWrapper && failures.test(text) && layer !== 'handler') return
      if (isCopy) return context.report({ node, messageId: 'copy' })
      if (known.length === 0 && !((isWrapper || refusals.test(text)) && hasDomainErrors(context))) return
      const names = known.slice(0, 3).map(({ name }) => `\`${name}\``)
      context.report({
        node,
        messageId: 'generic',
        data: { instead: names.length > 0 ? names.join(' or ') : 'one of the errors of the project' },
        suggest: known.slice(0, 3).flatMap(({ name, isClass }) => (isClass ? [suggestion(node, name)] : [])),
      })
    }

    function suggestion({ type, callee }: GenericError['node'], name: string) {
      const text = type === 'NewExpression' ? name : `new ${name}`
      return {
        messageId: 'specific' as const,
        data: { name },
        fix: (fixer: TSESLint.RuleFixer) => fixer.replaceText(callee, text),
      }
    }

    return path.basename(filename) === 'env.ts' || isOfLibrary(context) ? {} : onGenericError(context, check)
  },
})
