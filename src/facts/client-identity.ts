import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName, rootOf } from './calls.ts'
import { clientPart, routeAround, type ClientPart } from './routes.ts'
import { isAuthenticated, isForOthers, isIdentity, readsOwnId, readsOwnRight } from './server-identity.ts'
import {
  ancestor,
  decoratorsOf,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
  type Variable,
} from './source.ts'

/** A value that a client sends, and that is taken for who it is, or for what it may do. */
export interface ClientIdentity {
  readonly node: Node
  /** What it is called where it is read: `userId`. */
  readonly name: string
  readonly part: ClientPart
  /** The owner of rows, one side of a check, or a right. */
  readonly as: 'owner' | 'check' | 'right'
  /** The request, where what the server knows of its user can be read of it. */
  readonly request: string | undefined
}

type Listener = (identity: ClientIdentity) => void

/** Calls the listener for each value of a client that decides whose rows are meant, or what may be done. */
export function onClientIdentity(context: RuleContext, listener: Listener): TSESLint.RuleListener {
  const told = new Set<string>()
  const tell = (found: ClientIdentity | undefined) => {
    const owner = found && ancestor(found.node, isFunction)
    const key = found && `${owner?.range[0] ?? 0} ${found.name} ${found.part} ${found.as}`
    if (!found || key === undefined || told.has(key)) return
    told.add(key)
    listener(found)
  }
  return {
    Property: (node) => tell(ownerField(context, node)),
    CallExpression(node) {
      tell(ownerArgument(context, node))
      tell(ownerByName(context, node))
      tell(rightInList(context, node))
    },
    BinaryExpression: (node) => tell(compared(context, node)),
    SwitchStatement: (node) => tell(switched(context, node)),
    MemberExpression: (node) => tell(flag(context, node)),
    Identifier: (node) => tell(flag(context, node)),
  }
}

const owners = /^(?:user|owner|account|tenant|author|actor|currentuser|customer)id$|^createdby$/
const roles = /^(?:user)?(?:roles?|type)$|^role(?:name)?$/
const flags = /^(?:is)?(?:admin|superuser|superadmin|staff|root)$|^isowner$/
const rights = /^(?:permissions?|scopes?|roles?|rights|grants)$/
const privileged =
  /^(?:\w+[-_ ])?(?:admin(?:istrator)?s?|super_?(?:user|admin)|owner|root|staff|moderator|manager|system)$/i

/** `x-user-id`, `user_id` and `userId` are `userid`. */
function folded(name: string): string {
  return name.replace(/^x-/i, '').replaceAll(/[-_]/g, '').toLowerCase()
}

interface Sent {
  readonly part: ClientPart
  readonly name: string
  readonly key: string
}

/** What a client sends by a name; nothing for all else. */
function sentIn(context: RuleContext, node: Node): Sent | undefined {
  const name = nameSent(context.sourceCode, node)
  if (name === undefined || !/id$|by$|role|type|admin|user|staff|root|owner|permission|scope|right|grant/i.test(name))
    return undefined
  const part = clientPart(context, node)
  return part && { part, name, key: folded(name) }
}

/** The name that a value has in what was sent: that of its member, its key in a pattern, or what a getter is given. */
function nameSent(source: Source, given: Node, depth = 0): string | undefined {
  const node = unwrapped(given)
  if (depth > 6) return undefined
  switch (node.type) {
    case 'MemberExpression':
      return nameOfKey(node)
    case 'LogicalExpression':
      return nameSent(source, node.left, depth + 1)
    case 'CallExpression': {
      const [first] = node.arguments
      if (first?.type === 'Literal' && typeof first.value === 'string' && node.callee.type === 'MemberExpression')
        return first.value
      if (first && node.callee.type === 'Identifier') return nameSent(source, first, depth + 1)
      return node.callee.type === 'MemberExpression' ? nameSent(source, node.callee.object, depth + 1) : undefined
    }
    case 'NewExpression':
      return node.arguments[0] && nameSent(source, node.arguments[0], depth + 1)
    case 'Identifier': {
      const variable = variableOf(source, node)
      return variable && nameOfVariable(source, variable, depth)
    }
    default:
      return undefined
  }
}

function nameOfVariable(source: Source, variable: Variable, depth: number): string | undefined {
  const definition = variable.defs[0]
  const name = variable.identifiers[0]
  if (!name) return undefined
  if (name.parent.type === 'Property' || name.parent.parent?.type === 'Property') {
    const property = name.parent.type === 'Property' ? name.parent : name.parent.parent
    return property?.type === 'Property' ? nameOfKey(property) : undefined
  }
  if (definition?.type === 'Variable') {
    return definition.node.init ? nameSent(source, definition.node.init, depth + 1) : undefined
  }
  if (definition?.type !== 'Parameter' || name.type !== 'Identifier') return undefined
  for (const { expression } of decoratorsOf(name)) {
    const first = expression.type === 'CallExpression' ? expression.arguments[0] : undefined
    if (first?.type === 'Literal') return String(first.value)
  }
  return undefined
}

const reading =
  /^(?:create|insert|save|update|upsert|find|count|aggregate|delete|destroy|remove|where|andWhere|set|values|build|exists|add|list|get|fetch|load)/

/** `where: { userId: req.body.userId }`, `create({ data: { ownerId } })` */
function ownerField(context: RuleContext, property: TSESTree.Property): ClientIdentity | undefined {
  if (property.parent.type !== 'ObjectExpression' || !isOwnerName(nameOfKey(property))) return undefined
  const call = callAround(property.parent)
  if (!call || !takesRows(call)) return undefined
  return asOwner(context, property.value, property)
}

function isOwnerName(name: string | undefined): boolean {
  return name !== undefined && owners.test(folded(name))
}

/** The call that an object goes to, at whatever depth of other objects. */
function callAround(object: Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  let inner: Node = object
  while (inner.parent && /^(?:Property|ObjectExpression|ArrayExpression|SpreadElement)$/.test(inner.parent.type))
    inner = inner.parent
  const { parent } = inner
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== inner
    ? parent
    : undefined
}

const others = /^(?:res|response|reply|c|logger|log|console|schema|z|joi|yup|events?|emitter|queue|jwt)$/i

function takesRows(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  if (call.type === 'NewExpression')
    return (
      call.callee.type === 'Identifier' &&
      /^[A-Z]/.test(call.callee.name) &&
      !/Error|URL|Exception/.test(call.callee.name)
    )
  if (call.callee.type !== 'MemberExpression' || !reading.test(calledName(call))) return false
  const root = rootOf(call)
  return !(root.type === 'Identifier' && others.test(root.name))
}

/** `eq(posts.userId, input.userId)`, `.where('user_id', req.body.userId)` */
function ownerArgument(context: RuleContext, call: TSESTree.CallExpression): ClientIdentity | undefined {
  const [column, value] = call.arguments
  if (!column || !value || call.arguments.length > 3 || !/^(?:eq|where|andWhere|match)$/.test(calledName(call)))
    return undefined
  const last = call.arguments.at(-1)
  const name =
    column.type === 'MemberExpression' ? nameOfKey(column) : column.type === 'Literal' ? String(column.value) : ''
  return last && last.type !== 'SpreadElement' && isOwnerName(name?.slice(name.lastIndexOf('.') + 1))
    ? asOwner(context, last, last)
    : undefined
}

const byOwner = /(?:By|For|Of)(?:User|Owner|Account|Tenant|Author|Customer)(?:Id)?(?:And|With|$)/

/** `ordersService.findByUserId(req.query.userId)`: the name of a method says whose rows it is asked for. */
function ownerByName(context: RuleContext, call: TSESTree.CallExpression): ClientIdentity | undefined {
  if (call.callee.type !== 'MemberExpression' || !byOwner.test(calledName(call))) return undefined
  for (const argument of call.arguments) {
    const owner = argument.type === 'SpreadElement' ? undefined : asOwner(context, argument, argument)
    if (owner) return owner
  }
  return undefined
}

function asOwner(context: RuleContext, value: Node, node: Node): ClientIdentity | undefined {
  const sent = sentIn(context, value)
  if (!sent || !owners.test(sent.key)) return undefined
  const route = routeAround(context, node)
  if (!route || route.kind === 'middleware' || route.kind === 'error-handler') return undefined
  if (!isAuthenticated(context, route) || readsOwnId(context, route.handler) || isForOthers(context, route))
    return undefined
  return { node, name: sent.name, part: sent.part, as: 'owner', request: requestOf(sent, route.handler) }
}

/** The request that a handler is handed, where what an authentication adds to it can be read. */
function requestOf({ key }: Sent, { params: [first] }: FunctionNode): string | undefined {
  const isOfUser = /^(?:user|owner|author|actor|currentuser)id$|^createdby$/.test(key)
  return isOfUser && first?.type === 'Identifier' && /^req(?:uest)?$/.test(first.name) ? first.name : undefined
}

/** `req.body.role === 'admin'`, `req.params.userId === record.ownerId` */
function compared(
  context: RuleContext,
  { operator, left, right }: TSESTree.BinaryExpression,
): ClientIdentity | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined
  return comparedWith(context, left, right) ?? comparedWith(context, right, left)
}

function comparedWith(context: RuleContext, node: Node, other: Node): ClientIdentity | undefined {
  const value = unwrapped(other)
  const isRight = value.type === 'Literal' && typeof value.value === 'string' && privileged.test(value.value)
  const isTruth = value.type === 'Literal' && (value.value === true || value.value === 'true')
  const isOwner =
    value.type === 'MemberExpression' &&
    isOwnerName(nameOfKey(value)) &&
    !isIdentity(value.object) &&
    !isSetBehind(context.sourceCode, node, value) &&
    !clientPart(context, value)
  if (!isRight && !isTruth && !isOwner) return undefined
  const sent = sentIn(context, node)
  if (!sent || !fits(sent, isRight ? roles : isTruth ? flags : owners)) return undefined
  return asRight(context, node, sent, isOwner ? 'check' : 'right')
}

/** `if (task.ownerId !== body.ownerId) task.ownerId = body.ownerId`: whether something changes, and not who may. */
function isSetBehind(source: Source, node: Node, value: Node): boolean {
  const choice = ancestor(node, ({ type }) => type === 'IfStatement')
  const text = source.getText(value)
  return (
    choice?.type === 'IfStatement' &&
    [...descendants(source, choice.consequent)].some(
      (one) => one.type === 'AssignmentExpression' && source.getText(one.left) === text,
    )
  )
}

function fits({ key }: Sent, expected: RegExp): boolean {
  return expected.test(key)
}

/** `switch (req.body.role) { case 'admin': … }` */
function switched(context: RuleContext, { discriminant, cases }: TSESTree.SwitchStatement): ClientIdentity | undefined {
  const isOfRights = cases.some(({ test }) => test?.type === 'Literal' && privileged.test(String(test.value)))
  const sent = isOfRights ? sentIn(context, discriminant) : undefined
  return sent && fits(sent, roles) ? asRight(context, discriminant, sent, 'right') : undefined
}

/** `req.body.permissions.includes('write')`, `adminRoles.includes(req.body.role)` */
function rightInList(context: RuleContext, call: TSESTree.CallExpression): ClientIdentity | undefined {
  const { callee } = call
  const [needle] = call.arguments
  if (callee.type !== 'MemberExpression' || !needle || !/^(?:includes|has|some)$/.test(calledName(call)))
    return undefined
  const list = sentIn(context, callee.object)
  if (list && fits(list, rights) && needle.type === 'Literal') return asRight(context, callee.object, list, 'right')
  if (!/admin|grant|privileged|elevated/i.test(context.sourceCode.getText(callee.object))) return undefined
  const sent = sentIn(context, needle)
  return sent && (fits(sent, roles) || fits(sent, rights)) ? asRight(context, needle, sent, 'right') : undefined
}

/** `if (req.query.isAdmin)`, `!body.isAdmin`, `body.isAdmin || isOwner(post)` */
function flag(context: RuleContext, node: TSESTree.MemberExpression | TSESTree.Identifier): ClientIdentity | undefined {
  const name = node.type === 'Identifier' ? node.name : nameOfKey(node)
  if (name === undefined || !flags.test(folded(name)) || !isTested(node)) return undefined
  const sent = sentIn(context, node)
  return sent && fits(sent, flags) ? asRight(context, node, sent, 'right') : undefined
}

function isTested(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === node
    case 'UnaryExpression':
      return parent.operator === '!'
    case 'LogicalExpression':
      return parent.operator !== '??' && (parent.left === node || isTested(parent))
    default:
      return false
  }
}

/** A right that the client claims; no one where the server looks at what it knows itself, or only some may ask. */
function asRight(
  context: RuleContext,
  node: Node,
  { part, name }: Sent,
  as: 'check' | 'right',
): ClientIdentity | undefined {
  const route = routeAround(context, node)
  const owner = route?.handler ?? ancestor(node, isFunction)
  if (owner && (as === 'right' ? readsOwnRight : readsOwnId)(context, owner)) return undefined
  if (route && isForOthers(context, route)) return undefined
  return { node, name, part, as, request: undefined }
}
