import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { isCheckedBefore } from '../../facts/checked-elsewhere.ts'
import { onClaimedRead } from '../../facts/claimed-reads.ts'
import type { Claim } from '../../facts/claims.ts'
import { blindPredicate } from '../../facts/predicates.ts'
import type { Node, Source } from '../../facts/source.ts'
import { isInspected, onUncheckedCast, type Unchecked } from '../../facts/unchecked.ts'
import { matchesAny } from '../../project/globs.ts'

interface Options {
  readonly boundaries: readonly string[]
  readonly narrowing: boolean
  readonly allowBrand: boolean
}

type Messages = 'double' | 'external' | 'predicate' | 'rows' | 'stored' | 'narrowing' | 'satisfies'

export default defineRule<Messages, Options>({
  description: 'Disallow casts that say what a value is without a look at it',
  clauses: ['000/1.3b', '001/2.0e', '001/4.3a', '001/4.3b', '003/3.6'],
  tier: 'recommended',
  presets: {
    strict: { options: { narrowing: true } },
    'no-guessing': { options: { narrowing: true, boundaries: ['**/adapters/**', '**/*.adapter.*'] } },
  },
  files: ['server'],
  hasSuggestions: true,
  messages: {
    double:
      'By way of `{{ step }}` any value passes for `{{ type }}`, and the compiler never objects again. Convert the value, or correct the type where it comes from.',
    external:
      '`{{ value }}` comes from {{ from }}, and nothing has looked whether it is `{{ type }}`. Parse it with a schema, or take it as `unknown` and narrow it.',
    predicate:
      'Callers take `{{ value }}` for `{{ type }}` on the word of this function, which never looks at it. Check it, or return a plain `boolean`.',
    rows: '`{{ value }}` are rows of a statement that the compiler cannot read, so nothing says that they are `{{ type }}`. Parse them, or map their columns.',
    stored:
      '`{{ type }}` is only what the caller hopes for, and the answer goes to the database as it is. Parse it before it is stored.',
    narrowing:
      '`{{ value }}` may be more than `{{ type }}`, and this cast only silences the compiler. Narrow it with a check, or type it where it comes from.',
    satisfies: 'The value fits without a cast: write `satisfies`, so that the compiler goes on checking it.',
  },
  options: {
    boundaries: { schema: { type: 'array', items: { type: 'string', minLength: 1 } }, default: [] },
    narrowing: { schema: { type: 'boolean' }, default: false },
    allowBrand: { schema: { type: 'boolean' }, default: true },
  },
  create(context, options) {
    if (matchesAny(context.filename, context.cwd, options.boundaries)) return {}
    const { sourceCode } = context
    const claims: TSESLint.RuleListener = {
      ...onUncheckedCast(context, options, (claim, found) => reportCast(context, claim, found)),
      TSTypePredicate(node) {
        const blind = blindPredicate(sourceCode, node)
        if (!blind) return
        const data = { value: blind.parameter, type: shown(sourceCode, blind.type) }
        context.report({ node, messageId: 'predicate', data })
      },
    }
    return {
      ...onClaimedRead(context, ({ node, type, external }) => {
        const isStored = external.claims === 'data'
        if (isStored ? !options.narrowing : isInspected(context, node, node, false)) return
        if (isCheckedBefore(context, node, external)) return
        const data = { value: shown(sourceCode, node), type: shown(sourceCode, type), from: senders[external.from] }
        context.report({ node, messageId: isStored ? 'stored' : 'external', data })
      }),
      ...(mayClaim.test(sourceCode.text) && claims),
    }
  },
})

/** What a cast, an assertion in angle brackets or a predicate looks like; most files have none of them. */
const mayClaim =
  /(?<!\*\s*)\bas\b(?!\s+const\b)|(?:(?<![\w)\]>$])|\b(?:return|await|yield|throw|case|else|of|in|void|typeof))<|(?:\)\s*:|=>)\s*(?:asserts\b|[\w$]+\s+is\b)/

const senders = {
  request: 'a request',
  response: 'another service',
  message: 'a message',
  form: 'a form',
  environment: 'the environment',
  json: 'a text',
}

function reportCast(context: Context<Messages>, claim: Claim, found: Unchecked) {
  const { sourceCode } = context
  const { node, value, target, steps } = claim
  const data = { value: shown(sourceCode, value), type: shown(sourceCode, target) }
  switch (found.why) {
    case 'external':
      context.report({ node, messageId: 'external', data: { ...data, from: senders[found.external.from] } })
      break
    case 'double': {
      const step = shown(sourceCode, steps[0] ?? target)
      const suggest = found.isNeedless ? [{ messageId: 'satisfies' as const, fix: satisfying(sourceCode, claim) }] : []
      context.report({ node, messageId: 'double', data: { ...data, step }, suggest })
      break
    }
    default:
      context.report({ node, messageId: found.why, data })
  }
}

/** Expressions that bind tighter than `satisfies`, and so need no parentheses before it. */
const tight = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'NewExpression',
  'ThisExpression',
  'Literal',
])

function satisfying(sourceCode: Source, { node, value, target }: Claim): TSESLint.ReportFixFunction {
  const text = sourceCode.getText(value)
  const satisfied = `${tight.has(value.type) ? text : `(${text})`} satisfies ${sourceCode.getText(target)}`
  return (fixer) => fixer.replaceText(node, node.type === 'TSTypeAssertion' ? `(${satisfied})` : satisfied)
}

/** The source of a node on one line, not longer than a message can bear. */
function shown(sourceCode: Source, node: Node): string {
  const line = sourceCode.getText(node).replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
