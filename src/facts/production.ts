import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { literalText, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** What an expression is in production, as true or false; `undefined` where the source does not settle it. */
export function truthInProduction(source: Source, given: Node, depth = 0): boolean | undefined {
  const node = unwrapped(given)
  const ask = (part: Node) => (depth > deepest ? undefined : truthInProduction(source, part, depth + 1))
  switch (node.type) {
    case 'Literal':
      return Boolean(node.value)
    case 'ObjectExpression':
    case 'ArrayExpression':
      return true
    case 'UnaryExpression':
      return node.operator === '!' ? opposite(ask(node.argument)) : undefined
    case 'LogicalExpression':
      return settled(node.operator, ask(node.left), ask(node.right))
    case 'ConditionalExpression':
      return chosen(ask(node.test), ask(node.consequent), ask(node.alternate))
    case 'BinaryExpression':
      return comparedToEnvironment(node.operator, node.left, node.right)
    case 'CallExpression':
      return node.arguments.length === 0
        ? namesProduction(calledName(node))
        : listsEnvironment(node.callee, node.arguments)
    case 'MemberExpression':
      return namesProduction(nameOfKey(node))
    case 'Identifier': {
      const value = constantOf(source, node)
      return (value && ask(value)) ?? namesProduction(node.name)
    }
    default:
      return undefined
  }
}

/** `isProd`, `config.isProduction`, `IS_PRODUCTION` */
function namesProduction(name: string | undefined): true | undefined {
  return name !== undefined && /^(?:is|in)_?prod(?:uction)?(?:_?(?:env|environment|mode))?$/i.test(name)
    ? true
    : undefined
}

const deepest = 16

function opposite(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth
}

function chosen(test: boolean | undefined, yes: boolean | undefined, no: boolean | undefined): boolean | undefined {
  if (test !== undefined) return test ? yes : no
  return yes === no ? yes : undefined
}

function settled(operator: string, left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (operator === '&&') return left === false || right === false ? false : left && right
  if (operator === '||') return left === true || right === true ? true : left === false ? right : undefined
  return left
}

/** `process.env.NODE_ENV !== 'production'` */
function comparedToEnvironment(operator: string, left: Node, right: Node): boolean | undefined {
  const value = isEnvironment(left) ? literalText(right) : isEnvironment(right) ? literalText(left) : undefined
  if (value === undefined) return undefined
  if (operator === '===' || operator === '==') return value === 'production'
  return operator === '!==' || operator === '!=' ? value !== 'production' : undefined
}

/** `['development', 'test'].includes(process.env.NODE_ENV)` */
function listsEnvironment(callee: Node, [value]: readonly Node[]): boolean | undefined {
  if (callee.type !== 'MemberExpression' || nameOfKey(callee) !== 'includes' || !value || !isEnvironment(value))
    return undefined
  if (callee.object.type !== 'ArrayExpression') return undefined
  const texts = callee.object.elements.map((element) => (element ? literalText(element) : undefined))
  return texts.includes('production') ? true : texts.includes(undefined) ? undefined : false
}

function isEnvironment(given: Node): boolean {
  const node = unwrapped(given)
  return node.type === 'MemberExpression' && nameOfKey(node) === 'NODE_ENV'
}

/** What the constant that a name stands for was declared with: `const`, or what nothing is assigned to later. */
export function constantOf(source: Source, name: Node): Node | undefined {
  const variable = name.type === 'Identifier' ? variableOf(source, name) : undefined
  const definition = variable?.defs[0]
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return undefined
  const isFixed =
    definition.parent.kind === 'const' ||
    (variable?.defs.length === 1 && variable.references.every((one) => !one.isWrite() || one.init))
  return isFixed ? (definition.node.init ?? undefined) : undefined
}

/** The object literal that a value is, or that the constant it names was declared with. */
export function objectOf(source: Source, given: Node): TSESTree.ObjectExpression | undefined {
  const node = unwrapped(given)
  const value = node.type === 'Identifier' ? constantOf(source, node) : node
  const object = value && unwrapped(value)
  return object?.type === 'ObjectExpression' ? object : undefined
}

/** Words that say a thing is for the machine of a developer or for tests. */
const awayWords = new Set(
  'dev develop development debug test tests testing spec e2e local localhost mock mocks fake fixture fixtures seed seeds seeder seeding reset sandbox memory teardown ci devcontainer override'.split(
    ' ',
  ),
)

/** Those of them that nothing in production is called by: a server tests a connection, and resets a password. */
const developerWords = new Set(
  'dev develop development spec e2e mock mocks fake fixture fixtures seed seeds seeder seeding teardown devcontainer'.split(
    ' ',
  ),
)

/** Whether a name says that what it names is not for production: `testDataSource`, `config.dev.ts`. */
function isNamedAway(name: string): boolean {
  return hasWord(name, awayWords)
}

const awayFolders = new Set(['demo', 'demos', 'playground', 'example', 'examples', 'sample', 'samples'])

/** Whether a file is not for production by its name or its folders. */
export function isPlacedAway(file: string): boolean {
  const [name = '', ...folders] = file.split(/[/\\]/).reverse()
  return isNamedAway(name) || folders.some((folder) => isNamedAway(folder) || hasWord(folder, awayFolders))
}

/**
 * Whether something between a node and the module may keep it out of production: a condition that the source does not
 * settle, an exit before it, or a name that says so.
 */
export function mayStayOut(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (isCondition(source, parent, child) || namesAway(parent, child) || exitsBefore(source, parent, child))
      return true
  }
  return false
}

/** Whether something between a node and the module keeps it out of production for certain, or says so by a name. */
export function isLeftOutOfProduction(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (isNeverMet(source, parent, child) || namesAway(parent, child) || exitsBefore(source, parent, child)) return true
  }
  return false
}

/** The same, where only names of developers' own things count: `seedUsers` does not run in production, `resetPassword` does. */
export function isForDevelopers(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (namesAway(parent, child, (name) => hasWord(name, developerWords))) return true
  }
  return isNeverInProduction(source, node)
}

/** The same, where names say nothing: `resetPassword` runs in production. */
export function isNeverInProduction(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (isNeverMet(source, parent, child) || exitsBefore(source, parent, child)) return true
  }
  return false
}

function isNeverMet(source: Source, parent: Node, child: Node): boolean {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression')
    return child !== parent.test && truthInProduction(source, parent.test) === (child !== parent.consequent)
  if (parent.type !== 'LogicalExpression' || child === parent.left || parent.operator === '??') return false
  return truthInProduction(source, parent.left) === (parent.operator === '||')
}

function isCondition(source: Source, parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      if (child === parent.test || asksForConnection(source, parent.test)) return false
      const truth = truthInProduction(source, parent.test)
      return truth !== (child === parent.consequent)
    }
    case 'LogicalExpression':
      if (child === parent.left || parent.operator === '??' || asksForConnection(source, parent.left)) return false
      return truthInProduction(source, parent.left) !== (parent.operator === '&&')
    case 'SwitchCase':
      return parent.test !== child
    case 'CatchClause':
      return true
    case 'AssignmentPattern':
      return child === parent.right
    default:
      return false
  }
}

const connectionWords = new Set(
  'initialized connected connection connections source datasource sequelize orm instance pool db database conn client cached ready'.split(
    ' ',
  ),
)

/** `if (!dataSource.isInitialized)`, `if (!sequelize)`: whether there is a connection yet, wherever the program runs. */
function asksForConnection(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'UnaryExpression' && node.operator === '!') return asksForConnection(source, node.argument)
  const name = nameOfValue(node)
  const last = name === undefined ? undefined : wordsOf(name).at(-1)
  return last !== undefined && connectionWords.has(last)
}

function namesAway(parent: Node, child: Node, isAway = isNamedAway): boolean {
  switch (parent.type) {
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return child === parent.value && isAway(nameOfKey(parent) ?? '')
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isAway(parent.id.name)
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
      return parent.id !== null && isAway(parent.id.name)
    // `describe('users', () => …)`, `program.command('db:reset')`
    case 'CallExpression':
      return (
        child !== parent.callee &&
        /^(?:describe|it|test|beforeAll|beforeEach|afterAll|afterEach|command)$/.test(calledName(parent))
      )
    default:
      return false
  }
}

const environmentWords = new Set(
  'env environment prod production stage staging dev development test testing local'.split(' '),
)

/** `if (process.env.NODE_ENV === 'production') return` */
function exitsBefore(source: Source, parent: Node, child: Node): boolean {
  if (parent.type !== 'BlockStatement' && parent.type !== 'Program') return false
  for (const statement of parent.body) {
    if (statement === child) return false
    if (statement.type !== 'IfStatement' || !exits(statement.consequent)) continue
    if (!speaksOfEnvironment(source.getText(statement.test))) continue
    if (truthInProduction(source, statement.test) !== false) return true
  }
  return false
}

/** Neither `pattern.test(path)` nor `/^https:\/\/dev\.example\.com/` is about an environment. */
function speaksOfEnvironment(test: string): boolean {
  return hasWord(test.replaceAll(/https?:[^\s'"`]*|\.test\(/g, '('), environmentWords)
}

function exits(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  if (last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement') return true
  return (
    last?.type === 'ExpressionStatement' &&
    last.expression.type === 'CallExpression' &&
    calledName(last.expression) === 'exit'
  )
}
