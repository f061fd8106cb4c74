import { defineRule } from '../../define-rule.ts'
import { fileKind } from '../../facts/files.ts'
import {
  bodyLines,
  countWithout,
  functionTitle,
  isList,
  isOfSuite,
  partsNotCounted,
  seamOf,
  seamTitle,
} from '../../facts/functions.ts'
import { functionPlace } from '../../facts/places.ts'
import type { FunctionNode } from '../../facts/source.ts'

export default defineRule<
  'long' | 'seam',
  { max: number; countNested: boolean; countLiterals: 'once' | 'all'; ignoreTests: boolean }
>({
  description: 'Limit the lines of code that a function has of its own',
  clauses: ['002/1.5'],
  tier: 'recommended',
  severity: 'warn',
  presets: { 'expert-agent': { severity: 'error' } },
  twins: ['max-lines-per-function'],
  files: ['server', 'cli', 'script', 'test'],
  messages: {
    long: '{{ title }} has {{ lines }} lines of its own; over {{ max }}, a function is hard to read and to test. Split it where it turns to another step.',
    seam: '{{ title }} has {{ lines }} lines of its own; over {{ max }}, a function is hard to read and to test. Make a function of {{ seam }}.',
  },
  options: {
    max: { schema: { type: 'integer', minimum: 1, description: 'How many lines a function may have.' }, default: 30 },
    countNested: {
      schema: { type: 'boolean', description: 'Whether the lines of functions inside a function count for it too.' },
      default: false,
    },
    countLiterals: {
      schema: {
        type: 'string',
        enum: ['once', 'all'],
        description: 'Whether an object, an array, a template or JSX counts as one line however long it is.',
      },
      default: 'once',
    },
    ignoreTests: { schema: { type: 'boolean', description: 'Whether test files are left alone.' }, default: true },
  },
  create(context, { max, countNested, countLiterals, ignoreTests }) {
    if (ignoreTests && fileKind(context) === 'test') return {}
    const { sourceCode } = context
    if (sourceCode.lines.length <= max) return {}

    function check(node: FunctionNode) {
      const body = bodyLines(node)
      // The cheap question first: most functions are short with everything in them.
      if (body.to - body.from < max || isList(node) || isOfSuite(node, ignoreTests ? 'all' : 'groups')) return
      const lines = countWithout(sourceCode, body, partsNotCounted(sourceCode, node, { countNested, countLiterals }))
      if (lines <= max) return
      const seam = seamOf(sourceCode, node)
      context.report({
        node,
        loc: functionPlace(sourceCode, node),
        messageId: seam ? 'seam' : 'long',
        data: {
          title: functionTitle(node),
          lines: String(lines),
          max: String(max),
          ...(seam && { seam: seamTitle(seam) }),
        },
      })
    }

    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
  },
})
