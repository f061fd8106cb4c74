import { createHash } from 'node:crypto'
import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { alphabetOf, entropyOf, type Alphabet } from '../../facts/entropy.ts'
import { fileKind, fileLanguage } from '../../facts/files.ts'
import { secretEdit } from '../../facts/secret-edits.ts'
import { settingSecretsIn } from '../../facts/secret-settings.ts'
import { onSecret, type Secret } from '../../facts/secrets.ts'
import { onFile } from '../../facts/text-files.ts'

type Messages = Secret['why'] | 'read' | 'without'

interface Options {
  readonly allow: readonly string[]
  readonly patterns: readonly string[]
  readonly minEntropy: Partial<Readonly<Record<Alphabet, number>>>
  readonly tests: boolean
}

/** Below these, a text repeats itself too much to have been made by chance. */
const least: Readonly<Record<Alphabet, number>> = { hex: 2.5, base64: 2.8, text: 2.5 }

const bits = { type: 'number', minimum: 0, maximum: 8 } as const

export default defineRule<Messages, Options>({
  description: 'Disallow secrets that stand in code or in files that are committed with it',
  clauses: ['002/5.5', '004/9.1.2', '004/9.1.3', '004/9.1.4', '004/15.2.5'],
  tier: 'recommended',
  files: ['server', 'front-end', 'cli', 'script', 'config', 'migration', 'test', 'seed'],
  languages: ['code', 'text'],
  hasSuggestions: true,
  messages: {
    form: 'This is {{ what }}, and whoever reads the code or its history has it. Revoke it, and read the new one from the environment.',
    use: 'This secret is known to everyone who reads the code, and cannot differ between environments. Read it from the environment.',
    fallback:
      'Where `{{ what }}` is not set, the program runs with a secret that everyone can read here. Let it fail to start instead.',
    name: '`{{ what }}` holds a secret that everyone who reads the code knows. Read it from the environment.',
    read: 'Read `{{ variable }}` from the environment.',
    without: 'Leave out the value that stands in for `{{ what }}`.',
  },
  options: {
    allow: {
      schema: {
        type: 'array',
        description: 'Values that may stand in the code, each as the SHA-256 of it in hexadecimal digits.',
        items: { type: 'string', pattern: '^(?:sha256:)?[0-9a-f]{64}$' },
        uniqueItems: true,
      },
      default: [],
    },
    patterns: {
      schema: {
        type: 'array',
        description: 'Regular expressions of further secrets that their form gives away.',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
      },
      default: [],
    },
    minEntropy: {
      schema: {
        type: 'object',
        description:
          'The bits of entropy of each character that a value needs to be a secret by the name of what it is put into, for each alphabet.',
        additionalProperties: false,
        properties: { hex: bits, base64: bits, text: bits },
      },
      default: least,
    },
    tests: {
      schema: { type: 'boolean', description: 'Also look at tests and at what fills a database.' },
      default: false,
    },
  },
  create(context, { allow, patterns, minEntropy, tests }) {
    const kind = fileKind(context)
    if (!tests && (kind === 'test' || kind === 'seed')) return {}
    const allowed = new Set(allow.map((hash) => hash.replace('sha256:', '')))
    const isAllowed = (value: string) =>
      allowed.size > 0 && allowed.has(createHash('sha256').update(value).digest('hex'))
    const further = patterns.map(expressionOf)
    if (fileLanguage(context.sourceCode) === 'text') {
      return onFile(context, (text) => {
        for (const { start, end, why, what, value } of settingSecretsIn(context.filename, text.value, further)) {
          if (!isAllowed(value)) context.report({ loc: text.locate({ start, end }), messageId: why, data: { what } })
        }
      })
    }
    const needed = { ...least, ...minEntropy }
    return onSecret(context, further, (secret) => {
      if (isAllowed(secret.value) || (kind === 'front-end' && secret.why !== 'form')) return
      if (secret.why === 'name' && entropyOf(secret.value) < needed[alphabetOf(secret.value)]) return
      report(context, secret)
    })
  },
})

/** @throws TypeError that names the option, when it is no regular expression. */
function expressionOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern)
  } catch (error) {
    throw new TypeError(`The option patterns of no-hardcoded-secrets has no regular expression: ${pattern}`, {
      cause: error,
    })
  }
}

function report(context: Context<Messages>, secret: Secret) {
  const { node, why, what, variable } = secret
  const edit = secretEdit(context.sourceCode, secret)
  const data = { what, variable }
  const suggest: TSESLint.SuggestionReportDescriptor<Messages>[] = edit ? [{ ...edit, data }] : []
  context.report({ node, loc: secret.loc ?? node.loc, messageId: why, data, suggest })
}
