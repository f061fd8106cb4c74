import type { TSESTree } from '@typescript-eslint/utils'
import { catalogFor, originsFor } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { plays } from './catalog.ts'
import { requestAt } from './handler-forms.ts'
import type { Origin } from './origin.ts'
import { routesIn } from './route-index.ts'
import type { Route } from './route.ts'
import {
  contains,
  decoratorsOf,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Variable,
} from './source.ts'

/** The parts of a request that its sender writes as they like. */
export type ClientPart = 'body' | 'query' | 'params' | 'headers' | 'cookies'

const partNames: Readonly<Record<string, ClientPart>> = {
  body: 'body',
  rawBody: 'body',
  files: 'body',
  query: 'query',
  querystring: 'query',
  queryStringParameters: 'query',
  multiValueQueryStringParameters: 'query',
  rawQueryString: 'query',
  searchParams: 'query',
  params: 'params',
  pathParameters: 'params',
  headers: 'headers',
  header: 'headers',
  multiValueHeaders: 'headers',
  cookies: 'cookies',
}

/** Methods of requests that give a part, or a value of one. */
const partMethods: Readonly<Record<string, ClientPart>> = {
  get: 'headers',
  header: 'headers',
  query: 'query',
  queries: 'query',
  param: 'params',
  json: 'body',
  text: 'body',
  formData: 'body',
  parseBody: 'body',
  arrayBuffer: 'body',
}

/** Decorators of parameters that take a part out of the request. */
const partDecorators: Readonly<Record<string, ClientPart>> = {
  Body: 'body',
  BodyParam: 'body',
  BodyParams: 'body',
  RawBody: 'body',
  Args: 'body',
  Arg: 'body',
  Query: 'query',
  QueryParam: 'query',
  QueryParams: 'query',
  Queries: 'query',
  Param: 'params',
  Params: 'params',
  Path: 'params',
  PathParams: 'params',
  Headers: 'headers',
  Header: 'headers',
  HeaderParam: 'headers',
  HeaderParams: 'headers',
  CookieParam: 'cookies',
  Cookies: 'cookies',
}

/** Functions of frameworks that are handed the request. */
const partFunctions: Readonly<Record<string, ClientPart>> = {
  readBody: 'body',
  readValidatedBody: 'body',
  getQuery: 'query',
  getValidatedQuery: 'query',
  getRouterParam: 'params',
  getRouterParams: 'params',
  getHeader: 'headers',
  getHeaders: 'headers',
  getRequestHeader: 'headers',
  getCookie: 'cookies',
  parseCookies: 'cookies',
}

/** `c.req.valid('json')` */
const validTargets: Readonly<Record<string, ClientPart>> = {
  json: 'body',
  form: 'body',
  query: 'query',
  param: 'params',
  header: 'headers',
  cookie: 'cookies',
}

/** What hands on the value that it is given, checked or in another form. */
const conversions =
  /^(?:Number|String|BigInt|parseInt|parseFloat|decodeURI|decodeURIComponent|parse|parseAsync|safeParse|safeParseAsync|validate|validateSync|validateAsync|cast|assert|create|ObjectId|toString|plainToInstance|plainToClass|escape)$/

/** Further than any value that people pass on. */
const deepest = 8

/** The part of a request that a value comes from, as a whole or as a piece of it, through constants and conversions. */
export function clientPart(context: RuleContext, given: Node, depth = 0): ClientPart | undefined {
  if (depth > deepest) return undefined
  const node = unwrapped(given)
  const inner = (part: Node) => clientPart(context, part, depth + 1)
  switch (node.type) {
    case 'Identifier':
      return ofName(context, node, inner)
    case 'MemberExpression':
      return ofMember(context, node, inner)
    case 'CallExpression':
      return ofCall(context, node, inner)
    case 'NewExpression':
      return conversions.test(calledName(node)) ? firstOf(node.arguments, inner) : undefined
    case 'LogicalExpression':
      return inner(node.left) ?? inner(node.right)
    case 'ConditionalExpression':
      return inner(node.consequent) ?? inner(node.alternate)
    default:
      return undefined
  }
}

type Inner = (part: Node) => ClientPart | undefined

function firstOf(nodes: readonly Node[], inner: Inner): ClientPart | undefined {
  for (const node of nodes) {
    const part = node.type === 'SpreadElement' ? undefined : inner(node)
    if (part) return part
  }
  return undefined
}

function named(table: Readonly<Record<string, ClientPart>>, name: string | undefined): ClientPart | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

function ofMember(context: RuleContext, node: TSESTree.MemberExpression, inner: Inner): ClientPart | undefined {
  const name = nameOfKey(node)
  const object = unwrapped(node.object)
  if (name === 'searchParams') return isAddress(context, object) ? 'query' : inner(object)
  const part = named(partNames, name)
  if (part && isRequest(context, object)) return part
  return (name === 'input' && isProcedureOptions(context, object) ? 'body' : undefined) ?? inner(object)
}

/** `new URL(request.url)`, `request.nextUrl`, also through a name. */
function isAddress(context: RuleContext, given: Node): boolean {
  const node = constantBehind(context, unwrapped(given))
  if (node.type === 'NewExpression') {
    const [url] = node.arguments
    const address = url && unwrapped(url)
    return (
      calledName(node) === 'URL' &&
      address?.type === 'MemberExpression' &&
      nameOfKey(address) === 'url' &&
      isRequest(context, address.object)
    )
  }
  return node.type === 'MemberExpression' && nameOfKey(node) === 'nextUrl' && isRequest(context, node.object)
}

function ofCall(context: RuleContext, node: TSESTree.CallExpression, inner: Inner): ClientPart | undefined {
  const { callee } = node
  const name = calledName(node)
  if (callee.type !== 'MemberExpression') {
    if (isAmbient(context, node)) return name === 'cookies' ? 'cookies' : 'headers'
    return named(partFunctions, name) ?? (conversions.test(name) ? firstOf(node.arguments, inner) : undefined)
  }
  if (isRequest(context, callee.object)) {
    const target = name === 'valid' ? node.arguments[0] : undefined
    if (target?.type === 'Literal') return named(validTargets, String(target.value))
    return named(partMethods, name)
  }
  return inner(callee.object) ?? (conversions.test(name) ? firstOf(node.arguments, inner) : undefined)
}

/** `cookies()`, `headers()`: functions of a package that need no request to be handed to them. */
function isAmbient(context: RuleContext, { callee, arguments: given }: TSESTree.CallExpression): boolean {
  const origin = callee.type === 'Identifier' && given.length === 0 ? originsFor(context).of(callee) : undefined
  return origin?.kind === 'export' && /^(?:cookies|headers)$/.test(origin.name)
}

function ofName(context: RuleContext, node: TSESTree.Identifier, inner: Inner): ClientPart | undefined {
  const variable = variableOf(context.sourceCode, node)
  const definition = variable?.defs[0]
  if (!variable) return undefined
  if (definition?.type === 'Variable') {
    const { init, id } = definition.node
    if (!init || variable.references.filter((one) => one.isWrite()).length > 1) return undefined
    return id.type === 'Identifier' ? inner(init) : ofPattern(context, variable, id, init, inner)
  }
  return definition?.type === 'Parameter' && isFunction(definition.node)
    ? ofParameter(context, variable, definition.node)
    : undefined
}

/** `const { body: { userId } } = req`, `const { userId } = req.body` */
function ofPattern(
  context: RuleContext,
  variable: Variable,
  pattern: Node,
  value: Node,
  inner: Inner,
): ClientPart | undefined {
  const [key, second] = keysTo(variable, pattern)
  if (key === 'input' && isProcedureOptions(context, value)) return 'body'
  if (isRequest(context, value)) return named(partNames, key)
  if (isContext(context, value) && (key === 'request' || key === 'req')) return named(partNames, second)
  return isAddress(context, value) && key === 'searchParams' ? 'query' : inner(value)
}

/** The keys that lead to a name in a pattern, the outermost first. */
function keysTo(variable: Variable, pattern: Node): readonly string[] {
  const name = variable.identifiers[0]
  if (!name || pattern === name) return []
  if (pattern.type === 'AssignmentPattern') return keysTo(variable, pattern.left)
  if (pattern.type !== 'ObjectPattern') return []
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || !contains(property.value, name)) continue
    return [nameOfKey(property) ?? '', ...keysTo(variable, property.value)]
  }
  return []
}

function ofParameter(context: RuleContext, variable: Variable, owner: FunctionNode): ClientPart | undefined {
  const name = variable.identifiers[0]
  const index = owner.params.findIndex((parameter) => name !== undefined && contains(parameter, name))
  const parameter = owner.params[index]
  if (!parameter) return undefined
  const taken = decoratorsOn(parameter).map(({ expression }) =>
    named(partDecorators, expression.type === 'CallExpression' ? calledName(expression) : undefined),
  )
  const part = taken.find((one) => one !== undefined)
  if (part) return part
  const route = routesIn(context).of.get(owner)
  const [key, second] = keysTo(variable, parameter)
  if (!route || key === undefined)
    return route?.kind === 'resolver' && index === 1 && isOfMap(route) ? 'body' : undefined
  return ofDestructured(route, index, key, second)
}

function ofDestructured(route: Route, index: number, key: string, second: string | undefined): ClientPart | undefined {
  if (route.kind === 'procedure') return index === 0 && key === 'input' ? 'body' : undefined
  if (route.kind === 'resolver') return index === 1 && isOfMap(route) ? 'body' : undefined
  if (index === requestAt(route.handler)) {
    return named(partNames, key === 'request' || key === 'req' ? second : key)
  }
  // The second argument of a handler of Next.js.
  return route.kind === 'route' && index === 1 && key === 'params' ? 'params' : undefined
}

/** `(parent, args, context) => …`: what decorators hand to a method, they say themselves. */
function isOfMap({ node }: Route): boolean {
  return node.type !== 'Decorator'
}

function decoratorsOn(parameter: Node): readonly TSESTree.Decorator[] {
  if (parameter.type === 'TSParameterProperty') return decoratorsOf(parameter)
  if (parameter.type === 'AssignmentPattern') return decoratorsOn(parameter.left)
  return 'decorators' in parameter ? decoratorsOf(parameter) : []
}

const requestTypes = new Set([
  'Request',
  'FastifyRequest',
  'NextRequest',
  'NextApiRequest',
  'IncomingMessage',
  'HonoRequest',
])
const requestTypeNames = /Request$|^(?:IncomingMessage|APIGatewayProxyEvent(?:V2)?|\w*Req)$/

/** Whether a value is a request, or a context that has the parts of one. */
function isRequest(context: RuleContext, given: Node): boolean {
  const node = constantBehind(context, unwrapped(given))
  if (node.type === 'MemberExpression') {
    const name = nameOfKey(node) ?? ''
    return /^(?:req|request)$/.test(name)
  }
  if (node.type === 'CallExpression') return calledName(node) === 'getRequest'
  if (node.type !== 'Identifier') return false
  // A part of a file, whose handler is not shown.
  if (/^(?:req|request)$/.test(node.name) && !variableOf(context.sourceCode, node)) return true
  const origin = originsFor(context).of(node)
  if (origin?.kind === 'value' && requestTypes.has(origin.type)) return true
  return isRequestParameter(context, node) || (origin !== undefined && hasParts(context, origin))
}

/** Whether rows say of a value that it has parts of a request itself, as the context of Koa has. */
function hasParts(context: RuleContext, origin: Origin): boolean {
  if (origin.kind !== 'value') return false
  const rows = catalogFor(context).rows('read', origin.package, origin.type, 'query')
  return rows.some((row) => plays(row, 'external.read') && row.from === 'request')
}

/** `const request = ctx.request` */
function constantBehind(context: RuleContext, node: Node): Node {
  const definition = node.type === 'Identifier' ? variableOf(context.sourceCode, node)?.defs[0] : undefined
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return node
  const init = definition.node.init && unwrapped(definition.node.init)
  return init && /^(?:MemberExpression|CallExpression|NewExpression|Identifier)$/.test(init.type) ? init : node
}

/** A parameter that a framework fills with the request, or that is called and typed so. */
function isRequestParameter(context: RuleContext, node: TSESTree.Identifier): boolean {
  const definition = variableOf(context.sourceCode, node)?.defs[0]
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { name, node: owner } = definition
  const annotation = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined
  const type = annotation && typeNameOf(annotation)
  if (/^_?(?:req|request)$/i.test(node.name)) return type === undefined || requestTypeNames.test(type)
  if (type !== undefined && requestTypeNames.test(type)) return true
  const route = routesIn(context).of.get(owner)
  if (!route || route.kind === 'resolver' || route.kind === 'procedure') return false
  return owner.params[requestAt(owner)] === name && !isOnlyContext(context, route, node.name)
}

/** A context that has the request under `req` has no parts of it itself. */
function isOnlyContext(context: RuleContext, { package: owner }: Route, name: string): boolean {
  if (owner === undefined) return name === 'c'
  return catalogFor(context)
    .rows('read', owner, 'Context', 'req')
    .some(({ makes }) => makes !== undefined)
}

function isContext(context: RuleContext, given: Node): boolean {
  const node = unwrapped(given)
  return (
    node.type === 'Identifier' &&
    /^(?:c|ctx|context)$/.test(node.name) &&
    rootOf(node) === node &&
    isOfHandler(context, node)
  )
}

function isOfHandler(context: RuleContext, node: TSESTree.Identifier): boolean {
  const definition = variableOf(context.sourceCode, node)?.defs[0]
  return definition?.type === 'Parameter' && isFunction(definition.node) && routesIn(context).of.has(definition.node)
}

/** `opts` of `.query((opts) => opts.input.id)` */
function isProcedureOptions(context: RuleContext, given: Node): boolean {
  const node = unwrapped(given)
  const definition = node.type === 'Identifier' ? variableOf(context.sourceCode, node)?.defs[0] : undefined
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const route = routesIn(context).of.get(definition.node)
  return route?.kind === 'procedure' && definition.node.params[0] === definition.name
}

function typeNameOf(type: TSESTree.TypeNode): string | undefined {
  if (type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword') return undefined
  if (type.type !== 'TSTypeReference') return ''
  const { typeName } = type
  return typeName.type === 'Identifier' ? typeName.name : typeName.type === 'TSQualifiedName' ? typeName.right.name : ''
}
