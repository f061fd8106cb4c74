import type { TSESTree } from '@typescript-eslint/utils'
import { originsFor, typedFactOf } from './acts.ts'
import { nameOfDecorator } from './calls.ts'
import { pathIn } from './handler-forms.ts'
import { methodsOf } from './handlers.ts'
import { kindOf, methodNamed, pathOfObject, roles, typedRows, type Route } from './route.ts'
import {
  decoratorsOf,
  interfacesOf,
  isClass,
  isFunction,
  type ClassNode,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

/** `@Get(':id') show() { … }`, `@Catch() class Filter { catch() { … } }` */
export function decorated(
  context: RuleContext,
  decorator: TSESTree.Decorator,
  act: TSESTree.CallExpression | TSESTree.Decorator,
): readonly Route[] {
  const fact = typedFactOf(context, act, roles)
  if (!fact) return byName(context.sourceCode, decorator)
  if (fact.row.handler !== 'decorated') return []
  const { row, package: owner, name } = fact
  const { parent } = decorator
  const handlers = isClass(parent) ? methodsOf(parent, row.under ?? '') : functionOf(parent)
  return handlers.map((handler) => ({
    node: decorator,
    handler,
    kind: kindOf(row.role, row),
    package: owner,
    method: methodNamed(name),
    path: kindOf(row.role, row) === 'route' ? pathOfMethod(context.sourceCode, decorator) : undefined,
    before: decoratorsAround(decorator).filter((one) => one !== decorator),
    wrappers: [],
  }))
}

function functionOf(member: Node): readonly FunctionNode[] {
  return member.type === 'MethodDefinition' && isFunction(member.value) ? [member.value] : []
}

const methodDecorators = /^(?:Get|Post|Put|Patch|Delete|Options|Head|All)$/
const fieldDecorators = /^(?:Query|Mutation|Subscription|ResolveField|FieldResolver|ResolveReference)$/

/** `@Get()` of unknown origin, in a class that is decorated as a controller. */
function byName(source: Source, decorator: TSESTree.Decorator): readonly Route[] {
  const { parent } = decorator
  const name = nameOfDecorator(decorator.expression)
  if (parent.type !== 'MethodDefinition' || !(methodDecorators.test(name) || fieldDecorators.test(name))) return []
  const around = decoratorsAround(decorator)
  const isField = fieldDecorators.test(name)
  if (!around.some(({ expression }) => (isField ? /Resolver$/ : /Controller$/).test(nameOfDecorator(expression))))
    return []
  return functionOf(parent).map((handler) => ({
    node: decorator,
    handler,
    kind: isField ? 'resolver' : 'route',
    package: undefined,
    method: isField ? undefined : methodNamed(name),
    path: isField ? undefined : pathOfMethod(source, decorator),
    before: around.filter((one) => one !== decorator),
    wrappers: [],
  }))
}

function decoratorsAround({ parent }: TSESTree.Decorator): readonly TSESTree.Decorator[] {
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') {
    return isClass(parent) ? decoratorsOf(parent) : []
  }
  return [...decoratorsOf(parent), ...decoratorsOf(parent.parent.parent)]
}

function pathOfMethod(source: Source, decorator: TSESTree.Decorator): string | undefined {
  const controller = decoratorsAround(decorator).find(({ expression }) =>
    /Controller$/.test(nameOfDecorator(expression)),
  )
  const parts = [controller, decorator].flatMap((one) => {
    const call = one?.expression
    if (call?.type !== 'CallExpression') return []
    return pathIn(source, call.arguments[0]) ?? pathOfObject(source, call) ?? []
  })
  return `/${parts.join('/')}`.replaceAll(/\/{2,}/g, '/')
}

/** The methods that a class has because it says that it implements a type: `canActivate` of a guard. */
export function implemented(context: RuleContext, owner: ClassNode): readonly Route[] {
  return interfacesOf(owner).flatMap((type) => {
    const origin = originsFor(context).of(type)
    if (origin?.kind !== 'export') return []
    return typedRows(context, origin.package, origin.name).flatMap(({ row, name }) =>
      methodsOf(owner, name).map((handler) => ({
        node: handler,
        handler,
        kind: kindOf(row.role, row),
        package: origin.package,
        method: undefined,
        path: undefined,
        before: decoratorsOf(owner),
        wrappers: [],
      })),
    )
  })
}
