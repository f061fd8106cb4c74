import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { ancestor, isClass, isFunction, nameOfKey, type Node, type Source } from './source.ts'
import { hasWord } from './words.ts'

/** Words of paths and names behind which there is nothing that another site may not read. */
const publicWords = new Set(
  `public static assets asset images image img icons icon fonts font media uploads cdn widget widgets embed embeds embedded
   jwks openid oembed feed feeds feedback rss sitemap robots badge badges og favicon thumbnail thumbnails tiles js css svg`.split(
    /\s+/,
  ),
)
const publicPaths = /\.well-known|openid-configuration|\bopenapi\b|\bswagger\b/
/** Words with which people say why every site may read. */
const reason =
  /\bpublic(?:ly)?\b|read-?only|\bwidgets?\b|\bembed|third[- ]part|partners|intention|deliberate|on purpose|\bno (?:cookies|credentials|auth)|without (?:cookies|credentials|auth)|\bnot (?:by |use |using )?cookies|stateless|\bstatic files\b|\bassets?\b|\bfonts?\b|\bcdn\b|unauthenticated|anonymous|bearer|by design/i

/** Whether something around a node says that its answers are for everyone: its path, its name, a comment with a reason. */
export function isMeantForAll(source: Source, file: string, node: Node): boolean {
  const [name = '', ...folders] = file.split(/[\\/]/).slice(-3).reverse()
  if (hasWord([...folders, name.replace(/\.\w+$/, '')].join(' '), publicWords)) return true
  const whole = ancestor(node, isWhole)
  if (whole && saysCached.test(source.getText(whole))) return true
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'CallExpression' && at.arguments.some(isPublic)) return true
    const name = nameAround(at)
    if (name !== undefined && hasWord(name, publicWords)) return true
    if (isCommented(at) && commentsOn(source, at).some(({ value }) => reason.test(value))) return true
    if (at.type === 'ObjectExpression' && at.properties.some(isOfPicture)) return true
  }
  return false
}

/** `'/static'`, `express.static('dist')` */
function isPublic(argument: Node): boolean {
  if (argument.type === 'Literal' && typeof argument.value === 'string')
    return /^\/|\/$/.test(argument.value) && (hasWord(argument.value, publicWords) || publicPaths.test(argument.value))
  return argument.type === 'CallExpression' && /^(?:static|serveStatic|fastifyStatic)$/.test(calledName(argument))
}

function nameAround(node: Node): string | undefined {
  if ((isFunction(node) || isClass(node)) && 'id' in node && node.id) return node.id.name
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') return nameOfKey(node)
  if (node.type === 'CallExpression') return /static/i.test(calledName(node)) ? 'static' : undefined
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : undefined
}

/** `'Content-Type': 'image/png'`, `source: '/favicon/(.*)'` */
function isOfPicture(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property' || property.value.type !== 'Literal') return false
  const value = String(property.value.value)
  const name = nameOfKey(property) ?? ''
  if (/^content-type$/i.test(name)) return /^(?:image|font|video|audio)\//.test(value)
  return /^(?:source|path|url|route)$/.test(name) && isPublic(property.value)
}

/** What caches between here and the client may hand to anyone, and files that are served in parts. */
const saysCached = /\bcache-control['"`]\s*[:,]\s*(?:value:\s*)?['"`]\s*public\b|accept-ranges['"`]/i

/** What sets the headers of one answer. */
function isWhole(node: Node): boolean {
  if (isFunction(node) || node.type === 'ArrayExpression') return true
  return node.type === 'ObjectExpression' && node.parent.type !== 'ArrayExpression'
}

function isCommented(node: Node): boolean {
  if (node.type === 'ObjectExpression') return node.parent.type === 'ArrayExpression'
  if (node.type === 'CallExpression') return node.parent.type === 'CallExpression' && node.parent.callee !== node
  return /Statement$|Declaration$|^Property(?:Definition)?$|^MethodDefinition$/.test(node.type)
}

/** The comments right above a node, or beside it. */
function commentsOn(source: Source, node: Node): TSESTree.Comment[] {
  const above = source.getCommentsBefore(node).filter(({ loc }) => loc.end.line >= node.loc.start.line - 1)
  const behind = source.getCommentsAfter(node).filter(({ loc }) => loc.start.line === node.loc.end.line)
  return [...above, ...behind]
}
