import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { isAskedFor, isExplainedCache } from '../../facts/allowed-insecurity.ts'
import { isForDevelopment } from '../../facts/console.ts'
import { fileLanguage } from '../../facts/files.ts'
import { onInsecureAddress, type InsecureAddress } from '../../facts/insecure-addresses.ts'
import { onInsecureOption, type InsecureOption } from '../../facts/insecure-options.ts'
import { onInsecureSetting, type InsecureSetting } from '../../facts/insecure-settings.ts'
import { joined } from '../../facts/listeners.ts'
import { isLeftOutOfProduction, isNeverInProduction, isPlacedAway } from '../../facts/production.ts'
import type { Node } from '../../facts/source.ts'

type Messages = InsecureOption['kind'] | InsecureAddress['kind'] | InsecureSetting['kind'] | 'https'

export default defineRule<Messages, { thorough: boolean }>({
  description: 'Disallow connections that are not encrypted, or that may end at anyone',
  clauses: ['004/9.1.1'],
  tier: 'recommended',
  presets: { strict: { options: { thorough: true } } },
  files: ['server', 'config'],
  languages: ['code', 'text'],
  mentions:
    /rejectUnauthorized|REJECT_UNAUTHORIZED|strictSSL|strict-ssl|sslValidate|checkServerIdentity|insecureHTTPParser|(?:tls(?:Allow|Insecure)|trustServer)\w*|http:\/\/|ws:\/\/|ftp:\/\/|ftp['"]|telnet:\/\/|sslmode=|sslaccept=|(?:ssl|tls)['"]?\s*[:=]|SSL=|secure['"]?\s*[:,}]|ignoreTLS|Version['"]?\s*:|_VERSION|secureProtocol/i,
  hasSuggestions: true,
  messages: {
    verification:
      '`{{ name }}` accepts whatever certificate the other side shows, so that anyone between can read and change what is sent. Trust the certificate by `ca` instead.',
    parser:
      '`{{ name }}` takes requests that servers in front of this one read differently, so that one can be hidden in another. Leave it off.',
    version: '`{{ name }}` allows a version of TLS that has been broken. Ask for TLSv1.2 at least.',
    connection: '`{{ name }}` talks to a database over the network in the open, its password included. Encrypt it.',
    cookie:
      '`{{ name }}` lets the cookie travel over connections that are not encrypted. Set it to true in production.',
    mail: '`{{ name }}` sends mail in the open where nothing else asks for encryption. Set `requireTLS`, or `secure` with port 465.',
    credentials: '`{{ name }}` gets credentials over a connection that anyone between can read. Use https.',
    url: '`{{ name }}` is asked over a connection that anyone between can read and change. Use https.',
    protocol:
      '`{{ name }}` is a protocol that sends everything in the open, passwords included. Use SFTP, FTPS or SSH.',
    variable:
      '`NODE_TLS_REJECT_UNAUTHORIZED=0` makes the whole program accept whatever certificate it is shown. Name the authority to trust by `NODE_EXTRA_CA_CERTS`.',
    strictSsl:
      '`strict-ssl false` takes packages from whoever answers. Name the authority to trust by `cafile` instead.',
    download: '`{{ name }}` is where packages come from, over a connection that anyone between can change. Use https.',
    https: 'Use https.',
  },
  options: {
    thorough: {
      schema: {
        type: 'boolean',
        description:
          'Also report what is weak by itself: any `http://` address that is asked, old versions of TLS, cookies and mail without encryption, and what a setting switches off.',
      },
      default: false,
    },
  },
  create(context, { thorough }) {
    const { sourceCode, filename, cwd } = context
    if (fileLanguage(sourceCode) !== 'code') return inOtherFiles(context)
    if (isPlacedAway(path.relative(cwd, filename))) return {}
    const isMeant = (node: Node) =>
      isLeftOutOfProduction(sourceCode, node) ||
      isForDevelopment(node) ||
      isExplainedCache(sourceCode, node) ||
      (!thorough && isAskedFor(sourceCode, node))
    return joined(
      onInsecureOption(sourceCode, ({ node, kind }) => {
        if (!thorough && /^(?:version|cookie|mail)$/.test(kind)) return
        // A certificate of one's own is what development needs, and no protocol that has been broken.
        if (kind === 'version' ? isNeverInProduction(sourceCode, node) : isMeant(node)) return
        context.report({ node, messageId: kind, data: { name: sourceCode.getText(node).replace(/\s+/g, ' ') } })
      }),
      onInsecureAddress(context, (address) => {
        if ((thorough || address.kind !== 'url') && !isMeant(address.node)) reportAddress(context, address)
      }),
    )
  },
})

function reportAddress(context: Context<Messages>, { node, kind, written, scheme }: InsecureAddress) {
  const isWeb = (kind === 'credentials' || kind === 'url') && scheme !== undefined
  const fix = (fixer: TSESLint.RuleFixer) => (scheme ? fixer.insertTextAfterRange([...scheme], 's') : null)
  context.report({
    node,
    messageId: kind,
    data: { name: written },
    ...(isWeb && { suggest: [{ messageId: 'https', fix }] }),
  })
}

function inOtherFiles(context: Context<Messages>): TSESLint.RuleListener {
  const { sourceCode } = context
  return onInsecureSetting(context, ({ start, end, kind }) => {
    const loc = { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) }
    const name = sourceCode.text.slice(start, end).replace(/:[^:/@]*@/, ':…@')
    context.report({ loc, messageId: kind, data: { name } })
  })
}
