import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from './acts.ts'
import { isPublicHost } from './hosts.ts'
import type { InsecureAddress } from './insecure-addresses.ts'
import { lacks, propertiesAt } from './known-texts.ts'
import { truthInProduction } from './production.ts'
import type { RuleContext } from './source.ts'
import { textOf } from './strings.ts'

/** A connection to the files of another machine that nothing encrypts: `client.access({ host, user, password })`. */
export function openFiles(
  context: RuleContext,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): InsecureAddress | undefined {
  const row = factOf(context, call, ['files.connect'])?.row
  const options = row && call.arguments[row.options]
  if (!row || !options) return undefined
  const { sourceCode } = context
  const encrypted = propertiesAt(sourceCode, options, [row.encrypts])
  const isOpen =
    lacks(sourceCode, options, [row.encrypts]) ||
    (encrypted.length > 0 && encrypted.every((value) => truthInProduction(sourceCode, value) === false))
  const hosts = propertiesAt(sourceCode, options, ['host']).flatMap((host) => textOf(sourceCode, host) ?? [])
  const isNear = hosts.some(({ value, holes }) => holes.length === 0 && !isPublicHost(value))
  return isOpen && !isNear ? { node: call.callee, kind: 'protocol', written: 'FTP', scheme: undefined } : undefined
}
