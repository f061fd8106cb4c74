import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { isPublicHost } from './hosts.ts'
import { constantOf, truthInProduction } from './production.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { textOf } from './strings.ts'

/** An option that takes the protection of a connection away, or a part of it. */
export interface InsecureOption {
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression
  readonly name: string
  /**
   * - `verification`: the other side may be anyone
   * - `parser`: what is no proper request is read all the same
   * - `version`: a version of TLS that is broken
   * - `connection`: no encryption
   * - `cookie`, `mail`: encryption only where the other side offers it
   */
  readonly kind: 'verification' | 'parser' | 'version' | 'connection' | 'cookie' | 'mail'
}

interface Setting {
  readonly node: InsecureOption['node']
  readonly name: string
  readonly value: Node
}

/** Calls the listener for each such option that is set, by a literal object or by an assignment. */
export function onInsecureOption(source: Source, listener: (option: InsecureOption) => void): TSESLint.RuleListener {
  const tell = ({ node, name, value }: Setting) => {
    const kind = kindOf(source, { node, name, value })
    if (kind) listener({ node, name, kind })
  }
  return {
    Property(node) {
      const name = nameOfKey(node)
      if (name !== undefined && node.parent.type === 'ObjectExpression') tell({ node, name, value: node.value })
    },
    AssignmentExpression(node) {
      const name = node.left.type === 'MemberExpression' ? nameOfKey(node.left) : undefined
      if (name !== undefined && node.operator === '=') tell({ node, name, value: node.right })
    },
  }
}

/** Options that switch verification off when they are false, and when they are true. */
const verifies = /^(?:rejectUnauthorized|strictSSL|sslValidate|NODE_TLS_REJECT_UNAUTHORIZED)$/
const trusts =
  /^(?:tlsAllowInvalidCertificates|tlsAllowInvalidHostnames|tlsInsecure|trustServerCertificate|TrustServerCertificate)$/

function kindOf(source: Source, setting: Setting): InsecureOption['kind'] | undefined {
  const { name, value } = setting
  if (verifies.test(name)) return isOff(source, name, value) ? 'verification' : undefined
  if (trusts.test(name)) return truthInProduction(source, value) === true ? 'verification' : undefined
  switch (name) {
    case 'checkServerIdentity':
      return acceptsAll(source, value) && !isUnverified(source, setting) ? 'verification' : undefined
    case 'insecureHTTPParser':
      return truthInProduction(source, value) === true ? 'parser' : undefined
    case 'minVersion':
    case 'maxVersion':
    case 'secureProtocol':
    case 'DEFAULT_MIN_VERSION':
    case 'DEFAULT_MAX_VERSION':
      return oldVersions.test(textOf(source, value)?.value ?? '') ? 'version' : undefined
    case 'ssl':
      return truthInProduction(source, value) === false && isForPublicHost(source, setting) ? 'connection' : undefined
    case 'secure':
      return ofSecure(source, setting)
    case 'ignoreTLS':
      return truthInProduction(source, value) === true && mailOptions(source, setting) ? 'mail' : undefined
    default:
      return undefined
  }
}

const oldVersions = /^(?:TLSv1(?:\.[01])?|SSLv[23]|(?:TLSv1(?:_1)?|SSLv(?:2|3|23))(?:_(?:client|server))?_method)$/

function isOff(source: Source, name: string, value: Node): boolean {
  if (!/^[A-Z_]+$/.test(name)) return truthInProduction(source, value) === false
  const node = unwrapped(value)
  return (node.type === 'Literal' && node.value === 0) || textOf(source, node)?.value === '0'
}

/** A function that finds nothing wrong with any certificate: `() => undefined`, `() => {}`. */
function acceptsAll(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  const made = node.type === 'Identifier' ? constantOf(source, node) : node
  if (!made || !isFunction(made)) return false
  if (made.body.type !== 'BlockStatement') return isNothing(made.body)
  return made.body.body.every((one) => one.type === 'ReturnStatement' && (!one.argument || isNothing(one.argument)))
}

function isNothing(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'UnaryExpression') return node.operator === 'void'
  return (
    (node.type === 'Literal' && (node.value === null || node.value === true || node.value === false)) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  )
}

/** Whether the same object switches verification off as a whole, which is told there. */
function isUnverified(source: Source, setting: Setting): boolean {
  const verified = besides(setting).get('rejectUnauthorized')
  return verified !== undefined && truthInProduction(source, verified) === false
}

/** What else the object says that an option stands in. */
function besides({ node }: Setting): ReadonlyMap<string, Node> {
  if (node.type !== 'Property' || node.parent.type !== 'ObjectExpression') return new Map()
  return new Map(
    node.parent.properties.flatMap((one) => {
      const name = one.type === 'Property' ? nameOfKey(one) : undefined
      return one.type === 'Property' && name !== undefined ? [[name, one.value] as const] : []
    }),
  )
}

/** Options that ORMs hand to their driver, in an object of their own. */
const forDriver = /^(?:dialectOptions|driverOptions|extra|options)$/

function isForPublicHost(source: Source, setting: Setting): boolean {
  const others = besides(setting)
  const host = others.get('host') ?? others.get('hostname') ?? others.get('server')
  if (host) return isPublicHost(textOf(source, host)?.value ?? '')
  const around = setting.node.parent.parent
  return around?.type === 'Property' && forDriver.test(nameOfKey(around) ?? '')
    ? isForPublicHost(source, { ...setting, node: around })
    : false
}

const cookieOptions = ['httpOnly', 'sameSite', 'maxAge', 'signed', 'expires']

function ofSecure(source: Source, setting: Setting): 'cookie' | 'mail' | undefined {
  if (truthInProduction(source, setting.value) !== false) return undefined
  if (mailOptions(source, setting)) return isTrue(source, besides(setting).get('ignoreTLS')) ? undefined : 'mail'
  const { node } = setting
  const around = node.parent.parent
  if (node.type !== 'Property' || isReplaced(source, around)) return undefined
  const others = besides(setting)
  const name =
    around?.type === 'Property'
      ? nameOfKey(around)
      : around?.type === 'VariableDeclarator' && around.id.type === 'Identifier'
        ? around.id.name
        : undefined
  const isOfCookie = [name ?? '', ...takersOf(source, setting)].some((one) => /cookie/i.test(one))
  return isOfCookie || cookieOptions.some((one) => others.has(one)) ? 'cookie' : undefined
}

/** `ignoreTLS: true`, which is told of instead of the `secure: false` beside it. */
function isTrue(source: Source, value: Node | undefined): boolean {
  return value !== undefined && truthInProduction(source, value) === true
}

/** `let options = { secure: false }`, which something else takes the place of later. */
function isReplaced(source: Source, around: Node | undefined): boolean {
  if (around?.type !== 'VariableDeclarator' || around.id.type !== 'Identifier') return false
  return variableOf(source, around.id)?.references.some((one) => one.isWrite() && !one.init) ?? false
}

/** Whether an option is one of a connection to a mail server elsewhere, where nothing else asks for encryption. */
function mailOptions(source: Source, setting: Setting): boolean {
  if (!takersOf(source, setting).includes('createTransport')) return false
  const others = besides(setting)
  const host = others.get('host')
  const isNear = host !== undefined && isKnownNear(textOf(source, host)?.value)
  const required = others.get('requireTLS')
  return !isNear && (required === undefined || truthInProduction(source, required) === false)
}

/** The names of the calls that take the object of an option, as it stands or by the constant that it is. */
function takersOf(source: Source, { node: { parent } }: Setting): readonly string[] {
  const { parent: around } = parent
  if (around?.type === 'CallExpression') return [calledName(around)]
  if (around?.type !== 'VariableDeclarator' || around.id.type !== 'Identifier') return []
  const references = variableOf(source, around.id)?.references ?? []
  return references.flatMap(({ identifier }) => {
    const { parent: user } = identifier
    return user?.type === 'CallExpression' && user.callee !== identifier ? [calledName(user)] : []
  })
}

function isKnownNear(host: string | undefined): boolean {
  return host !== undefined && !host.includes('\uFFFC') && !isPublicHost(host)
}
