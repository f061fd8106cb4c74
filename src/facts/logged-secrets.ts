import type { TSESTree } from '@typescript-eslint/utils'
import { annotationOf } from './annotations.ts'
import { calledName, nameOfValue } from './calls.ts'
import type { LoggedValue } from './logged-values.ts'
import { constantOf } from './production.ts'
import { holdsSecret, holdsSession } from './sensitive-names.ts'
import {
  ancestor,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { endsWithWords, hasWord, wordsOf } from './words.ts'

/**
 * The name under which a value that is logged is a secret, its own or that of its property; `undefined` for one that only
 * speaks of a secret, or that has been masked.
 */
export function secretLogged(
  { sourceCode: source, filename }: RuleContext,
  value: LoggedValue,
  more: readonly string[],
): string | undefined {
  const isSecret = (name: string) => holdsSecret(name) || more.some((one) => endsWithWords(name, one))
  const key = value.keys.at(-1)
  const own = isSecret(value.name) ? value.name : undefined
  const said = own ?? (key !== undefined && isSecret(key) && neutral.test(value.name) ? key : undefined)
  if (said === undefined || isConstantName(source, value.node) || isHarmless(source, value.node)) return undefined
  if (namesSecret(source, value.node, said)) return undefined
  if (isOtherToken(source, value, said) || (holdsSession(said) && !isSignedIn(source, filename, value.shown)))
    return undefined
  return said
}

/** Names that say nothing, so that the property tells what the value is: `{ password: value }`. */
const neutral = /^(?:pw|pass|value|val|raw|plain|text|str|input|header|auth|bearer|p|s|t|v|x)$/

/** `ErrorCode.INVALID_TOKEN`, `const AUTH_COOKIE = 'auth_cookie'`: names of things, and no values of them. */
function isConstantName(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') {
    const of = nameOfValue(node.object) ?? ''
    return isShouted(nameOfKey(node) ?? '') && !hasWord(of, settings)
  }
  if (node.type !== 'Identifier' || !isShouted(node.name)) return false
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type === 'ImportBinding') return !/PASS|SECRET|KEY/.test(node.name)
  const value = constantOf(source, node)
  return value?.type === 'Literal' && /^[\w.: -]*$/.test(String(value.value))
}

function isShouted(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(name)
}

const lookups =
  /^(?:get|read|fetch|load|find|resolve|access|lookup|lookUp)\w*(?:Secrets?|SecretValue|SecretVersion|Parameters?|Credentials?)$/

/**
 * Whether a value is the name under which a store has a secret, `getSecret(schema, row.secretKey)`, or a cookie that is
 * read as JSON, and so is what somebody has set up, and no session.
 */
function namesSecret(source: Source, given: Node, said: string): boolean {
  const isKey = /(?:key|secret|secrets|id|name)$/i.test(said)
  if (!isKey && !/cookie/i.test(said)) return false
  const around = ancestor(given, isFunction)
  if (!around) return false
  const text = source.getText(unwrapped(given))
  for (const call of descendants(source, around)) {
    if (call.type !== 'CallExpression' || !call.arguments.some((one) => source.getText(one) === text)) continue
    if (isKey ? lookups.test(calledName(call)) : isParse(call)) return true
  }
  return false
}

function isParse({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON' &&
    nameOfKey(callee) === 'parse'
  )
}

const settings = new Set('env environment config configuration secrets settings credentials vars process'.split(' '))

/** Words in the name of a call that say that its result is none of what it was given. */
const masks = new Set(
  `mask masked redact redacted hash hashed censor obfuscate sanitize sanitized scrub hide strip truncate encrypt digest
   anonymize pseudonymize slice substring substr replace split last4 length count boolean exists has is verify validate
   compare check test includes startswith endswith parse decode bool`.split(/\s+/),
)

/** Whether a value is a flag or a number by its type, or has been masked where it is declared. */
function isHarmless(source: Source, node: Node): boolean {
  const annotation = annotationOf(source, node)
  if (annotation?.type === 'TSBooleanKeyword' || annotation?.type === 'TSNumberKeyword') return true
  const init = constantOf(source, unwrapped(node))
  return init !== undefined && isMasked(init)
}

function isMasked(given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return (
        typeof node.value !== 'string' || node.value === '' || /^(?:\W*|\[?redacted\]?|.*\*{2}.*)$/i.test(node.value)
      )
    case 'UnaryExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true
    case 'BinaryExpression':
      return node.operator !== '+'
    case 'TemplateLiteral':
      return node.expressions.length > 0 && node.expressions.every(isMasked)
    case 'ConditionalExpression':
      return isMasked(node.consequent) && isMasked(node.alternate)
    case 'CallExpression':
      return wordsOf(calledName(node)).some((word) => masks.has(word))
    default:
      return false
  }
}

const signedIn =
  /log(?:ged)?[-_ ]?(?:in|out)\b|sign(?:ed)?[-_ ]?(?:in|out)|cookie|express-session|authenticat|password|\bauth\b|req(?:uest)?\.session|user'?s? session/i
const placeOfSignIn = /(?:^|[/._-])(?:auth\w*|sessions?|logins?|sign-?in)(?=[/._-])/i

/** Whether the code around a session, or its file, says that somebody has signed in to it: not one of a chat. */
function isSignedIn(source: Source, filename: string, node: Node): boolean {
  const around = ancestor(node, isFunction) ?? source.ast
  const place = filename.split(/[\\/]/).slice(-3).join('/')
  return signedIn.test(source.getText(around)) || placeOfSignIn.test(place)
}

/** What a file that takes texts apart, or moves coins, calls a token. */
const otherTokens =
  /\b(?:tokeni[sz]|lexer|acme[-_.](?:challenge|client|account)|erc-?20|erc-?721|ethers|viem|web3|solana|uniswap|coingecko|langchain|llm|openai|anthropic)/i
/** What messages say of a piece of a text, or of what a container is asked for. */
const otherMessages =
  /\b(?:unexpected|unrecogni[sz]ed|expect(?:ed|s)?|syntax|parse|parsing|unknown|provider|inject|container|dependency|registered|(?:un)?register (?:the )?token|symbol)/

/** Whether a bare `token` is one of a text, of a chain, or of a list that is gone through. */
function isOtherToken(source: Source, { node, name, before }: LoggedValue, said: string): boolean {
  if (said.toLowerCase() !== 'token' || name.toLowerCase() !== 'token') return false
  return otherTokens.test(source.text) || otherMessages.test(before) || isItem(source, unwrapped(node))
}

/** `token` of `for (const token of tokens)` and `tokens.map((token) => …)`; and of `onToken: (token) => …` */
function isItem(source: Source, node: Node): boolean {
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  if (definition?.type === 'Variable') {
    const loop = definition.parent.parent
    return loop.type === 'ForOfStatement' && loop.left === definition.parent
  }
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { parent } = definition.node
  if (parent.type === 'CallExpression')
    return /^(?:map|forEach|filter|reduce|some|every|flatMap)$/.test(calledName(parent))
  return parent.type === 'Property' && /token$/i.test(nameOfKey(parent) ?? '')
}

const sent = /^(?:body|rawBody|headers|rawHeaders|cookies|signedCookies)$/
const holders = /^(?:ctx|context|c|this|event|koaCtx|opts|args|conn|socket|handshake)$/

/** Whether a value is all that a client sent in a part of its request: `req.body`, `ctx.request.headers`, `await c.req.json()`. */
export function isWholePart(source: Source, { node, replaced }: LoggedValue): boolean {
  // `{ ...req.body, password: '***' }`
  return !replaced.some(holdsSecret) && isWhole(source, unwrapped(node))
}

function isWhole(source: Source, node: Node): boolean {
  if (node.type === 'MemberExpression') return sent.test(nameOfKey(node) ?? '') && isRequest(source, node.object)
  if (node.type === 'CallExpression') return readsWhole(source, node)
  if (node.type !== 'Identifier') return false
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type === 'Parameter') return isDecoratedPart(node, definition)
  return definition?.type === 'Variable' && isTakenPart(source, node, definition.node)
}

function isRequest(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Identifier') {
    if (/^_?(?:req|request)$/.test(node.name)) return true
    if (node.name === 'event') return isLambdaEvent(source, node)
    return /^(?:ctx|handshake)$/.test(node.name)
  }
  if (node.type !== 'MemberExpression' || !/^(?:req|request|handshake|raw)$/.test(nameOfKey(node) ?? '')) return false
  const owner = unwrapped(node.object)
  if (owner.type === 'ThisExpression') return true
  if (owner.type === 'MemberExpression') return isRequest(source, owner)
  return owner.type === 'Identifier' && (holders.test(owner.name) || /^(?:req|request|client)$/.test(owner.name))
}

/** `export const handler = async (event: APIGatewayProxyEvent) => …` */
function isLambdaEvent(source: Source, name: TSESTree.Identifier): boolean {
  const type = annotationOf(source, name)
  if (type) return /^(?:APIGateway|ALB|LambdaFunctionURL)/.test(source.getText(type))
  const owner = variableOf(source, name)?.defs[0]?.node
  if (!owner || !isFunction(owner)) return false
  const declared = ancestor(owner, ({ type: kind }) => kind === 'VariableDeclarator' || kind === 'AssignmentExpression')
  return /\bhandler\b/i.test(source.getText(declared ?? owner).slice(0, 60))
}

const readers = /^(?:json|text|formData|parseBody|raw|blob)$/

/** `await request.json()`, `await readBody(event)`, `c.req.header()` */
function readsWhole(source: Source, node: TSESTree.CallExpression): boolean {
  const name = calledName(node)
  const callee = unwrapped(node.callee)
  if (callee.type === 'Identifier')
    return /^(?:readBody|readRawBody|getHeaders|getRequestHeaders|parseCookies)$/.test(name)
  if (callee.type !== 'MemberExpression' || node.arguments.length > 0) return false
  return (readers.test(name) || name === 'header') && isRequest(source, callee.object)
}

type Definition = NonNullable<ReturnType<typeof variableOf>>['defs'][number]

/** `@Body() dto: LoginDto` */
function isDecoratedPart(node: TSESTree.Identifier, { name }: Definition): boolean {
  if (name.type !== 'Identifier' || name.name !== node.name) return false
  const decorators: readonly TSESTree.Decorator[] = name.decorators ?? []
  return decorators.some(
    ({ expression }) =>
      expression.type === 'CallExpression' &&
      /^(?:Body|Headers|Cookies|RawBody)$/.test(calledName(expression)) &&
      !expression.arguments.some(({ type }) => type === 'Literal'),
  )
}

/** `const { body } = req` */
function isTakenPart(source: Source, node: TSESTree.Identifier, { id, init }: TSESTree.VariableDeclarator): boolean {
  if (id.type !== 'ObjectPattern' || !init) return false
  const property = id.properties.find(
    (one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === node.name,
  )
  return property?.type === 'Property' && sent.test(nameOfKey(property) ?? '') && isRequest(source, init)
}

/** Whether a value is the whole environment of the process, or a configuration that is written out. */
export function isWholeEnvironment(source: Source, { node: given, dumped }: LoggedValue): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression')
    return nameOfKey(node) === 'env' && /^(?:process|Bun|import\.meta)$/.test(source.getText(node.object))
  return dumped && node.type === 'Identifier' && isConfiguration(source, node)
}

/** `config` of the project's module of that name. */
function isConfiguration(source: Source, node: TSESTree.Identifier): boolean {
  if (!/^(?:app|server|db|database)?(?:config|configuration|settings|secrets|env)$/i.test(node.name)) return false
  const definition = variableOf(source, node)?.defs[0]
  if (definition === undefined) return true
  if (definition.type !== 'ImportBinding' || definition.parent?.type !== 'ImportDeclaration') return false
  return /(?:^|[/.])(?:config|configuration|settings|secrets|env)(?:\/index)?(?:\.[cm]?[jt]s)?$/.test(
    definition.parent.source.value,
  )
}
