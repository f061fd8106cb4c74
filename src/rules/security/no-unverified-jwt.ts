import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { decidesIdentity, goesOn, takenApart } from '../../facts/jwt-decodes.ts'
import { verifyInstead, withExpiry, withoutNone, type JwtEdit } from '../../facts/jwt-edits.ts'
import {
  acceptsAny,
  expiryIgnored,
  isExpiryIgnored,
  livesForever,
  missingKey,
  noneIn,
  noneOf,
  switchedOff,
} from '../../facts/jwt-options.ts'
import { rowsOf } from '../../facts/named-acts.ts'
import type { Node } from '../../facts/source.ts'

type Call = TSESTree.CallExpression | TSESTree.NewExpression
type Messages =
  'off' | 'none' | 'expired' | 'key' | 'unsigned' | 'decoded' | 'continues' | 'algorithms' | 'forever' | 'edit'

interface Options {
  readonly decoded: boolean
  readonly algorithms: boolean
  readonly expiry: boolean
}

const all: Options = { decoded: true, algorithms: true, expiry: true }

export default defineRule<Messages, Options>({
  description: 'Disallow signed tokens whose signature or age is not checked',
  clauses: ['002/5.7a', '002/14.4'],
  tier: 'recommended',
  presets: { strict: { options: all }, 'expert-agent': { options: all } },
  files: ['server'],
  mentions: /jwt|jsonwebtoken|jose|ignoreExpiration|split\(['"]\.['"]\)/i,
  hasSuggestions: true,
  messages: {
    off: '`{{ what }}` switches the check of the signature off, so anyone can write such a token. Leave it out.',
    none: 'With `none`, a token needs no signature, so anyone can make one. Name the algorithm that the tokens are signed with.',
    expired: 'A token that has expired is taken for ever, stolen ones included. Let its expiry count.',
    key: 'Without a key, no signature is checked. Hand over the key that the tokens are signed with.',
    unsigned: 'This reads a token without a signature, which anyone can make. Check a signed one.',
    decoded:
      'These claims say who is there, and nothing has checked them: anyone can write such a token. Verify it first.',
    continues: 'A token that fails its check lets the request go on all the same. Answer it with 401 here.',
    algorithms:
      'This takes a token that is signed by any algorithm that fits the key. List the one that the tokens are signed with.',
    forever: 'This token never expires, so a stolen one is good for ever. Say how long it lives.',
    edit: '{{ what }}.',
  },
  options: {
    decoded: {
      schema: { type: 'boolean', description: 'Also report claims that decide who is there, unchecked.' },
      default: false,
    },
    algorithms: {
      schema: { type: 'boolean', description: 'Also report checks that do not list the algorithms they accept.' },
      default: false,
    },
    expiry: {
      schema: {
        type: 'boolean',
        description: 'Also report tokens that are signed without a time at which they expire.',
      },
      default: false,
    },
  },
  create(context, options) {
    const report = reporter(context)
    const atCall = (node: Call) => {
      atVerify(context, node, options, report)
      atSign(context, node, options, report)
      if (node.type === 'CallExpression') atDecode(context, node, options, report)
    }
    return {
      CallExpression: atCall,
      NewExpression: atCall,
      Property(node) {
        if (node.parent.type !== 'ObjectExpression') return
        for (const none of noneOf(context.sourceCode, node)) report(none, 'none')
        if (isExpiryIgnored(context.sourceCode, node)) report(node, 'expired', withExpiry(node))
      },
    }
  },
})

type Report = (node: Node, messageId: Messages, edit?: JwtEdit) => void

function reporter(context: Context<Messages>): Report {
  const seen = new Set<Node>()
  return (node, messageId, edit) => {
    if (seen.has(node)) return
    seen.add(node)
    const suggest = edit ? [{ messageId: 'edit' as const, data: { what: edit.what }, fix: edit.fix }] : []
    context.report({ node, messageId, suggest })
  }
}

function atVerify(context: Context<Messages>, node: Call, options: Options, report: Report) {
  const { sourceCode } = context
  for (const { row } of rowsOf(context, node, 'jwt.verify')) {
    const off = switchedOff(sourceCode, node, row)
    if (off) {
      context.report({ node: off, messageId: 'off', data: { what: sourceCode.getText(off) } })
      continue
    }
    const nones = noneIn(sourceCode, node, row.options)
    for (const none of nones) report(none, 'none', withoutNone(sourceCode, none))
    for (const property of expiryIgnored(sourceCode, node, row)) report(property, 'expired', withExpiry(property))
    const key = missingKey(sourceCode, node, row.key)
    if (key) report(key, 'key')
    else if (options.algorithms && nones.length === 0 && acceptsAny(sourceCode, node, row)) report(node, 'algorithms')
    const handler = options.decoded ? goesOn(sourceCode, node) : undefined
    if (handler) report(handler, 'continues')
  }
}

function atSign(context: Context<Messages>, node: Call, options: Options, report: Report) {
  const { sourceCode } = context
  for (const { row } of rowsOf(context, node, 'jwt.sign')) {
    const nones = noneIn(sourceCode, node, row.options)
    for (const none of nones) report(none, 'none')
    const key = nones.length === 0 ? missingKey(sourceCode, node, row.key) : undefined
    if (key) report(key, 'key')
    if (options.expiry && livesForever(sourceCode, node, row)) report(node, 'forever')
  }
}

function atDecode(context: Context<Messages>, node: TSESTree.CallExpression, options: Options, report: Report) {
  const token = options.decoded ? takenApart(context.sourceCode, node) : undefined
  if (token && decidesIdentity(context.sourceCode, node, token)) report(node, 'decoded')
  for (const { row, package: name } of rowsOf(context, node, 'jwt.decode')) {
    if (row.unsigned) report(node, 'unsigned')
    else if (options.decoded && decidesIdentity(context.sourceCode, node))
      report(node, 'decoded', verifyInstead(context, node, name))
  }
}
