import type { TSESTree } from '@typescript-eslint/utils'
import { acceptedBy, type Catalog } from './catalog.ts'
import type { Origin, Origins } from './origin.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'

/**
 * The type that an object literal is of, by the place it stands in: an argument, an annotation, what a function returns,
 * a variable that goes to such a place; else by what it holds. `name` is the property asked about: where the literal is
 * spread into another one that sets it anew, it is of no type.
 */
export function expectedOf(
  node: TSESTree.ObjectExpression,
  name: string,
  origins: Origins,
  source: Source,
  catalog: Catalog,
): Origin | undefined {
  const places = new Places(name, origins, source)
  return places.of(node) ?? (places.isSetAnew ? undefined : shapeOf(node, origins, catalog))
}

/** Expressions that hand on what stands in them. */
const passedOn = new Set<string>([
  'TSNonNullExpression',
  'AwaitExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'ArrayExpression',
])

/** Further than any value that people pass on. */
const deepest = 12

class Places {
  /** The literal is spread into another one, which sets the property anew. */
  isSetAnew = false
  private readonly seen = new Set<Node>()
  private readonly name: string
  private readonly origins: Origins
  private readonly source: Source

  constructor(name: string, origins: Origins, source: Source) {
    this.name = name
    this.origins = origins
    this.source = source
  }

  /** The type that is asked for where an expression stands. */
  of(node: Node): Origin | undefined {
    if (this.seen.has(node) || this.seen.size > deepest) return undefined
    this.seen.add(node)
    const { parent } = node
    if (parent && passedOn.has(parent.type)) return this.of(parent)
    switch (parent?.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        return this.origins.ofType(parent.typeAnnotation) ?? this.of(parent)
      case 'SpreadElement':
        return parent.parent.type === 'ObjectExpression' ? this.ofSpread(parent.parent, parent) : undefined
      case 'VariableDeclarator':
        return parent.init === node ? this.ofVariable(parent.id) : undefined
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee === node ? undefined : this.ofArgument(parent, node)
      case 'Property':
        return parent.value === node ? this.ofProperty(parent) : undefined
      case 'PropertyDefinition':
        return parent.typeAnnotation && this.origins.ofType(parent.typeAnnotation.typeAnnotation)
      case 'ReturnStatement': {
        const owner = ancestor(parent, isFunction)
        return owner && this.ofReturned(owner)
      }
      case 'ArrowFunctionExpression':
        return parent.body === node ? this.ofReturned(parent) : undefined
      default:
        return undefined
    }
  }

  private ofSpread(owner: TSESTree.ObjectExpression, spread: TSESTree.SpreadElement): Origin | undefined {
    const behind = owner.properties.slice(owner.properties.indexOf(spread) + 1)
    this.isSetAnew ||= behind.some((one) => one.type === 'Property' && nameOfKey(one) === this.name)
    return this.isSetAnew ? undefined : this.of(owner)
  }

  private ofVariable(id: Node): Origin | undefined {
    if (id.type !== 'Identifier') return undefined
    const typed = id.typeAnnotation && this.origins.ofType(id.typeAnnotation.typeAnnotation)
    return typed ?? this.ofUses(id, (use) => this.of(use))
  }

  /** The first answer that the uses of a name give. */
  private ofUses(name: TSESTree.Identifier, ask: (use: Node) => Origin | undefined): Origin | undefined {
    const uses = variableOf(this.source, name)?.references.filter((reference) => reference.isRead()) ?? []
    for (const { identifier } of uses.slice(0, deepest)) {
      const found = ask(identifier)
      if (found) return found
    }
    return undefined
  }

  private ofArgument(call: TSESTree.CallExpression | TSESTree.NewExpression, argument: Node): Origin | undefined {
    const { callee } = call
    const isObjectCall =
      callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object'
    if (isObjectCall) return this.of(call)
    const traced = this.origins.traced(call)
    const index = call.arguments.findIndex((one) => one === argument)
    for (const row of traced?.rows ?? []) {
      const accepted = acceptedBy(row).find(({ parameter = 0 }) => parameter === index)
      if (accepted && traced) return this.origins.value(traced.package, accepted.type)
    }
    return undefined
  }

  private ofProperty(property: TSESTree.Property): Origin | undefined {
    const owner = property.parent.type === 'ObjectExpression' ? this.of(property.parent) : undefined
    const name = nameOfKey(property)
    const member = owner && name !== undefined ? this.origins.memberOf(owner, name) : undefined
    return member?.kind === 'value' ? member : undefined
  }

  private ofReturned(owner: FunctionNode): Origin | undefined {
    if (owner.returnType) return this.origins.ofType(owner.returnType.typeAnnotation)
    const { parent } = owner
    if (parent.type === 'Property' && parent.parent.type === 'ObjectExpression') {
      return this.madeBy(this.of(parent.parent), nameOfKey(parent))
    }
    if (parent.type === 'MethodDefinition') return this.ofMethod(parent)
    const name =
      owner.type === 'FunctionDeclaration' ? owner.id : parent.type === 'VariableDeclarator' ? parent.id : null
    if (name?.type !== 'Identifier') return undefined
    return this.ofUses(name, ({ parent: call, ...use }) =>
      call?.type === 'CallExpression' && call.callee.range[0] === use.range[0] ? this.of(call) : undefined,
    )
  }

  /** `createTypeOrmOptions()` of a class that implements `TypeOrmOptionsFactory`. */
  private ofMethod(method: TSESTree.MethodDefinition): Origin | undefined {
    for (const { expression } of ancestor(method, isClass)?.implements ?? []) {
      const origin = this.origins.of(expression)
      if (origin?.kind !== 'export') continue
      const made = this.madeBy(this.origins.value(origin.package, origin.name), nameOfKey(method))
      if (made) return made
    }
    return undefined
  }

  /** `useFactory` of the options of a module makes options. */
  private madeBy(owner: Origin | undefined, name: string | undefined): Origin | undefined {
    return owner && name !== undefined ? this.origins.madeBy(owner, name) : undefined
  }
}

function shapeOf({ properties }: TSESTree.ObjectExpression, origins: Origins, { shapes }: Catalog): Origin | undefined {
  const values = new Map(
    properties.flatMap((property) => {
      const name = property.type === 'Property' ? nameOfKey(property) : undefined
      return property.type === 'Property' && name !== undefined ? [[name, property.value] as const] : []
    }),
  )
  const shape = shapes.find(({ property, values: allowed, beside }) => {
    const value = values.get(property)
    const text = value?.type === 'TSAsExpression' ? value.expression : value
    return (
      text?.type === 'Literal' && allowed.some((one) => one === text.value) && beside.some((name) => values.has(name))
    )
  })
  return shape && origins.value(shape.package, shape.type)
}
