import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { isSecretVariable, secrecyOf } from './secret-words.ts'
import { literalText, nameOfKey, unwrapped, type Node, type Source } from './source.ts'
import { isEnvironment } from './text-parts.ts'
import { valuesOf } from './known-texts.ts'

/** A value that stands in where a setting is missing. */
export interface Fallback {
  /** The setting, as it is called: `JWT_SECRET`. */
  readonly name: string
  readonly value: Node
  /** What is left when the value goes, as an edit: replace `all` by the text of `kept`. */
  readonly all?: Node
  readonly kept?: Node
}

/** The secret setting that a node falls back from, and the value it falls back to. */
export function fallbacksOf(source: Source, node: Node): Fallback[] {
  switch (node.type) {
    case 'LogicalExpression': {
      const name = node.operator === '&&' ? undefined : settingIn(source, node.left)
      return name === undefined ? [] : [{ name, value: node.right, all: node, kept: node.left }]
    }
    case 'ConditionalExpression':
      return ofChoice(source, node)
    case 'AssignmentPattern':
      return ofDefault(node)
    case 'AssignmentExpression': {
      const name = settingOf(node.left)
      return name === undefined || !isEnvironmentRead(node.left) ? [] : [{ name, value: node.right }]
    }
    case 'CallExpression':
      return ofCall(source, node)
    case 'ObjectExpression':
      return ofOption(node)
    default:
      return []
  }
}

/** `process.env.JWT_SECRET ? process.env.JWT_SECRET : 'secret'` */
function ofChoice(source: Source, node: TSESTree.ConditionalExpression): Fallback[] {
  const name = settingIn(source, node.test)
  if (name === undefined || settingIn(source, node.consequent) !== name) return []
  return [{ name, value: node.alternate, all: node, kept: node.consequent }]
}

/** `const { JWT_SECRET = 'secret' } = process.env` */
function ofDefault(node: TSESTree.AssignmentPattern): Fallback[] {
  const { parent, left, right } = node
  if (parent.type !== 'Property' || parent.parent.type !== 'ObjectPattern') return []
  const name = nameOfKey(parent)
  const declarator = parent.parent.parent
  const from = declarator.type === 'VariableDeclarator' ? declarator.init : undefined
  if (name === undefined || !from || !isSettings(unwrapped(from)) || !isSecretSetting(name)) return []
  return [{ name, value: right, all: node, kept: left }]
}

/** `config.get('JWT_SECRET', 'secret')`, `JWT_SECRET: z.string().default('secret')`, `env.get('JWT_SECRET').default('secret')` */
function ofCall(source: Source, node: TSESTree.CallExpression): Fallback[] {
  const called = calledName(node)
  const [first, second] = node.arguments
  if (second && /^(?:get|getOrThrow|getEnv|env|getenv|optionalEnv|envOr|readEnv|fromEnv|getString)$/.test(called)) {
    const name = first && literalText(first)
    return name !== undefined && isSecretSetting(name) ? [{ name, value: second }] : []
  }
  if (!first || !/^(?:default|prefault|catch|asDefault|withDefault)$/.test(called)) return []
  const name = keyAround(node) ?? settingIn(source, node.callee.type === 'MemberExpression' ? node.callee.object : node)
  if (name === undefined) return []
  return node.callee.type === 'MemberExpression' ? [{ name, value: first, all: node, kept: node.callee.object }] : []
}

/** `JWT_SECRET: str({ default: 'secret' })`, `{ env: 'JWT_SECRET', default: 'secret' }` */
function ofOption(node: TSESTree.ObjectExpression): Fallback[] {
  const property = (name: string) =>
    node.properties.find((one): one is TSESTree.Property => one.type === 'Property' && nameOfKey(one) === name)
  const fallback = property('default')
  if (!fallback) return []
  const variable = property('env')
  const named = variable ? literalText(variable.value) : undefined
  const name = named ?? (node.parent.type === 'CallExpression' ? keyAround(node.parent) : undefined)
  return name !== undefined && isSecretSetting(name) ? [{ name, value: fallback.value }] : []
}

/** The name of the variable that a chain of calls describes: `JWT_SECRET` of `JWT_SECRET: z.string().min(32)`. */
function keyAround(call: TSESTree.CallExpression): string | undefined {
  let node: Node = call
  while (node.parent && /^(?:CallExpression|MemberExpression|TSAsExpression)$/.test(node.parent.type)) {
    if (node.parent.type === 'CallExpression' && node.parent.callee !== node) return undefined
    node = node.parent
  }
  const { parent } = node
  const name = parent?.type === 'Property' && parent.value === node ? nameOfKey(parent) : undefined
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name) && isSecretVariable(name) ? name : undefined
}

function settingIn(source: Source, given: Node, depth = 0): string | undefined {
  const node = unwrapped(given)
  const own = settingOf(node)
  if (own !== undefined || depth > 4) return own
  switch (node.type) {
    case 'LogicalExpression':
      return settingIn(source, node.right, depth + 1) ?? settingIn(source, node.left, depth + 1)
    case 'UnaryExpression':
      return settingIn(source, node.argument, depth + 1)
    case 'Identifier':
      return valuesOf(source, node)
        .map((one) => settingIn(source, one, depth + 1))
        .find((name) => name !== undefined)
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && /^(?:trim|toString)$/.test(calledName(node))
        ? settingIn(source, node.callee.object, depth + 1)
        : node.callee.type === 'Identifier' && node.callee.name === 'String' && node.arguments[0]
          ? settingIn(source, node.arguments[0], depth + 1)
          : undefined
    default:
      return undefined
  }
}

/** The secret setting that an expression reads: `process.env.JWT_SECRET`, `config.get('jwt.secret')`, `env.API_KEY`. */
function settingOf(given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') {
    const name = nameOfKey(node)
    return name !== undefined && isSettings(unwrapped(node.object)) && isSecretSetting(name) ? name : undefined
  }
  if (node.type !== 'CallExpression') return undefined
  const [first] = node.arguments
  if (!first || !/^(?:get|getOrThrow|getEnv|env|getenv|readEnv|fromEnv|getString)$/.test(calledName(node)))
    return undefined
  const name = literalText(first)
  return name !== undefined && isSecretSetting(name) ? name : undefined
}

function isEnvironmentRead(given: Node): boolean {
  const node = unwrapped(given)
  return node.type === 'MemberExpression' && isEnvironment(unwrapped(node.object))
}

/** The environment, or what people call what was read from it. */
function isSettings(node: Node): boolean {
  if (isEnvironment(node)) return true
  const name = nameOfValue(node)
  return name !== undefined && /^(?:env|ENV|config|cfg|conf|settings|environment|appConfig|processEnv)$/.test(name)
}

/** A variable of the environment by its capitals, or a key of a configuration that surely names a secret. */
function isSecretSetting(name: string): boolean {
  if (/^[A-Z][A-Z0-9_]+$/.test(name)) return isSecretVariable(name)
  return /^[\w.:-]+$/.test(name) && secrecyOf(name) === 'sure'
}
