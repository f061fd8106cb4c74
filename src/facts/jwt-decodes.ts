import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { valuesOf } from './known-texts.ts'
import { isRequestInput } from './requests.ts'
import {
  ancestor,
  contains,
  descendants,
  isFunction,
  nameOfKey,
  statementBehind,
  unwrapped,
  variableOf,
  type Node,
  type Source,
} from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** Claims by which a program knows who is there, and what they may do. */
const identity =
  /^(?:_?id|sub|uid|userId|user_id|userID|user|username|userName|login|email|role|roles|isAdmin|is_admin|admin|permissions?|scopes?|scope|groups?|tenant|tenantId|tenant_id|org|orgId|organizationId|organization_id|accountId|account_id|account|memberId|customerId|preferred_username)$/
const userNames = /^(?:user|currentUser|auth|session|principal|identity|account|userId|jwtUser|authUser)$/
const userWords = new Set(
  'user identity auth principal session role roles permission permissions current account'.split(' '),
)

/** Whether the claims of a token that nothing has checked say who is there. */
export function decidesIdentity(
  source: Source,
  call: TSESTree.CallExpression,
  token: Node | undefined = call.arguments[0],
): boolean {
  const options = call.arguments[1]
  if (!token || (options && asksForHeader(options)) || isFromProvider(source, token)) return false
  if (!usesIdentity(source, call)) return false
  const handler = ancestor(call, (node) => node.type === 'CatchClause')
  return !isChecked(source, token, handler) && !isInCheck(call)
}

/** The token whose claims a call takes apart without a library: `JSON.parse(atob(token.split('.')[1]))`. */
export function takenApart(source: Source, call: TSESTree.CallExpression): Node | undefined {
  const { callee } = call
  const isJson =
    calledName(call) === 'parse' &&
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON'
  const [text] = call.arguments
  const part = isJson && text ? decodedPart(source, text) : undefined
  const token = part && splitToken(source, part)
  if (!token) return undefined
  const isHandedOver = /(?:access|refresh)_?token$/i.test(source.getText(token)) && !isRequestInput(source, token)
  return isHandedOver || isSentOn(source, call, token) ? undefined : token
}

/** `Authorization: Bearer ${token}` of a request further down: whoever is asked checks it. */
function isSentOn(source: Source, call: Node, token: Node): boolean {
  const owner = ancestor(call, isFunction)
  return owner !== undefined && source.getText(owner).includes(`Bearer \${${source.getText(token)}}`)
}

/** What a text was before it was decoded: `part` of `Buffer.from(part, 'base64url').toString()` and of `atob(part)`. */
function decodedPart(source: Source, given: Node, depth = 0): Node | undefined {
  const node = unwrapped(given)
  if (depth > 4) return undefined
  if (node.type === 'Identifier') {
    const [value] = valuesOf(source, node)
    return value && decodedPart(source, value, depth + 1)
  }
  if (node.type !== 'CallExpression') return undefined
  const [first, form] = node.arguments
  const name = calledName(node)
  if (name === 'from')
    return form?.type === 'Literal' && /^base64(?:url)?$/.test(String(form.value)) ? first : undefined
  if (/^(?:atob|base64decode|decodeBase64|b64decode)$/i.test(name)) return first
  if (node.callee.type !== 'MemberExpression') return undefined
  if (name === 'decode' && /base64/i.test(source.getText(node.callee.object))) return first
  return /^(?:toString|trim)$/.test(name) ? decodedPart(source, node.callee.object, depth + 1) : undefined
}

/** `token` of `token.split('.')[1]`, also where the parts have names. */
function splitToken(source: Source, given: Node, depth = 0): Node | undefined {
  const node = unwrapped(given)
  if (depth > 4) return undefined
  if (node.type === 'MemberExpression') return nameOfKey(node) === '1' ? ofSplit(source, node.object) : undefined
  if (node.type === 'CallExpression' && /^(?:replace|replaceAll|padEnd)$/.test(calledName(node)))
    return node.callee.type === 'MemberExpression' ? splitToken(source, node.callee.object, depth + 1) : undefined
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  if (definition?.type !== 'Variable' || !definition.node.init) return undefined
  const { id, init } = definition.node
  if (id.type !== 'ArrayPattern') return splitToken(source, init, depth + 1)
  return id.elements[1] === definition.name ? ofSplit(source, init) : undefined
}

function ofSplit(source: Source, given: Node): Node | undefined {
  const node = unwrapped(given)
  const [value = node] = node.type === 'Identifier' ? valuesOf(source, node).map(unwrapped) : [node]
  const isSplit =
    value.type === 'CallExpression' &&
    calledName(value) === 'split' &&
    value.arguments[0]?.type === 'Literal' &&
    value.arguments[0].value === '.'
  return isSplit && value.callee.type === 'MemberExpression' ? value.callee.object : undefined
}

/** Whether a call stands in what a check hands its outcome to: `passport.authenticate('jwt', (error, user) => …)`. */
function isInCheck(call: Node): boolean {
  const check = ancestor(
    call,
    (node) => node.type === 'CallExpression' && /^(?:authenticate|verify)$/.test(calledName(node)),
  )
  return check !== undefined
}

/** `jwt.decode(token, { complete: true })` tells which key to check it with. */
function asksForHeader(given: Node): boolean {
  const node = unwrapped(given)
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((one) => one.type === 'Property' && /^(?:complete|header)$/.test(nameOfKey(one) ?? ''))
  )
}

/** `tokens.id_token`, which the provider itself has handed over, and no client. */
function isFromProvider(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  const name = nameOfValue(node) ?? ''
  return /id_?token$/i.test(name) && !isRequestInput(source, node)
}

/** Whether something else in the file checks the same token; in a handler of its failure, that does not count. */
function isChecked(source: Source, token: Node, handler: Node | undefined): boolean {
  if (handler) return false
  const text = source.getText(unwrapped(token))
  for (const node of descendants(source, source.ast)) {
    if (node.type !== 'CallExpression' || !checks.test(calledName(node))) continue
    if (node.arguments.some((one) => source.getText(unwrapped(one)) === text)) return true
  }
  return false
}

const checks = /verif|introspect|authenticate|validate/i

function usesIdentity(source: Source, call: Node): boolean {
  const outer = outermost(call)
  const { parent } = outer
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === outer && (identity.test(nameOfKey(parent) ?? '') || isClaims(source, parent))
    case 'VariableDeclarator':
      return parent.init === outer && usesPattern(source, parent.id)
    case 'AssignmentExpression':
      return parent.right === outer && setsUser(source, parent.left)
    case 'Property':
      return parent.value === outer && userNames.test(nameOfKey(parent) ?? '')
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return returnsUser(outer)
    case 'CallExpression':
      return parent.arguments.some((one) => one === outer) && looksUp(parent)
    default:
      return false
  }
}

/** `decode(token)?.payload.sub`, `jwt.decode(token)['https://acme.io/role']` */
function isClaims(source: Source, member: TSESTree.MemberExpression): boolean {
  const name = nameOfKey(member) ?? ''
  return (
    (name === 'payload' && usesIdentity(source, member)) || /^https?:.*\/(?:roles?|user_?id|permissions)$/.test(name)
  )
}

/** The expression with what changes only its type around it. */
function outermost(node: Node): Node {
  const { parent } = node
  return parent && parent !== node && unwrapped(parent) === unwrapped(node) ? outermost(parent) : node
}

function usesPattern(source: Source, pattern: Node): boolean {
  if (pattern.type === 'ObjectPattern') {
    return pattern.properties.some(
      (one) =>
        one.type === 'Property' &&
        // `const { payload } = decode(token)`
        (identity.test(nameOfKey(one) ?? '') || (nameOfKey(one) === 'payload' && usesPattern(source, one.value))),
    )
  }
  if (pattern.type !== 'Identifier') return false
  const references = variableOf(source, pattern)?.references ?? []
  return references.some(({ identifier, init }) => !init && identifier !== pattern && usesIdentity(source, identifier))
}

/** `req.user = jwt.decode(token)`, `payload = jwt.decode(token)` */
function setsUser(source: Source, given: Node): boolean {
  const left = unwrapped(given)
  if (left.type === 'MemberExpression') return userNames.test(nameOfKey(left) ?? '')
  return left.type === 'Identifier' && (userNames.test(left.name) || usesPattern(source, left))
}

/** `currentUser(request) { return jwt.decode(token) }`, `createParamDecorator((_, context) => jwt.decode(token))` */
function returnsUser(node: Node): boolean {
  const owner = ancestor(node, isFunction)
  if (!owner) return false
  const { parent } = owner
  if (parent.type === 'CallExpression') return calledName(parent) === 'createParamDecorator'
  const name =
    owner.type === 'FunctionDeclaration'
      ? owner.id?.name
      : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? parent.id.name
        : parent.type === 'MethodDefinition' || parent.type === 'Property'
          ? nameOfKey(parent)
          : undefined
  return name !== undefined && hasWord(name, userWords) && !/^(?:decode|parse)$/.test(wordsOf(name)[0] ?? '')
}

/** `User.findOne(payload)` */
function looksUp(call: TSESTree.CallExpression): boolean {
  return /^(?:find(?:One|Unique|First|ById|ByPk|OneBy|User)?|where|findOrCreate|getUser|loadUser)$/.test(
    calledName(call),
  )
}

/** Whether a handler of a failed check lets the request go on: it logs at most, and calls `next()`. */
export function goesOn(source: Source, check: Node): TSESTree.CatchClause | undefined {
  const statement = ancestor(check, (node) => node.type === 'TryStatement' || isFunction(node))
  if (statement?.type !== 'TryStatement' || !contains(statement.block, check) || !statement.handler) return undefined
  const owner = ancestor(statement, isFunction)
  const next = owner?.params.find((one) => one.type === 'Identifier' && one.name === 'next')
  if (!owner || !next || isOptional(source, owner)) return undefined
  const { body } = statement.handler.body
  if (!body.every((one) => isNext(one) || isLog(one))) return undefined
  return body.some(isNext) || isNextBehind(statement) ? statement.handler : undefined
}

function isOptional(source: Source, owner: Node): boolean {
  const name = owner.parent ? source.getText(owner).slice(0, 80) + source.getText(owner.parent).slice(0, 80) : ''
  return /optional|maybe|anonymous|guest|soft/i.test(name)
}

function isNext(statement: Node | undefined): boolean {
  const value =
    statement?.type === 'ExpressionStatement'
      ? statement.expression
      : statement?.type === 'ReturnStatement'
        ? statement.argument
        : undefined
  const call = value && unwrapped(value)
  return call?.type === 'CallExpression' && calledName(call) === 'next' && call.arguments.length === 0
}

function isLog(statement: Node): boolean {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return false
  const { callee } = statement.expression
  return callee.type === 'MemberExpression' && /^(?:log|debug|info|warn|error|trace)$/.test(nameOfKey(callee) ?? '')
}

function isNextBehind(statement: TSESTree.TryStatement): boolean {
  return isNext(statementBehind(statement))
}
