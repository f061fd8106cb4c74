import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, rootOf } from './calls.ts'
import {
  ancestor,
  childrenOf,
  isFunction,
  nameOfKey,
  unwrapped,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'

/** Lines from `from` to `to`, both included. */
export interface Lines {
  readonly from: number
  readonly to: number
}

const codeLines = new WeakMap<Source, Uint32Array>()

/** How many of the lines hold code: not blank, not a comment alone. */
function countCode(source: Source, { from, to }: Lines): number {
  const sums = codeLinesOf(source)
  return to < from ? 0 : (sums[to] ?? 0) - (sums[from - 1] ?? 0)
}

/** For each line, how many lines up to it hold code. */
function codeLinesOf(source: Source): Uint32Array {
  let sums = codeLines.get(source)
  if (!sums) {
    sums = new Uint32Array(source.lines.length + 1)
    for (const { loc } of source.ast.tokens)
      for (let line = loc.start.line; line <= loc.end.line; line += 1) sums[line] = 1
    for (let line = 1; line < sums.length; line += 1) sums[line] = (sums[line] ?? 0) + (sums[line - 1] ?? 0)
    codeLines.set(source, sums)
  }
  return sums
}

/** How many lines with code are left when others are taken out; the ones to take out may overlap. */
export function countWithout(source: Source, lines: Lines, without: readonly Lines[]): number {
  let count = countCode(source, lines)
  let reached = lines.from - 1
  for (const { from, to } of [...without].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, reached + 1)
    const end = Math.min(to, lines.to)
    count -= countCode(source, { from: start, to: end })
    reached = Math.max(reached, end)
  }
  return count
}

/** The lines of a function's code: between its braces, or of its one expression. */
export function bodyLines({ body }: FunctionNode): Lines {
  const { start, end } = body.loc
  return body.type === 'BlockStatement'
    ? { from: start.line + 1, to: end.line - 1 }
    : { from: start.line, to: end.line }
}

/** The lines between those on which a node begins and ends. */
function inside({ loc }: Node): Lines {
  return { from: loc.start.line + 1, to: loc.end.line - 1 }
}

/** The lines of a literal behind its first one: however long, it is one thing. */
function behindFirst({ loc }: Node): Lines {
  return { from: loc.start.line + 1, to: loc.end.line }
}

const literals = new Set([
  'ObjectExpression',
  'ArrayExpression',
  'ObjectPattern',
  'ArrayPattern',
  'TemplateLiteral',
  'JSXElement',
  'JSXFragment',
])

/** The lines in a function that do not count for it: what its nested functions have to themselves, long literals. */
export function partsNotCounted(
  source: Source,
  owner: FunctionNode,
  { countNested, countLiterals }: { readonly countNested: boolean; readonly countLiterals: 'once' | 'all' },
): Lines[] {
  const parts: Lines[] = []
  const stack: Node[] = [owner.body]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const isNested = isFunction(node)
    if (isNested && !countNested) parts.push(inside(node))
    if (literals.has(node.type) && countLiterals === 'once' && node.loc.end.line > node.loc.start.line)
      parts.push(behindFirst(node))
    if (!isNested || countNested) stack.push(...childrenOf(source, node))
  }
  return parts
}

/**
 * Whether a function only lists things, so that no part of it is a step of its own: one call or one literal, a series
 * of registrations on what it was given, or a `switch` with a step or two a case.
 */
export function isList(owner: FunctionNode): boolean {
  if (owner.body.type !== 'BlockStatement') return isOneThing(owner.body)
  const statements = owner.body.body
  const [first] = statements
  if (statements.length === 1 && first?.type === 'ReturnStatement') return isOneThing(first.argument)
  if (statements.length === 1 && first?.type === 'ExpressionStatement') return isOneThing(first.expression)
  return isRegistration(owner, statements) || isDispatcher(statements)
}

const oneThing = new Set([
  'CallExpression',
  'NewExpression',
  'ObjectExpression',
  'ArrayExpression',
  'TemplateLiteral',
  'TaggedTemplateExpression',
  'JSXElement',
  'JSXFragment',
])

function isOneThing(node: Node | null): boolean {
  return node !== null && oneThing.has(unwrapped(node).type)
}

/** What sets a thing up, on an app, a router, a container, a command or a table that is being defined. */
const registrationVerbs = new Set(
  `get post put patch delete options head all use route register mount on once command option argument bind decorate addHook
   addSchema addContentTypeParser set add provide subscribe handle query mutation`.split(/\s+/),
)
const tableDefinitions = new Set(['createTable', 'alterTable', 'table', 'createTableIfNotExists'])

/** `app.get('/users', list); app.post('/users', create); …`, `(table) => { table.string('name'); … }` */
function isRegistration(owner: FunctionNode, statements: readonly TSESTree.Statement[]): boolean {
  const given = new Set(owner.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : [])))
  const definesTable = owner.parent.type === 'CallExpression' && tableDefinitions.has(calledName(owner.parent))
  const registrations = statements.filter((statement) => {
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined
    const act = expression && firstAct(expression)
    if (!act || (expression.type === 'AwaitExpression' && act.verb !== 'register')) return false
    return given.has(act.receiver)
      ? definesTable || registrationVerbs.has(act.verb)
      : setUpNames.test(act.receiver) && registrationVerbs.has(act.verb)
  })
  return statements.length > 4 && registrations.length >= statements.length * 0.8
}

/** Names of what things are set up on, where it is no parameter: `this.router`, `const app = express()`. */
const setUpNames =
  /^(?:app|server|router|routes|api|fastify|container|program|cli|command|hono|.*(?:Router|App|Container))$/

/** The first call of a chain: `bind` on `container` in `container.bind(A).to(B)`, `get` on `router` in `this.router.get()`. */
function firstAct(expression: Node): { readonly receiver: string; readonly verb: string } | undefined {
  let call = unwrapped(expression)
  let verb: string | undefined
  while (call.type === 'CallExpression' || call.type === 'MemberExpression') {
    const inner: Node = unwrapped(call.type === 'CallExpression' ? call.callee : call.object)
    if (call.type === 'MemberExpression') {
      const name = nameOfKey(call)
      if (inner.type === 'ThisExpression')
        return name === undefined || verb === undefined ? undefined : { receiver: name, verb }
      verb = name
    }
    call = inner
  }
  return call.type === 'Identifier' && verb !== undefined ? { receiver: call.name, verb } : undefined
}

/** Whether a function is a part of a test suite: what `describe` is given, or also what `it` and its hooks are. */
export function isOfSuite({ parent }: FunctionNode, parts: 'groups' | 'all'): boolean {
  if (parent.type !== 'CallExpression') return false
  const root = rootOf(parent.callee)
  if (root.type !== 'Identifier') return false
  return suiteGroups.has(root.name) || (parts === 'all' && suiteParts.has(root.name))
}

const suiteGroups = new Set(['describe', 'fdescribe', 'xdescribe', 'context', 'suite'])
const suiteParts = new Set([
  'it',
  'fit',
  'xit',
  'test',
  'specify',
  'beforeEach',
  'afterEach',
  'beforeAll',
  'afterAll',
  'before',
  'after',
])

const simpleStatements = new Set(['ReturnStatement', 'ExpressionStatement', 'ThrowStatement', 'VariableDeclaration'])

/** A `switch`, with little around it, each case of which is a step or two. */
function isDispatcher(statements: readonly TSESTree.Statement[]): boolean {
  const [choice] = statements.filter(({ type }) => type === 'SwitchStatement')
  return (
    choice?.type === 'SwitchStatement' &&
    statements.length <= 3 &&
    choice.cases.every(({ consequent }) => {
      const [block] = consequent
      const steps = (consequent.length === 1 && block?.type === 'BlockStatement' ? block.body : consequent).filter(
        ({ type }) => type !== 'BreakStatement',
      )
      return steps.length <= 2 && steps.every(({ type }) => simpleStatements.has(type))
    })
  )
}

/** Part of a function that could be one of its own. */
export interface Seam extends Lines {
  /** What it is: `the `if` block`, or just lines. */
  readonly what: string | undefined
  readonly count: number
}

const smallest = 5

/** The longest part of a function's own code that hangs together: a block, else statements without a gap between them. */
export function seamOf(source: Source, owner: FunctionNode): Seam | undefined {
  if (owner.body.type !== 'BlockStatement') return undefined
  const total = countCode(source, bodyLines(owner))
  const blocks = blocksOf(source, owner.body)
    .map(({ node, what }) => ({ ...inside(node), what, count: countCode(source, inside(node)) }))
    .filter(({ count }) => count >= smallest && count <= total * 0.7)
  const paragraphs = paragraphsOf(source, owner.body.body).filter(
    ({ count }) => count >= smallest && count <= total * 0.7,
  )
  return longest(blocks) ?? longest(paragraphs)
}

function longest(seams: readonly Seam[]): Seam | undefined {
  return seams.reduce<Seam | undefined>((best, seam) => (best && best.count >= seam.count ? best : seam), undefined)
}

/** The blocks inside a function, without those of the functions in it. */
function blocksOf(source: Source, body: Node): { node: Node; what: string }[] {
  const blocks: { node: Node; what: string }[] = []
  const stack: Node[] = childrenOf(source, body)
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue
    const what = node.type === 'BlockStatement' && node.parent ? blockName(node.parent, node) : undefined
    if (what !== undefined) blocks.push({ node, what })
    stack.push(...childrenOf(source, node))
  }
  return blocks
}

function blockName(owner: Node, block: Node): string | undefined {
  switch (owner.type) {
    case 'IfStatement':
      return owner.alternate === block ? 'else' : 'if'
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return 'for'
    case 'WhileStatement':
    case 'DoWhileStatement':
      return 'while'
    case 'TryStatement':
      return owner.finalizer === block ? 'finally' : 'try'
    case 'CatchClause':
      return 'catch'
    case 'SwitchCase':
      return 'case'
    default:
      return undefined
  }
}

/** Runs of statements with no blank line or comment between them. */
function paragraphsOf(source: Source, statements: readonly TSESTree.Statement[]): Seam[] {
  const paragraphs: Seam[] = []
  let from: number | undefined
  statements.forEach((statement, index) => {
    const next = statements[index + 1]
    from ??= statement.loc.start.line
    if (next && next.loc.start.line - statement.loc.end.line <= 1) return
    const lines = { from, to: statement.loc.end.line }
    paragraphs.push({ ...lines, what: undefined, count: countCode(source, lines) })
    from = undefined
  })
  return paragraphs
}

/** A seam in a message: `the `if` block, lines 12 to 30`. */
export function seamTitle({ what, from, to }: Seam): string {
  return what === undefined ? `lines ${from} to ${to}` : `the \`${what}\` block, lines ${from} to ${to}`
}

/** What a function is called in a message. */
export function functionTitle(owner: FunctionNode): string {
  const { parent } = owner
  if (owner.type !== 'ArrowFunctionExpression' && owner.id) return `\`${owner.id.name}\``
  if (parent.type === 'MethodDefinition')
    return parent.kind === 'constructor' ? 'This constructor' : titled(nameOfKey(parent))
  if (parent.type === 'Property' || parent.type === 'PropertyDefinition') return titled(nameOfKey(parent))
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return titled(parent.id.name)
  const call = parent.type === 'CallExpression' ? calledName(parent) : ''
  return call === '' ? 'This function' : `The function given to \`${call}\``
}

function titled(name: string | undefined): string {
  return name === undefined ? 'This function' : `\`${name}\``
}

/** The function a statement belongs to, by the name people know it under. */
export function functionName(node: Node): string | undefined {
  const owner = ancestor(node, isFunction)
  if (!owner) return undefined
  if (owner.type !== 'ArrowFunctionExpression' && owner.id) return owner.id.name
  const { parent } = owner
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return nameOfKey(parent)
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}
