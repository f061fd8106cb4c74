import path from 'node:path'
import { contentOf } from '../project/files.ts'
import { calledName, rootOf } from './calls.ts'
import { unwrapped, variableOf, type Node, type RuleContext } from './source.ts'

/**
 * Whether the module of the project that a logger is imported from makes it with a package and hands it on as it is:
 * `export const logger = pino()`. A class or a function around it may take its arguments in any order.
 */
export function isMadeByModule(context: RuleContext, logger: Node, packageName: string): boolean {
  const specifier = specifierOf(context, logger)
  const text = specifier === undefined ? undefined : textOfModule(context.filename, specifier)
  if (text === undefined) return false
  const imports = new RegExp(String.raw`\b(?:from|require\()\s*['"]${packageName}['"]`)
  return imports.test(text) && !wrapped.test(text)
}

/** `class AppLogger`, `error(message, error) {`, `error: (message) =>` */
const wrapped =
  /\bclass\s+\w|\b(?:error|warn|info)\s*(?:\([^()]*\)\s*(?::[^={]*)?\{|[:=]\s*(?:async\s*)?(?:function|\())/

function specifierOf(context: RuleContext, logger: Node, depth = 0): string | undefined {
  const root = rootOf(logger)
  if (root.type !== 'Identifier' || depth > 4) return undefined
  if (root.name === 'require') return requiredIn(logger)
  const definition = variableOf(context.sourceCode, root)?.defs[0]
  if (definition?.type === 'ImportBinding' && definition.parent?.type === 'ImportDeclaration')
    return definition.parent.source.value
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  return init ? specifierOf(context, init, depth + 1) : undefined
}

/** `./logger` of `require('./logger').child({ module: 'users' })` */
function requiredIn(given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return requiredIn(node.object)
  if (node.type !== 'CallExpression') return undefined
  const [specifier] = node.arguments
  if (calledName(node) !== 'require') return requiredIn(node.callee)
  return specifier?.type === 'Literal' && typeof specifier.value === 'string' ? specifier.value : undefined
}

const endings = ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '/index.ts', '/index.js']

/** The text of a module that is imported by a relative path. */
function textOfModule(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') || !path.isAbsolute(from)) return undefined
  const place = path.join(path.dirname(from), specifier)
  const bare = place.replace(/\.[cm]?js$/, '')
  for (const candidate of [place, ...endings.map((ending) => bare + ending)]) {
    const text = /\.[cm]?[jt]s$/.test(candidate) ? contentOf(candidate) : undefined
    if (text !== undefined) return text
  }
  return undefined
}
