import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor, factOf } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { addressIn, isOpenConnection, isPublicHost, isUncheckedConnection, withoutTail } from './hosts.ts'
import { openFiles } from './insecure-files.ts'
import { joined } from './listeners.ts'
import { constantOf } from './production.ts'
import { descendants, isFunction, nameOfKey, unwrapped, variableOf, type Node, type RuleContext } from './source.ts'
import { textOf } from './strings.ts'
import { wordsOf } from './words.ts'

/** An address that is spoken to without encryption. */
export interface InsecureAddress {
  /** The literal that begins with its scheme. */
  readonly node: Node
  /**
   * - `credentials`: what is sent there proves who sends it
   * - `url`: anything else
   * - `protocol`: a protocol that knows no encryption
   * - `connection`: a database that is asked for none
   * - `verification`: a database that may be anyone
   */
  readonly kind: 'credentials' | 'url' | 'protocol' | 'connection' | 'verification'
  readonly written: string
  /** Where its scheme stands, for an edit. */
  readonly scheme: readonly [number, number] | undefined
}

/** Calls the listener for each address outside of the own network that is spoken to in the open. */
export function onInsecureAddress(
  context: RuleContext,
  listener: (address: InsecureAddress) => void,
): TSESLint.RuleListener {
  const told = new Set<Node>()
  const tell = (address: InsecureAddress | undefined) => {
    if (!address || told.has(address.node)) return
    told.add(address.node)
    listener(address)
  }
  const ofText = (node: Node) => tell(openText(context, node))
  return joined(
    {
      CallExpression: (node) => tell(ofRequest(context, node) ?? openFiles(context, node)),
      NewExpression: (node) => tell(ofSocket(context, node) ?? openFiles(context, node)),
    },
    { Literal: ofText, TemplateLiteral: ofText },
  )
}

/** `fetch('http://…')` */
function ofRequest(context: RuleContext, call: TSESTree.CallExpression): InsecureAddress | undefined {
  const url = /http:\/\//i.test(context.sourceCode.text) ? urlOf(call) : undefined
  if (!url || !isRequest(context, call)) return undefined
  return addressOf(context, url, /^http$/, sendsCredentials(context, call))
}

function ofSocket(context: RuleContext, node: TSESTree.NewExpression): InsecureAddress | undefined {
  const [url] = node.arguments
  return url && /^(?:WebSocket|ReconnectingWebSocket|EventSource)$/.test(calledName(node))
    ? addressOf(context, url, /^(?:ws|http)$/, false)
    : undefined
}

/** The address that a request goes to: its first argument, or an option of it. */
function urlOf({ arguments: [first] }: TSESTree.CallExpression): Node | undefined {
  if (first?.type !== 'ObjectExpression') return first
  const option = first.properties.find(
    (one) => one.type === 'Property' && /^(?:url|uri|baseURL|baseUrl|prefixUrl)$/.test(nameOfKey(one) ?? ''),
  )
  return option?.type === 'Property' ? option.value : undefined
}

/** A call that sends a request, by its package, or by the name that everyone knows it by where nothing declares it. */
function isRequest(context: RuleContext, call: TSESTree.CallExpression): boolean {
  if (factOf(context, call, ['http.call'])) return true
  const root = rootOf(call.callee)
  if (root.type !== 'Identifier' || variableOf(context.sourceCode, root)) return false
  return root.name === 'fetch' || catalogFor(context).packagesOf('http.call').includes(root.name)
}

function addressOf(
  { sourceCode }: RuleContext,
  given: Node,
  schemes: RegExp,
  proves: boolean,
): InsecureAddress | undefined {
  const text = textOf(sourceCode, given)
  const address = text && addressIn(text.value)
  if (!address || !schemes.test(address.scheme) || !isPublicHost(withoutTail(address.host))) return undefined
  const scheme = text.range({ start: 0, end: address.scheme.length })
  const kind = proves || address.password !== undefined ? 'credentials' : 'url'
  const written = text.shown({ start: 0, end: text.value.length }).replace(/:[^:/@]*@/, ':…@')
  return { node: literalOf(context(sourceCode), given), kind, written, scheme }

  function context(source: RuleContext['sourceCode']) {
    return (name: TSESTree.Identifier) => constantOf(source, name)
  }
}

/** The literal that a text begins with. */
function literalOf(valueOf: (name: TSESTree.Identifier) => Node | undefined, given: Node, depth = 0): Node {
  const node = unwrapped(given)
  if (depth > 8) return node
  if (node.type === 'BinaryExpression') return literalOf(valueOf, node.left, depth + 1)
  if (node.type === 'TemplateLiteral') {
    const [first] = node.expressions
    return first && node.quasis[0]?.value.raw === '' ? literalOf(valueOf, first, depth + 1) : node
  }
  const value = node.type === 'Identifier' ? valueOf(node) : undefined
  return value ? literalOf(valueOf, value, depth + 1) : node
}

const credentialHeaders =
  /^(?:(?:proxy-)?authorization|cookie|x-auth\b.*|(?:x-)?(?:api|access|secret)[-_]?(?:key|token))$/i
const credentialWords = new Set(['password', 'passwd', 'passphrase', 'secret', 'token'])

/** Whether what is given to a call proves who makes it: a header, `auth`, a password in the body. */
function sendsCredentials({ sourceCode }: RuleContext, call: TSESTree.CallExpression): boolean {
  const seen = call.arguments.map((one) => {
    const node = unwrapped(one)
    return (node.type === 'Identifier' ? constantOf(sourceCode, node) : node) ?? node
  })
  return seen.some((argument) =>
    [...descendants(sourceCode, argument, (inner) => !isFunction(inner))].some((node) => {
      if (node.type !== 'Property') return false
      const name = nameOfKey(node) ?? ''
      return name === 'auth' || credentialHeaders.test(name) || credentialWords.has(wordsOf(name).at(-1) ?? '')
    }),
  )
}

/** An address by itself that says it is open: `ftp://…`, `postgres://…?sslmode=disable`. */
function openText({ sourceCode }: RuleContext, node: Node): InsecureAddress | undefined {
  const value =
    node.type === 'Literal' ? node.value : node.type === 'TemplateLiteral' ? textOf(sourceCode, node)?.value : undefined
  if (typeof value !== 'string' || !value.includes('://') || isCompared(node)) return undefined
  const written = value.replaceAll('\uFFFC', '${…}').replace(/:[^:/@]*@/, ':…@')
  if (isOpenConnection(value)) return { node, kind: 'connection', written, scheme: undefined }
  if (isUncheckedConnection(value)) return { node, kind: 'verification', written, scheme: undefined }
  const address = /^(?:ftp|telnet):/i.test(value) ? addressIn(value) : undefined
  return address && isPublicHost(address.host) ? { node, kind: 'protocol', written, scheme: undefined } : undefined
}

function isCompared({ parent }: Node): boolean {
  return (
    (parent?.type === 'BinaryExpression' && parent.operator !== '+') ||
    parent?.type === 'SwitchCase' ||
    (parent?.type === 'CallExpression' &&
      /^(?:startsWith|includes|indexOf|match|test|replace|replaceAll|split)$/.test(calledName(parent)))
  )
}
