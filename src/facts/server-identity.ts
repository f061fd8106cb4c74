import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfDecorator, rootOf, nameOfValue } from './calls.ts'
import type { Route } from './route.ts'
import { ancestor, descendants, nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'

const authWords = new Set(
  'auth authenticate authenticated authentication authed authn jwt passport protect protected token session login logged signed private guard bearer clerk'.split(
    ' ',
  ),
)
const rightWords = new Set(
  'admin admins administrator role roles permission permissions permit acl ability policy can authorize authorization authorized internal service services webhook webhooks hook signature apikey owner ownership superuser staff rbac abac access scope scopes invite invites invitation invitations'.split(
    ' ',
  ),
)

/** `requireUser`, `ensureCurrentUser`; `loadUser` may as well load the one that the path names. */
const asksForUser = /^(?:require|ensure|mustHave)(?:A|Current|Active)?User$/

/** Names of what says who asks, as a server has found out. */
const identities =
  /^(?:user|currentUser|authUser|loggedInUser|session|auth|viewer|principal|identity|account|me|claims|jwtPayload|payload|decoded|token)$/

/** Whether the server knows who calls a handler: something authenticates before it, or it reads who asks. */
export function isAuthenticated(context: RuleContext, route: Route): boolean {
  const { sourceCode } = context
  return (
    namesBefore(sourceCode, route).some(authenticates) ||
    isMountedBehindAuth(context) ||
    readsIdentity(sourceCode, route.handler)
  )
}

/** Whether a middleware, a wrapper or a decorator finds out who asks, by its name. */
function authenticates(name: string): boolean {
  return hasWordOf(name, authWords) || asksForUser.test(name)
}

/** `router.use(requireAuth)` */
function isMountedBehindAuth({ sourceCode }: RuleContext): boolean {
  return sourceCode.ast.body.some((statement) => {
    const call = statement.type === 'ExpressionStatement' ? unwrapped(statement.expression) : undefined
    if (call?.type !== 'CallExpression' || !/^(?:use|addHook)$/.test(calledName(call))) return false
    return call.arguments.some((one) => namesOf(sourceCode, one).some(authenticates))
  })
}

/** Whether the route is for those who may act for others: by its path, what stands before it, or what it checks. */
export function isForOthers(context: RuleContext, route: Route): boolean {
  const { sourceCode } = context
  const names = [...namesBefore(sourceCode, route), route.path ?? '', context.filename]
  if (names.some((name) => hasWordOf(name, rightWords))) return true
  return [...descendants(sourceCode, route.handler)].some((node) => checksRight(sourceCode, node))
}

const checking = /^(?:can|may|has|is|check|assert|ensure|require|verify|authorize|authorise|permit|enforce|validate)$/
const checked =
  /^(?:access|permissions?|rights?|owner|ownership|owns|admin|member|membership|allowed|policy|ability|authorized|role|can|tenant|same|self)$/

/** `ability.can('update', post)`, `assertOwner(post)`, `throwIfNoAccess({ session: ctx.session })` */
function checksRight(source: Source, call: Node): boolean {
  if (call.type !== 'CallExpression') return false
  const words = wordsOf(calledName(call))
  if (/^(?:can|cannot|authorize|authorise|enforce|permit)$/.test(words[0] ?? '')) return true
  if (words.some((word) => /^(?:access|permissions?|ownership)$/.test(word))) return true
  if (checking.test(words[0] ?? '') && words.slice(1).some((word) => checked.test(word))) return true
  return call.arguments.some((one) => handsIdentity.test(source.getText(one)))
}

/** Who asks, handed on as a whole: what takes it may look at what is asked for. */
const handsIdentity = /\b(?:req|request|ctx|context)\.(?:user|session|auth|viewer)\b(?!\.)/

function hasWordOf(name: string, words: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => words.has(word))
}

/** The names of middlewares, wrappers, decorators and procedures that stand before a handler. */
function namesBefore(source: Source, { before, node }: Route): readonly string[] {
  const chain = node.type === 'CallExpression' ? namesOf(source, node.callee) : []
  const parts = before.flatMap((one) => (one.type === 'ObjectExpression' ? hooksIn(one) : [one]))
  return [...chain, ...parts.flatMap((one) => namesOf(source, one))]
}

/** `{ preHandler: [authenticate] }`: what the options of a route run before it. */
function hooksIn(options: TSESTree.ObjectExpression): readonly Node[] {
  return options.properties.flatMap((one) =>
    one.type === 'Property' && /^(?:on|pre)[A-Z]\w*$|^middlewares?$/.test(nameOfKey(one) ?? '') ? [one.value] : [],
  )
}

/** Every name in an expression, without those of functions that stand in it. */
function namesOf(source: Source, node: Node): readonly string[] {
  return [...descendants(source, node, ({ type }) => !/Function|ObjectExpression/.test(type))].flatMap((one) =>
    one.type === 'Identifier' ? [one.name] : one.type === 'Literal' && typeof one.value === 'string' ? [one.value] : [],
  )
}

/** `req.user`, `ctx.session`, `getServerSession()`, `{ user }` of a context */
function readsIdentity(source: Source, handler: Node): boolean {
  return [...descendants(source, handler)].some((node) => {
    if (node.type === 'MemberExpression') return identities.test(nameOfKey(node) ?? '') && isOfRequest(node.object)
    if (node.type === 'Property')
      return node.parent.type === 'ObjectPattern' && /^(?:user|session|viewer|currentUser)$/.test(nameOfKey(node) ?? '')
    if (node.type === 'Decorator')
      return /^(?:CurrentUser|User|AuthUser|GetUser|ReqUser|Session)$/.test(nameOfDecorator(node.expression))
    return (
      node.type === 'CallExpression' &&
      /^(?:auth|getServerSession|getSession|getAuth|currentUser|getCurrentUser|requireUser|getUser|validateRequest)$/.test(
        calledName(node),
      )
    )
  })
}

function isOfRequest(given: Node): boolean {
  const name = nameOfValue(given) ?? ''
  return /^(?:req|request|ctx|context|c|this|locals|state|res|event|session|auth)$/.test(name)
}

const ownIds =
  /^(?:_?id|uid|sub|(?:(?:active|current|own)_?)?(?:user|tenant|org|organi[sz]ation|account|workspace|team|company)_?id)$/i
const ownRights = /^(?:roles?|isAdmin|is_admin|permissions|scopes?)$/
const ownIdOfContext =
  /\b(?:ctx|context|req|request)\.(?:user_?[iI]d|uid|tenant_?[iI]d)\b|\b(?:currentUser|loggedInUser|authUser)Id\b/
const ownRightOfContext = /\b(?:ctx|context|req|request)\.(?:roles?|isAdmin|permissions)\b/

/** Whether a function reads the id or the role that the server has found out, and so may compare with it. */
export function readsOwnId(context: RuleContext, owner: Node): boolean {
  return readsOwn(context, owner, ownIds, ownIdOfContext) || readsOwnRight(context, owner)
}

/** Whether a function reads what the server knows that the one who asks may do. */
export function readsOwnRight(context: RuleContext, owner: Node): boolean {
  return readsOwn(context, owner, ownRights, ownRightOfContext)
}

function readsOwn({ sourceCode }: RuleContext, owner: Node, names: RegExp, ofContext: RegExp): boolean {
  const isRead = (node: Node) => {
    if (node.type === 'MemberExpression')
      return names.test(nameOfKey(node) ?? '') && isIdentity(node.object) && !isLogged(node)
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !node.init) return false
    const taken = node.id.properties.some((one) => one.type === 'Property' && names.test(nameOfKey(one) ?? ''))
    return taken && isIdentity(node.init)
  }
  return ofContext.test(sourceCode.getText(owner)) || [...descendants(sourceCode, owner)].some(isRead)
}

/** `logger.info({ user: req.user.id })`: who asks is written down, and nothing is compared with it. */
function isLogged(node: Node): boolean {
  const call = ancestor(node, ({ type }) => type === 'CallExpression')
  const root = call && rootOf(call)
  return root?.type === 'Identifier' && /^(?:console|log|logger)$/.test(root.name)
}

/** Whether a value is who asks, as the server has found out: `req.user`, `session`, `(await auth()).user`. */
export function isIdentity(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return identities.test(node.name)
  if (node.type === 'CallExpression')
    return /^(?:auth|getSession|getServerSession|getUser|currentUser|getCurrentUser|get)$/.test(calledName(node))
  return node.type === 'MemberExpression' && (identities.test(nameOfKey(node) ?? '') || isIdentity(node.object))
}
