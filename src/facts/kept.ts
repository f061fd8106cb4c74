import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { runnerOf } from './runners.ts'
import { descendants, unwrapped, variableOf, type Node, type Source } from './source.ts'

/**
 * Whether what a function does at a node it does once for good, or once for each key: what outlives the function is asked
 * first, and set after. `page ??= read()`, `if (page) return page; page = read()`, `if (!ready) { read(); ready = true }`,
 * `if (pages[name]) return pages[name]; pages[name] = read(name)`.
 */
export function isKept(source: Source, call: Node): boolean {
  const owner = runnerOf(call)
  if (!owner) return false
  for (let child = call; child.parent; child = child.parent) {
    const { parent } = child
    if (parent.type === 'AssignmentExpression' && child === parent.right && isKeptBy(source, parent)) return true
    const asked = testsBefore(parent, child)
    if (asked.some((test) => isSetBy(source, test, call, owner))) return true
    if (parent === owner) return false
  }
  return false
}

/** `page ??= read()`, `page ?? (page = read())` */
function isKeptBy(source: Source, assignment: TSESTree.AssignmentExpression): boolean {
  const { left, operator, parent } = assignment
  if (!isLasting(source, left)) return false
  if (operator === '??=' || operator === '||=') return true
  if (parent.type !== 'LogicalExpression' || parent.right !== assignment) return false
  return parent.operator !== '&&' && source.getText(parent.left) === source.getText(left)
}

/** The conditions that are asked before a statement of a block, or over a child of an `if` or of a choice. */
function testsBefore(parent: Node, child: Node): readonly Node[] {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression')
    return child === parent.test ? [] : [parent.test]
  // `pages.get(name) || compile(read(name))`
  if (parent.type === 'LogicalExpression' && parent.operator !== '&&') return child === parent.left ? [] : [parent.left]
  if (parent.type !== 'BlockStatement') return []
  const before = parent.body.filter((one) => one.range[1] <= child.range[0])
  return before.flatMap((one) => (one.type === 'IfStatement' ? [one.test] : []))
}

/** A variable of the module, or a field: what outlives the call of the function. */
function isLasting(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return node.object.type === 'ThisExpression' || isLasting(source, node.object)
  if (node.type !== 'Identifier') return false
  const type = variableOf(source, node)?.scope.type
  return type === 'module' || type === 'global'
}

/** Whether what a condition asks for is set in the same function, where the call is or later; a switch may be set first. */
function isSetBy(source: Source, test: Node, call: Node, owner: Node): boolean {
  for (const node of descendants(source, owner)) {
    const place = placeSet(node)
    if (!place || (node.range[1] < call.range[1] && !setsTrue(node))) continue
    if (isLasting(source, place) && asksFor(source, test, place)) return true
  }
  return false
}

/** `started = true` */
function setsTrue(node: Node): boolean {
  return node.type === 'AssignmentExpression' && node.right.type === 'Literal' && node.right.value === true
}

/** What an assignment or `pages.set(name, page)` sets. */
function placeSet(node: Node): Node | undefined {
  if (node.type === 'AssignmentExpression') return node.left
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  return calledName(node) === 'set' ? node.callee.object : undefined
}

function asksFor(source: Source, test: Node, place: Node): boolean {
  const name = source.getText(unwrapped(place))
  const asked = source.getText(valueAsked(source, test))
  const at = asked.indexOf(name)
  return at >= 0 && !/[\w$]/.test(asked[at - 1] ?? '') && !/[\w$]/.test(asked[at + name.length] ?? '')
}

/** `const known = pages.get(name); if (known) return known`: what the name stands for. */
function valueAsked(source: Source, given: Node): Node {
  const test = unwrapped(given)
  const definition = test.type === 'Identifier' ? variableOf(source, test)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init ?? given
}
