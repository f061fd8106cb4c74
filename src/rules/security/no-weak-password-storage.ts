import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { rowsOf } from '../../facts/named-acts.ts'
import { joined } from '../../facts/listeners.ts'
import { weaknessesOf } from '../../facts/password-hashes.ts'
import { onPasswordInQuery } from '../../facts/password-statements.ts'
import {
  assignedPassword,
  comparesPasswords,
  comparesUnsalted,
  isElsewhere,
  isHashedInReach,
  isHashedOnTheWay,
  looksForPassword,
  scrambledPassword,
  writtenByForm,
  writtenPassword,
} from '../../facts/password-uses.ts'
import type { Node } from '../../facts/source.ts'

type Messages =
  'digest' | 'cipher' | 'encoding' | 'plain' | 'compared' | 'unsalted' | 'cost' | 'salt' | 'type' | 'raise'

interface Options {
  readonly services: readonly string[]
  readonly strict: boolean
}

export default defineRule<Messages, Options>({
  description: 'Disallow passwords that are stored in a way that gives them away',
  clauses: ['002/5.1', '004/9.2.1', '004/9.2.2', '004/9.2.3'],
  tier: 'recommended',
  presets: { strict: { options: { strict: true } } },
  files: ['server'],
  mentions: /passw|pwd|passphrase|passcode|bcrypt|argon2|scrypt|pbkdf2|\b(?:pin|pw)\b/i,
  hasSuggestions: true,
  messages: {
    digest:
      'A fast digest of a password is guessed billions of times a second. Hash it with argon2id, scrypt or bcrypt.',
    cipher:
      'What is encrypted can be decrypted, by whoever gets the key. Hash the password with argon2id, scrypt or bcrypt.',
    encoding: 'An encoding hides nothing: anyone reads the password. Hash it with argon2id, scrypt or bcrypt.',
    plain: 'The password is stored as it was typed. Hash it with argon2id, scrypt or bcrypt first.',
    compared:
      'A password that can be compared is stored as it was typed. Store a slow hash, and let its library compare.',
    unsalted:
      'A hash that is made anew to be compared has no salt, so equal passwords have equal hashes. Use argon2id, scrypt or bcrypt, and let its library compare.',
    cost: 'With {{ now }}, hashes are cheap to guess on the hardware of today. Use at least {{ least }}.',
    salt: 'With one salt for all, equal passwords have equal hashes, and all are guessed at once. Use a random salt for each.',
    type: 'This kind of argon2 is weak against some attacks. Use `argon2id`.',
    raise: 'Use {{ better }}.',
  },
  options: {
    services: {
      schema: {
        type: 'array',
        description:
          'More words for what has a password of its own that the program has to know, beside `smtp` and the like.',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
      },
      default: [],
    },
    strict: {
      schema: { type: 'boolean', description: 'Ask for 600,000 rounds of PBKDF2 with SHA-256.' },
      default: false,
    },
  },
  create(context, { services, strict }) {
    const told = new Set<Node>()
    const tell = (node: Node, messageId: Messages, mistake = node) => {
      if (told.has(mistake)) return
      told.add(mistake)
      context.report({ node, messageId })
    }
    return joined(
      onPasswordInQuery(context, ({ node, by }) => {
        if (!isHashedInReach(context, node)) tell(node, by)
      }),
      {
        CallExpression(node) {
          const scrambled = scrambledPassword(context, node)
          if (scrambled && !isElsewhere(context, node, scrambled.password, scrambled.by, services))
            tell(scrambled.password, scrambled.by, scrambled.within)
          reportWeak(context, node, strict)
          const written = writtenPassword(context, node)
          if (written && !isHashedOnTheWay(context, node)) tell(written, 'plain')
        },
        NewExpression(node) {
          const written = writtenByForm(context, node)
          if (written && !isHashedOnTheWay(context, node)) tell(written, 'plain')
        },
        AssignmentExpression(node) {
          const written = assignedPassword(context, node)
          if (written && !isHashedOnTheWay(context, node)) tell(written, 'plain')
        },
        BinaryExpression(node) {
          if (comparesPasswords(context, node) && !isHashedInReach(context, node)) tell(node, 'compared')
          else if (comparesUnsalted(context, node) && !isHashedInReach(context, node)) tell(node, 'unsalted')
        },
        Property(node) {
          if (looksForPassword(context, node) && !isHashedInReach(context, node)) tell(node, 'compared')
        },
      },
    )
  },
})

function reportWeak(context: Context<Messages>, call: TSESTree.CallExpression, strict: boolean) {
  const seen = new Set<Node>()
  for (const { row } of rowsOf(context, call, 'password.hash')) {
    for (const { node, why, now, least } of weaknessesOf(context.sourceCode, call, row, strict)) {
      if (seen.has(node)) continue
      seen.add(node)
      const better = row.suggested ?? least
      const isNumber = why === 'cost' && node.type === 'Literal' && better !== undefined
      context.report({
        node,
        messageId: why,
        data: { now, least },
        suggest: isNumber
          ? [{ messageId: 'raise', data: { better }, fix: (fixer) => fixer.replaceText(node, String(better)) }]
          : [],
      })
    }
  }
}
