import { defineRule, type Context } from '../../define-rule.ts'
import { fileKind, isMarkedGenerated } from '../../facts/files.ts'
import { singleLineOf } from '../../facts/single-lines.ts'
import { isExplainedBeside, suppressionsIn, type Suppression } from '../../facts/suppressions.ts'

export default defineRule<
  'all' | 'types' | 'reason' | 'wide' | 'many' | 'narrow',
  { blanketOnly: boolean; minWords: number; max: number }
>({
  description: 'Require suppressions to name what they suppress, and to say why',
  clauses: ['001/2.0b', '001/2.0c', '001/2.0f'],
  tier: 'recommended',
  presets: {
    recommended: {
      options: { blanketOnly: true },
      keeps: [
        '@eslint-community/eslint-comments/require-description',
        'eslint-comments/require-description',
        '@typescript-eslint/ban-ts-comment',
      ],
    },
  },
  twins: [
    'unicorn/no-abusive-eslint-disable',
    '@eslint-community/eslint-comments/no-unlimited-disable',
    '@eslint-community/eslint-comments/require-description',
    'eslint-comments/no-unlimited-disable',
    'eslint-comments/require-description',
    '@typescript-eslint/ban-ts-comment',
  ],
  files: ['server', 'test', 'cli', 'script', 'migration', 'seed', 'config'],
  mentions:
    /(?:eslint|oxlint)-disable|\*\s*eslint\s|@ts-(?:ignore|expect-error|nocheck)|biome-ignore|deno-lint-ignore|prettier-ignore|NOSONAR|nosem|(?:istanbul|c8|v8)\s+ignore|node:coverage/,
  hasSuggestions: true,
  messages: {
    all: '`{{ mark }}` names no rule, so it hides every mistake there, those of tomorrow too. Name the rules that it is about.',
    types:
      '`{{ mark }}` switches the types of the whole file off. Mark the lines that need it with `@ts-expect-error`, each with its reason.',
    reason:
      'Nothing says why `{{ mark }}` is needed, so nobody can tell when it may go. Give the reason {{ place }}, in {{ least }} words or more.',
    wide: '`{{ mark }}` reaches past line {{ line }}, the only one that needs it, so it hides what is added later. Switch the rule off for that line.',
    many: 'This is suppression {{ count }} in a file where {{ max }} are many: the tools hardly check it any more. Mend what they report, or change their configuration.',
    narrow: 'Switch the rule off for line {{ line }} alone.',
  },
  options: {
    blanketOnly: {
      schema: { type: 'boolean', description: 'Whether to ask only that linters are told which rules are meant.' },
      default: false,
    },
    minWords: {
      schema: { type: 'integer', minimum: 1, description: 'How many words make a reason.' },
      default: 3,
    },
    max: {
      schema: { type: 'integer', minimum: 1, description: 'How many suppressions a file may hold.' },
      default: 5,
    },
  },
  create(context, { blanketOnly, minWords, max }) {
    const { sourceCode } = context
    if (isMarkedGenerated(sourceCode)) return {}

    function checkExtent(one: Suppression): boolean {
      const { text, extent, tool } = one
      const isTold = extent === 'types' || (extent === 'all' && !(isLenient() && tool === 'semgrep'))
      if (isTold) context.report({ loc: placeOf(context, one), messageId: extent, data: { mark: text } })
      return isTold
    }

    function checkReason(one: Suppression, all: readonly Suppression[]): boolean {
      if (one.hasReason(minWords) || isExplainedBeside(sourceCode, one, all, minWords)) return false
      const data = { mark: one.text, place: one.reasonGoes, least: minWords }
      context.report({ loc: one.comment.loc, messageId: 'reason', data })
      return true
    }

    function checkReach(one: Suppression): boolean {
      const single = singleLineOf(sourceCode, one)
      if (!single) return false
      const data = { mark: one.text, line: single.line }
      const suggest = [{ messageId: 'narrow' as const, data, fix: single.fix }]
      context.report({ loc: one.comment.loc, messageId: 'wide', data, suggest })
      return true
    }

    /** Tests provoke errors on purpose: what they suppress explains itself. */
    function isLenient(): boolean {
      return blanketOnly || fileKind(context) === 'test'
    }

    return {
      Program() {
        const all = suppressionsIn(sourceCode)
        const told = all.map((one) => {
          if (checkExtent(one) || isLenient()) return true
          return [checkReason(one, all), checkReach(one)].includes(true)
        })
        const extra = told.indexOf(false, max)
        const one = all[extra]
        if (one) context.report({ loc: one.comment.loc, messageId: 'many', data: { count: extra + 1, max } })
      },
    }
  },
})

/**
 * A comment that switches everything off would hide what is said of it: column -1 stands before it. In oxlint there is
 * no such place, and a report of one ends the rules for that file.
 */
function placeOf({ languageOptions }: Context<string>, { comment: { type, loc }, text }: Suppression) {
  // From a comment to the end of a line, linters take what is about that line only.
  const hiding = type.valueOf() === 'Block' ? /^(?:es|ox)lint-disable(?:-line)?$/ : /^(?:es|ox)lint-disable-line$/
  const isOxlint =
    languageOptions.parser && 'name' in languageOptions.parser && languageOptions.parser.name === 'oxlint'
  return hiding.test(text) && !isOxlint ? { start: { line: loc.start.line, column: -1 }, end: loc.end } : loc
}
