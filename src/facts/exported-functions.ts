import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/** Whether other modules can make a function run: it is exported, or something of the file that is calls it. */
export function isReachable(source: Source, owner: FunctionNode, seen: ReadonlySet<Node> = new Set()): boolean {
  if (seen.has(owner)) return false
  const outer = ancestor(owner, isFunction)
  if (outer && isFunction(outer)) return isReachable(source, outer, new Set([...seen, owner]))
  return isExported(owner) || isUsed(source, owner, new Set([...seen, owner]))
}

/** Whether a function is exported itself, or as a part of a class or an object that is. */
export function isExported(owner: FunctionNode): boolean {
  const declared = declarationOf(owner)
  if (/^Export(?:Named|Default)Declaration$/.test(declared?.parent?.type ?? '')) return true
  const { parent } = owner
  // `module.exports = { load() { … } }`, `exports.load = () => { … }`
  const assigned = ancestor(owner, ({ type }) => type === 'AssignmentExpression')
  const holder = parent.type === 'Property' ? parent.parent.parent : parent
  if (assigned?.type !== 'AssignmentExpression' || assigned !== holder || assigned.left.type !== 'MemberExpression')
    return false
  return isExportsObject(assigned.left) || isExportsObject(assigned.left.object)
}

/** `export { load }`, `module.exports = { load }`, `exports.load = load` */
export function isExportedByName(source: Source, owner: FunctionNode): boolean {
  return (variableOfFunction(source, owner)?.references ?? []).some(({ identifier }) => isExport(identifier))
}

/** Whether a use of a name exports it. */
export function isExport(use: Node): boolean {
  const { parent } = use
  if (!parent || /^Export/.test(parent.type)) return parent !== undefined
  const value = parent.type === 'Property' && parent.parent.type === 'ObjectExpression' ? parent.parent : use
  const assigned = value.parent
  if (assigned?.type !== 'AssignmentExpression') return false
  const { left } = assigned
  return left.type === 'MemberExpression' && (isExportsObject(left) || isExportsObject(left.object))
}

/** `exports`, `module.exports` */
function isExportsObject(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports'
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false
  return node.object.name === 'module' && nameOfKey(node) === 'exports'
}

/** What declares a function at the top of its file: itself, its variable, its class. A private method is nobody's. */
function declarationOf(owner: FunctionNode): Node | undefined {
  const { parent } = owner
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') {
    const isHidden = parent.accessibility === 'private' || nameOfKey(parent)?.startsWith('#') === true
    const holder = parent.parent.parent
    return isHidden || !isClass(holder) || holder.abstract ? undefined : holder
  }
  if (parent.type === 'VariableDeclarator') return parent.parent
  return parent.type === 'ExportDefaultDeclaration' || owner.type === 'FunctionDeclaration' ? owner : undefined
}

function isUsed(source: Source, owner: FunctionNode, seen: ReadonlySet<Node>): boolean {
  return (variableOfFunction(source, owner)?.references ?? []).some(({ identifier, init }) => {
    if (init === true) return false
    if (/^Export/.test(identifier.parent.type)) return true
    const user = ancestor(identifier, isFunction)
    return user !== undefined && isFunction(user) && isReachable(source, user, seen)
  })
}

/** The variable that a function is declared as, or kept in. */
function variableOfFunction(source: Source, owner: FunctionNode): Variable | undefined {
  const kept = owner.parent.type === 'VariableDeclarator' ? owner.parent.id : null
  const name = owner.type === 'FunctionDeclaration' ? owner.id : kept
  return name?.type === 'Identifier' ? variableOf(source, name) : undefined
}
