import type { TSESTree } from '@typescript-eslint/utils'
import type { ResponseAt } from '../roles.ts'
import { calledName } from './calls.ts'
import { chainOf } from './chains.ts'
import { constantOf } from './acted-tables.ts'
import {
  ancestor,
  decoratorsOf,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  type Node,
  type Source,
} from './source.ts'
import { hasWord } from './words.ts'

/** Whether something beside a response says which fields go out: a schema of the route, a serializer, a template. */
export function isShaped(source: Source, node: Node, { shapedBy }: ResponseAt): boolean {
  if (!shapedBy) return false
  const { call, option, decorators } = shapedBy
  return (
    (call !== undefined && node.type === 'CallExpression' && chainOf(node).some((one) => calledName(one) === call)) ||
    (option !== undefined && isShapedByOption(source, node, option.split('.'))) ||
    (decorators !== undefined && isShapedByDecorator(source, node, shapedBy))
  )
}

/** Whether the route that a response is of has an option; what the source does not show may have it. */
function isShapedByOption(source: Source, node: Node, path: readonly string[]): boolean {
  const route = routeOf(node)
  const last = route?.arguments.at(-1)
  const given = route?.arguments.filter((one) => one !== last || one.type === 'ObjectExpression') ?? []
  return given.some((one) => one.type !== 'Literal' && mayHave(source, one, path))
}

/** The call that is given the handler which a response stands in. */
function routeOf(node: Node): TSESTree.CallExpression | undefined {
  if (node.type !== 'CallExpression') return undefined
  for (let handler = ancestor(node, isFunction); handler; handler = ancestor(handler, isFunction)) {
    const call = handler.parent.type === 'Property' ? handler.parent.parent.parent : handler.parent
    if (call?.type === 'CallExpression' && call.arguments.length > 0 && call.callee !== handler) {
      return /^(?:get|head|post|put|patch|delete|options|all|route)$/.test(calledName(call)) ? call : undefined
    }
  }
  return node
}

function mayHave(source: Source, given: Node, path: readonly string[]): boolean {
  const [name, ...rest] = path
  if (name === undefined) return true
  const node = constantOf(source, given)
  if (node.type !== 'ObjectExpression') return node.type !== 'TemplateLiteral'
  return node.properties.some((property) => {
    if (property.type !== 'Property') return true
    return nameOfKey(property) === name && mayHave(source, property.value, rest)
  })
}

/** Whether a decorator of the method or its class has a word in its name, or in the name of what it is given. */
function isShapedByDecorator(
  source: Source,
  node: Node,
  { decorators = [], inert = [] }: NonNullable<ResponseAt['shapedBy']>,
): boolean {
  const method = ancestor(node, ({ type }) => type === 'MethodDefinition')
  const owner = ancestor(node, isClass)
  if (method?.type !== 'MethodDefinition' || !owner) return false
  const words = new Set(decorators)
  return [...decoratorsOf(method), ...decoratorsOf(owner)].some((decorator) => {
    const name = nameOfDecorator(decorator)
    // What documents an answer does not shape it: `@ApiResponse({ type: UserDto })`.
    if (/^Api[A-Z]/.test(name)) return false
    return [name, ...namesIn(source, decorator)].some((one) => !inert.includes(one) && hasWord(one, words))
  })
}

function nameOfDecorator({ expression }: TSESTree.Decorator): string {
  const named = unwrapped(expression.type === 'CallExpression' ? expression.callee : expression)
  return named.type === 'Identifier' ? named.name : ''
}

/** The names that a decorator such as `@UseInterceptors(new TransformInterceptor())` is given. */
function namesIn(source: Source, decorator: TSESTree.Decorator): string[] {
  if (!/^Use/.test(nameOfDecorator(decorator))) return []
  return [...descendants(source, decorator)].flatMap((one) => (one.type === 'Identifier' ? [one.name] : []))
}
