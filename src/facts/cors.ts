import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { CorsAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName } from './calls.ts'
import { allowsAnyOrigin } from './cors-origins.ts'
import { onAllowedOrigin } from './cors-headers.ts'
import { joined } from './listeners.ts'
import { constantOf, isLeftOutOfProduction, truthInProduction } from './production.ts'
import { isDecidedByOrigin } from './request-origin.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'

/** A place that lets every site read what the server answers. */
export interface OpenPolicy {
  /** What says so. */
  readonly node: Node
  /**
   * - `credentials`: with the cookies of whoever visits the site
   * - `reflected`: whatever origin asks is sent back to it
   * - `open`: without cookies
   */
  readonly kind: 'credentials' | 'reflected' | 'open'
}

/** Calls the listener for each policy that lets every site read the answers in production. */
export function onOpenPolicy(context: RuleContext, listener: (policy: OpenPolicy) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const told = new Set<Node>()
  const tell = (policy: OpenPolicy | undefined, at: Node) => {
    if (!policy || told.has(policy.node)) return
    if ([at, policy.node].some((node) => isAway(sourceCode, node))) return
    told.add(policy.node)
    listener(policy)
  }
  return joined(onAllowedOrigin(context, tell), {
    CallExpression(node) {
      const row = isForPreflight(node) ? undefined : corsRow(context, node)
      if (row) tell(policyOfCall(sourceCode, node, row), node)
    },
    Property(node) {
      if (nameOfKey(node) === 'cors' && node.parent.type === 'ObjectExpression')
        tell(policyOf(sourceCode, node.value, false), node)
    },
    ObjectExpression(node) {
      tell(policyOf(sourceCode, node, false), node)
    },
    VariableDeclarator(node) {
      if (node.init && node.id.type === 'Identifier' && /cors/i.test(node.id.name))
        tell(policyOf(sourceCode, node.init, false), node)
    },
  })
}

/** `app.options('*', cors())` allows a question; the answer itself says who may read it. */
function isForPreflight({ parent }: Node): boolean {
  return parent?.type === 'CallExpression' && calledName(parent) === 'options'
}

function isAway(source: Source, node: Node): boolean {
  return isLeftOutOfProduction(source, node) || isDecidedByOrigin(source, node, () => false)
}

/** What a call says of CORS, by the package that it is of, or by its name where nothing else is known of it. */
function corsRow(context: RuleContext, node: TSESTree.CallExpression): CorsAt | undefined {
  const name = calledName(node)
  const plugin = name === 'register' ? pluginRow(context, node) : undefined
  const row = plugin ?? typedFactOf(context, node, ['http.cors'])?.row ?? rowByMethod(context, node)
  if (row || node.callee.type !== 'Identifier' || !/^cors$|Cors$/.test(name)) return row
  const origin = originsFor(context).of(node.callee)
  // A global that no one declares, or a package that no row speaks of: what else would be called so?
  const isForeign = origin?.kind === 'export' && (origin.name === 'default' || origin.name === 'cors')
  return isForeign && isPassedOn(node) ? { policy: 0 } : undefined
}

/** `app.enableCors()`, where nothing declares `app`. */
function rowByMethod(context: RuleContext, { callee }: TSESTree.CallExpression): CorsAt | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined
  const name = nameOfKey(callee) ?? ''
  const owner = catalogFor(context).distinctive(name)
  if (!owner || variableOf(context.sourceCode, callee.object)) return undefined
  return catalogFor(context)
    .rows('call', owner.package, owner.type, name)
    .find((row) => row.role === 'http.cors')
}

/** `app.use(cors())`, `const middleware = cors()`: not `await cors(req, res)`. */
function isPassedOn({ parent, arguments: given }: TSESTree.CallExpression): boolean {
  return given.length < 2 && (parent.type === 'CallExpression' || parent.type === 'VariableDeclarator')
}

/** `app.register(cors, options)`: the plugin is called with its options as the second argument. */
function pluginRow(context: RuleContext, { arguments: [plugin] }: TSESTree.CallExpression): CorsAt | undefined {
  const origin = plugin && originsFor(context).of(plugin)
  if (origin?.kind !== 'export') return undefined
  const name = origin.name === '*' ? 'default' : origin.name
  const rows = catalogFor(context).rows('call', origin.package, undefined, name)
  return rows.find((row) => row.role === 'http.cors')
}

function policyOfCall(
  source: Source,
  node: TSESTree.CallExpression,
  { policy, under }: CorsAt,
): OpenPolicy | undefined {
  const given = node.arguments[policy]
  const count = node.arguments.findIndex(({ type }) => type === 'SpreadElement')
  if (count >= 0 && count <= policy) return undefined
  if (under === undefined) return given ? policyOf(source, given, true, node) : { node, kind: 'open' }
  const options = given && objectOf(source, given)
  const property = options && propertyIn(source, options, [under])
  return property && truthInProduction(source, property.value) === true && !objectOf(source, property.value)
    ? { node: property, kind: 'open' }
    : undefined
}

const originNames = ['origin', 'origins', 'allowOrigin', 'allowOrigins', 'allowedOrigins']
const credentialNames = ['credentials', 'allowCredentials', 'supportsCredentials']

/**
 * What an object says of who may read.
 * @param isPolicy whether it is surely about CORS; else only what says both origins and credentials counts
 */
function policyOf(source: Source, given: Node, isPolicy: boolean, call?: Node): OpenPolicy | undefined {
  const options = objectOf(source, given)
  if (!options) return undefined
  const origin = propertyIn(source, options, originNames)
  const credentials = propertyIn(source, options, credentialNames)
  const isOpaque = options.properties.some((one) => one.type === 'SpreadElement' && !objectOf(source, one.argument))
  const isAny = origin ? allowsAnyOrigin(source, origin.value) : isPolicy && !isOpaque
  if (!isAny) return undefined
  if (credentials && truthInProduction(source, credentials.value) === true)
    return { node: origin ?? credentials, kind: 'credentials' }
  if (isPolicy || isAboutCors(options)) return { node: origin ?? call ?? options, kind: 'open' }
  return undefined
}

/** The object that is the value of `cors`, or of a variable that is called so. */
function isAboutCors({ parent }: Node): boolean {
  if (parent?.type === 'Property') return nameOfKey(parent) === 'cors'
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && /cors/i.test(parent.id.name)
}

/** The object literal that a value is, or that the constant it names was declared with. */
function objectOf(source: Source, given: Node, depth = 0): TSESTree.ObjectExpression | undefined {
  const node = unwrapped(given)
  if (node.type === 'ObjectExpression') return node
  const value = node.type === 'Identifier' && depth < 4 ? constantOf(source, node) : undefined
  return value && !isFunction(value) ? objectOf(source, value, depth + 1) : undefined
}

/** The last property of one of the names, through objects that are spread into this one. */
function propertyIn(
  source: Source,
  { properties }: TSESTree.ObjectExpression,
  names: readonly string[],
  depth = 0,
): TSESTree.Property | undefined {
  for (const property of properties.toReversed()) {
    if (property.type === 'Property') {
      if (names.includes(nameOfKey(property) ?? '')) return property
      continue
    }
    const spread = depth < 4 ? objectOf(source, property.argument) : undefined
    const found = spread && propertyIn(source, spread, names, depth + 1)
    if (found) return found
  }
  return undefined
}
