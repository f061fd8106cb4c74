import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { childrenOf as childrenBelow } from '../source/children.ts'

export type Node = TSESTree.Node
export type Source = Readonly<TSESLint.SourceCode>
export type Variable = TSESLint.Scope.Variable
export type Scope = TSESLint.Scope.Scope

/** What questions about a file need of the context of a rule. */
export interface RuleContext {
  readonly filename: string
  readonly cwd: string
  readonly sourceCode: Source
  readonly settings: Readonly<Record<string, unknown>>
  /** `none` for a file that is read for what another one asks: it must say the same whichever file is being linted. */
  readonly types?: 'none'
}

/** The variable that a name stands for where it is used; `undefined` for a global that no scope declares. */
export function variableOf(source: Source, name: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
  for (let scope: Scope | null = source.getScope(name); scope; scope = scope.upper) {
    const variable = scope.set.get(name.name)
    if (variable && (variable.defs.length > 0 || name.name === 'arguments')) return variable
  }
  return undefined
}

/** Whether a name is a global of the platform, not declared in the file. */
export function isGlobal(source: Source, name: TSESTree.Identifier, ...expected: readonly string[]): boolean {
  return expected.includes(name.name) && variableOf(source, name) === undefined
}

/** The name of a property, when it is written in the source: `a.b`, `a['b']`, `{ b: 1 }`, `#b`. */
export function nameOfKey(
  node:
    | TSESTree.MemberExpression
    | TSESTree.Property
    | TSESTree.PropertyDefinition
    | TSESTree.MethodDefinition
    | TSESTree.AccessorProperty
    | TSESTree.TSPropertySignature
    | TSESTree.TSMethodSignature,
): string | undefined {
  const key = node.type === 'MemberExpression' ? node.property : node.key
  if (!node.computed) {
    if (key.type === 'Identifier') return key.name
    if (key.type === 'PrivateIdentifier') return `#${key.name}`
  }
  if (key.type === 'Literal') return String(key.value)
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** The expression without what changes only its type or its grouping: `x!`, `x as T`, `(a, x)`, `await x`. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrapped(node.expression)
    case 'AwaitExpression':
      return unwrapped(node.argument)
    case 'SequenceExpression': {
      const last = node.expressions.at(-1)
      return last ? unwrapped(last) : node
    }
    default:
      return node
  }
}

/** The nearest ancestor for which the test holds. */
export function ancestor<T extends Node>(node: Node, test: (candidate: Node) => candidate is T): T | undefined
export function ancestor(node: Node, test: (candidate: Node) => boolean): Node | undefined
export function ancestor(node: Node, test: (candidate: Node) => boolean): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (test(parent)) return parent
  return undefined
}

/** The statement right behind one in the same block. */
export function statementBehind(statement: Node): TSESTree.Statement | undefined {
  const { parent } = statement
  return parent?.type === 'BlockStatement'
    ? parent.body[parent.body.findIndex((one) => one === statement) + 1]
    : undefined
}

/** The name of what keeps a value: `up() { … }`, `up: async () => { … }`, `exports.up = …`, `const up = …`. */
export function nameOfKeeper({ parent }: Node): string | undefined {
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return nameOfKey(parent)
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? nameOfKey(parent.left) : undefined
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    default:
      return undefined
  }
}

export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'
  )
}

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

export function isCall(node: Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression'
}

/** The text that a literal is; `undefined` for anything else. */
export function literalText(given: Node): string | undefined {
  const node = unwrapped(given)
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

/** Every node below and including this one, functions nested in it only when asked for. */
export function* descendants(source: Source, node: Node, into: (node: Node) => boolean = () => true): Generator<Node> {
  const stack: Node[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    if (next !== node && !into(next)) continue
    stack.push(...childrenOf(source, next).reverse())
  }
}

/** The nodes directly below a node, in the order of the source. */
export function childrenOf(source: Source, node: Node): Node[] {
  return childrenBelow(node, source.visitorKeys)
}

/** What a class says it implements; a parser of plain JavaScript leaves the list out. */
export function interfacesOf(owner: ClassNode): readonly Node[] {
  const list: readonly TSESTree.TSClassImplements[] | undefined = owner.implements
  return list?.map(({ expression }) => expression) ?? []
}

/** The decorators of a class or a member; a parser of plain JavaScript leaves the list out. */
export function decoratorsOf(node: { readonly decorators: TSESTree.Decorator[] }): readonly TSESTree.Decorator[] {
  const list: readonly TSESTree.Decorator[] | undefined = node.decorators
  return list ?? []
}

/** Whether one node stands inside another, or is it. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}
