import { createRequire } from 'node:module'
import { withCharacters } from './entities.ts'
import type { Lines } from './lines.ts'
import { isRawNode, markers, type Marker, type Marks, type RawNode } from './marks.ts'

/**
 * What typescript-eslint leaves `undefined` where oxc says `null`: a key, and the types of nodes that have it. Rules
 * compare with both.
 */
const absent: Readonly<Record<string, string>> = {
  accessibility:
    'AccessorProperty MethodDefinition PropertyDefinition TSAbstractAccessorProperty TSAbstractMethodDefinition ' +
    'TSAbstractPropertyDefinition TSIndexSignature TSMethodSignature TSParameterProperty TSPropertySignature',
  body: 'TSDeclareFunction',
  constraint: 'TSTypeParameter',
  default: 'TSTypeParameter',
  directive: 'ExpressionStatement',
  initializer: 'TSEnumMember',
  readonly: 'TSMappedType',
  returnType:
    'ArrowFunctionExpression FunctionDeclaration FunctionExpression TSCallSignatureDeclaration ' +
    'TSConstructSignatureDeclaration TSDeclareFunction TSEmptyBodyFunctionExpression TSMethodSignature',
  superTypeArguments: 'ClassDeclaration ClassExpression',
  typeAnnotation:
    'AccessorProperty ArrayPattern AssignmentPattern Identifier ObjectPattern PropertyDefinition RestElement ' +
    'TSAbstractAccessorProperty TSAbstractPropertyDefinition TSIndexSignature TSMappedType TSPropertySignature',
  typeArguments:
    'CallExpression JSXOpeningElement NewExpression TSClassImplements TSInterfaceHeritage TSTypeQuery ' +
    'TSTypeReference TaggedTemplateExpression',
  typeParameters:
    'ArrowFunctionExpression ClassDeclaration ClassExpression FunctionDeclaration FunctionExpression ' +
    'TSCallSignatureDeclaration TSConstructSignatureDeclaration TSConstructorType TSDeclareFunction ' +
    'TSEmptyBodyFunctionExpression TSFunctionType TSInterfaceDeclaration TSMethodSignature TSTypeAliasDeclaration',
  value: 'RestElement',
}

/** What typescript-eslint says of a node and the native parser does not, or otherwise. */
type Refinement = (node: RawNode, text: string) => void

const refinements: Readonly<Record<string, Refinement>> = {
  JSXText(node) {
    node['value'] = withCharacters(String(node['value']))
  },
  JSXAttribute({ value }) {
    if (isRawNode(value) && value.type === 'Literal') value['value'] = withCharacters(String(value['value']))
  },
  TemplateElement({ value, tail, start, end }, text) {
    // As it is written, with the ends of lines that the file has: all but the quotes, braces and `$` around it.
    if (typeof value === 'object')
      Object.assign(value ?? {}, { raw: text.slice(start + 1, end - (tail === true ? 1 : 2)) })
  },
}

/** What is done with each node of a type. */
interface Plan {
  readonly type: string
  readonly children: readonly string[]
  readonly absent: readonly string[]
  readonly refine: Refinement | undefined
  readonly mark: Marker | undefined
  readonly isElement: boolean
}

let plans: ReadonlyMap<string, Plan> | undefined

function plansOfTypes(): ReadonlyMap<string, Plan> {
  plans ??= new Map(Object.entries(visitorKeys()).map(([type, children = []]) => [type, planOf(type, children)]))
  return plans
}

function planOf(type: string, children: readonly string[]): Plan {
  const keys = Object.entries(absent).filter(([, types]) => types.split(' ').includes(type))
  return {
    type,
    children,
    absent: keys.map(([key]) => key),
    refine: refinements[type],
    mark: markers[type],
    isElement: type === 'JSXElement' || type === 'JSXFragment',
  }
}

const require = createRequire(import.meta.url)

/** The children of each type of node, in the order in which ESLint visits them: those the analysis of scopes uses. */
export function visitorKeys(): Readonly<Record<string, readonly string[] | undefined>> {
  const keys: { readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>> } = createRequire(
    require.resolve('@typescript-eslint/scope-manager'),
  )('@typescript-eslint/visitor-keys')
  return keys.visitorKeys
}

/** Completes the nodes of a tree, in place, to what typescript-eslint's parser says of the same text. */
export class Completion {
  private readonly plans = plansOfTypes()
  private readonly text: string
  private readonly lines: Lines
  private readonly marks: Marks
  /** Whether the node stands somewhere inside an element. */
  private inElement = false

  constructor(text: string, lines: Lines, marks: Marks) {
    this.text = text
    this.lines = lines
    this.marks = marks
  }

  complete(node: RawNode): void {
    const plan = this.plans.get(node.type)
    if (!plan) throw new TypeError(`The parser made a ${node.type}, which is no node of TypeScript.`)
    // One string for all nodes of a type is compared faster than one for each, as it comes out of JSON.
    node.type = plan.type
    for (const key of plan.absent) node[key] ??= undefined
    plan.refine?.(node, this.text)
    const start = startOf(node, this.text)
    node['range'] = [start, node.end]
    node['loc'] = this.lines.between(start, node.end)
    const { inElement } = this
    if (plan.isElement) this.inElement = true
    for (const key of plan.children) this.completeAll(node[key])
    this.inElement = inElement
    plan.mark?.(this.marks, node, start, inElement)
  }

  private completeAll(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) for (const one of value) this.completeAll(one)
    // The children that the keys name are nodes.
    else this.complete(value as RawNode)
  }
}

/** Where a node begins. That of a parameter is its name, for typescript-eslint, not the decorator before it. */
function startOf(node: RawNode, text: string): number {
  const decorators = node['decorators']
  if (node.type !== 'Identifier' && node.type !== 'AssignmentPattern') return node.start
  if (!Array.isArray(decorators) || decorators.length === 0) return node.start
  const { end }: RawNode = decorators.at(-1)
  return behindBlanks(text, end)
}

const blanks = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y

function behindBlanks(text: string, at: number): number {
  blanks.lastIndex = at
  blanks.test(text)
  return blanks.lastIndex
}
