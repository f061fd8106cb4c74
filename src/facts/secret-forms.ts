import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { knownTexts } from './known-texts.ts'
import { isPlaceholder } from './placeholders.ts'
import { nameOfKey, unwrapped, type Node, type Source } from './source.ts'

/** A property that is a secret by what stands beside it. */
export interface FormedSecret {
  readonly value: Node
  /** What people call the variable of the environment that such a secret is read from. */
  readonly variable: string
}

interface Form {
  readonly secret: RegExp
  readonly beside: readonly RegExp[]
  readonly variable: string
}

/** Objects that nobody mistakes: how to connect, how to sign in at a provider, how to keep sessions. */
const forms: readonly Form[] = [
  {
    secret: /^(?:password|pass|passwd|pwd)$/,
    beside: [/^(?:user|username|userName|login)$/, /^(?:host|hostname|server|database|dialect|connectString)$/],
    variable: 'DATABASE_PASSWORD',
  },
  {
    secret: /^(?:clientSecret|client_secret|consumerSecret|appSecret)$/,
    beside: [/^(?:client_?[iI][dD]|consumerKey|appI[dD])$/],
    variable: 'CLIENT_SECRET',
  },
  { secret: /^secretAccessKey$/, beside: [/^accessKeyId$/], variable: 'AWS_SECRET_ACCESS_KEY' },
  { secret: /^secretOrKey$/, beside: [/^jwtFromRequest$/], variable: 'JWT_SECRET' },
  { secret: /^secret$/, beside: [/^(?:resave|saveUninitialized)$/], variable: 'SESSION_SECRET' },
]

/** What the names of all these secrets have, so that most objects are looked at no further. */
const secretName = /pass|pwd|secret/i

/** The secrets that an object holds by its form. */
export function formedSecretsIn(source: Source, node: TSESTree.ObjectExpression): FormedSecret[] {
  const properties = node.properties.filter((one): one is TSESTree.Property => one.type === 'Property')
  if (!properties.some((one) => secretName.test(nameOfKey(one) ?? ''))) return []
  const named = (name: RegExp) => properties.find((one) => name.test(nameOfKey(one) ?? ''))
  const found = forms.flatMap(({ secret, beside, variable }) => {
    const property = named(secret)
    if (!property || !beside.every((name) => named(name))) return []
    return isLabelled(source, properties) || namesVariable(source, property.value)
      ? []
      : [{ value: property.value, variable }]
  })
  const user = named(/^(?:user|username)$/)
  const password = named(/^(?:pass|password)$/)
  if (user && password && isOfAuth(node)) found.push({ value: password.value, variable: 'AUTH_PASSWORD' })
  return found
}

/** `clientSecret: 'XERO_CLIENT_SECRET'`: where the secret is read from, in a list of providers. */
function namesVariable(source: Source, given: Node): boolean {
  return knownTexts(source, given).some(({ value }) => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value))
}

/** `auth: { user, pass }` */
function isOfAuth({ parent }: TSESTree.ObjectExpression): boolean {
  return parent.type === 'Property' && /^(?:auth|basicAuth)$/.test(nameOfKey(parent) ?? '')
}

/** Texts of a form, one for each of its fields: `{ host: 'Server', user: 'Benutzer', password: 'Passwort' }`. */
function isLabelled(source: Source, properties: readonly TSESTree.Property[]): boolean {
  return properties.some((property) => {
    if (!/^(?:host|hostname|server|port|database)$/.test(nameOfKey(property) ?? '')) return false
    return knownTexts(source, property.value).some(({ value }) => /^\p{Lu}\p{Ll}|\s|[^\x20-\x7E]/u.test(value))
  })
}

const scheme = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S{6,})$/i

/** Whether the text of an Authorization header lets its sender in: `Bearer 5f2c…`. */
export function isCredential(text: string): boolean {
  const [, value] = scheme.exec(text.trim()) ?? []
  return (
    value !== undefined &&
    !isPlaceholder(value) &&
    !/^(?:(?:access|auth|id|jwt|bearer)?[-_ ]?tokens?|undefined|null|authorization|realm=.*)$/i.test(value)
  )
}

/** The value of an Authorization header that is set: in an object, by an assignment, by a call. */
export function authorizationSet(node: Node): Node | undefined {
  switch (node.type) {
    case 'Property':
      return node.parent.type === 'ObjectExpression' && isAuthorization(nameOfKey(node)) ? node.value : undefined
    case 'AssignmentExpression': {
      const left = unwrapped(node.left)
      return left.type === 'MemberExpression' && isAuthorization(nameOfKey(left)) ? node.right : undefined
    }
    case 'CallExpression': {
      const [name, value] = node.arguments
      const isSetter = /^(?:set|setHeader|header|append|set_header)$/.test(calledName(node))
      return isSetter && name?.type === 'Literal' && isAuthorization(name.value) ? value : undefined
    }
    default:
      return undefined
  }
}

function isAuthorization(name: unknown): boolean {
  return typeof name === 'string' && /^(?:proxy-)?authorization$/i.test(name)
}
