import type { TSESTree } from '@typescript-eslint/utils'
import type { JwtSignAt, JwtVerifyAt } from '../roles.ts'
import { calledName, lastNameOf } from './calls.ts'
import { knownTexts, lacks, propertiesAt, valuesOf } from './known-texts.ts'
import { truthInProduction } from './production.ts'
import { isFunction, nameOfKey, unwrapped, type Node, type Source } from './source.ts'

type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** The texts `none` that a call accepts, or signs with, as its algorithm: `algorithms: ['RS256', 'none']`. */
export function noneIn(source: Source, call: Call, options: number | undefined): Node[] {
  const given = options === undefined ? undefined : call.arguments[options]
  if (!given) return []
  const paths = [['algorithms'], ['algorithm'], ['alg'], ['header', 'alg'], ['jsonWebTokenOptions', 'algorithms']]
  return nones(
    source,
    paths.flatMap((path) => propertiesAt(source, given, path)),
  )
}

/** The same, of what is known by its place: options for all tokens of a module, the header of a token made by hand. */
export function noneOf(source: Source, property: TSESTree.Property): Node[] {
  const name = nameOfKey(property) ?? ''
  if (!/^(?:algorithms?|alg)$/.test(name) || property.parent.type !== 'ObjectExpression') return []
  const { parent: object } = property
  const around = object.parent
  const isOfModule =
    around.type === 'Property' && /^(?:signOptions|verifyOptions|jsonWebTokenOptions)$/.test(nameOfKey(around) ?? '')
  const isHeader = around.type === 'CallExpression' && calledName(around) === 'setProtectedHeader'
  const isToken = object.properties.some(
    (one) =>
      one.type === 'Property' &&
      nameOfKey(one) === 'typ' &&
      knownTexts(source, one.value).some(({ value }) => /^jwt$/i.test(value)),
  )
  return isOfModule || isHeader || (name === 'alg' && isToken) ? nones(source, [property.value]) : []
}

function nones(source: Source, values: readonly Node[]): Node[] {
  return values.flatMap((value) =>
    knownTexts(source, value).flatMap((known) => (known.value.toLowerCase() === 'none' ? [known.node] : [])),
  )
}

/** The key that a call is given where that is none: `''`, `null`, `undefined`, `JWK.None`. */
export function missingKey(source: Source, call: Call, at: number | undefined): Node | undefined {
  const given = at === undefined ? undefined : call.arguments[at]
  if (!given) return undefined
  const [value = given] = valuesOf(source, given)
  return isNoKey(given) || isNoKey(value) ? given : undefined
}

function isNoKey(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Literal') return node.value === '' || node.value === null || node.value === false
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 && node.quasis[0]?.value.raw === ''
  if (node.type === 'MemberExpression') return nameOfKey(node) === 'None' && isNamed(node.object, 'JWK')
  return node.type === 'Identifier' && node.name === 'undefined'
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' ? node.name === name : node.type === 'MemberExpression' && nameOfKey(node) === name
}

/** The properties with which a check takes tokens that have expired: `ignoreExpiration: true`. */
export function expiryIgnored(source: Source, call: Call, { options, ignores }: JwtVerifyAt): TSESTree.Property[] {
  const given = call.arguments[options]
  if (ignores === undefined || !given) return []
  return [[ignores], ['jsonWebTokenOptions', ignores]].flatMap((path) =>
    propertiesAt(source, given, path).flatMap(({ parent }) =>
      parent?.type === 'Property' &&
      truthInProduction(source, parent.value) === true &&
      !isCheckedByHand(source, parent)
        ? [parent]
        : [],
    ),
  )
}

/** The same, of what is known by what stands beside it: options that another class hands on, or a module. */
export function isExpiryIgnored(source: Source, property: TSESTree.Property): boolean {
  const { parent: object } = property
  if (nameOfKey(property) !== 'ignoreExpiration' || object.type !== 'ObjectExpression') return false
  if (truthInProduction(source, property.value) !== true || isCheckedByHand(source, property)) return false
  const around = object.parent
  if (around.type === 'Property' && /^(?:verifyOptions|jsonWebTokenOptions)$/.test(nameOfKey(around) ?? '')) return true
  return object.properties.some(
    (one) => one.type === 'Property' && /^(?:jwtFromRequest|secretOrKey(?:Provider)?)$/.test(nameOfKey(one) ?? ''),
  )
}

/** A comment that says that the age is looked at elsewhere: `// expiry is checked in the callback`. */
function isCheckedByHand(source: Source, property: TSESTree.Property): boolean {
  const comments = [...source.getCommentsBefore(property), ...source.getCommentsAfter(property)]
  return comments.some(
    ({ value }) =>
      /expir/i.test(value) && /\b(?:manual\w*|manaually|by hand|ourselves|check(?:ed)?|handled?)\b/i.test(value),
  )
}

/** Whether a check surely does not say which algorithms it accepts. */
export function acceptsAny(source: Source, call: Call, { key, options, algorithms }: JwtVerifyAt): boolean {
  if (algorithms === undefined || call.arguments.some(({ type }) => type === 'SpreadElement')) return false
  if (key !== undefined && call.arguments.length <= key) return false
  const given = call.arguments[options]
  if (!given || isFunction(given) || isOfToken(given)) return true
  const names = [algorithms, 'algorithm', 'alg']
  return lacks(source, given, names) || names.some((name) => propertiesAt(source, given, [name]).some(isOfToken))
}

/** `header.alg`, `[decoded.header.alg]`: the algorithm that the token itself asks for. */
function isOfToken(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && isOfToken(element))
  if (node.type !== 'MemberExpression' || nameOfKey(node) !== 'alg') return false
  const name = lastNameOf(node.object)
  return name !== undefined && /header$/i.test(name)
}

/** The argument with which a check of the signature is switched off: `decode(token, key, true)`. */
export function switchedOff(source: Source, call: Call, { off }: JwtVerifyAt): Node | undefined {
  const given = off === undefined ? undefined : call.arguments[off]
  return given && truthInProduction(source, given) === true ? given : undefined
}

/** Claims by which a program may tell the age of a token, one of them as libraries know it. */
const times = ['exp', 'expires', 'expiresAt', 'expires_at', 'expiry', 'expiration', 'createdAt']

/** Whether a token surely never expires: no option and no claim says when, and nothing else could. */
export function livesForever(source: Source, call: Call, row: JwtSignAt): boolean {
  const { payload, key, options, expires = [], chained, elsewhere } = row
  if (elsewhere || call.arguments.some(({ type }) => type === 'SpreadElement')) return false
  if (chained !== undefined) return chainLivesForever(source, call, chained)
  if (key !== undefined && call.arguments.length <= key) return false
  const claims = payload === undefined ? undefined : call.arguments[payload]
  if (!claims || !lacks(source, claims, times)) return false
  const given = options === undefined ? undefined : call.arguments[options]
  return !given || isFunction(given) || lacks(source, given, expires)
}

/** `new SignJWT({ sub }).setIssuedAt().sign(key)` */
function chainLivesForever(source: Source, call: Call, chained: string): boolean {
  let node: Node = unwrapped(call.callee)
  while (node.type === 'MemberExpression' || node.type === 'CallExpression') {
    if (node.type === 'CallExpression' && calledName(node) === chained) return false
    node = unwrapped(node.type === 'MemberExpression' ? node.object : node.callee)
  }
  if (node.type !== 'NewExpression') return false
  const [claims] = node.arguments
  return !claims || lacks(source, claims, times)
}
