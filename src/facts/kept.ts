import type { TSESTree } from '@typescript-eslint/utils'
import { ancestor, contains, isFunction, unwrapped, variableOf, type Node, type Source } from './source.ts'

/**
 * Whether what a call gives is kept for good, so that it is made once: `page ??= read()`, `if (!page) page = read()`,
 * `if (page) return page; page = read()`.
 */
export function isKept(source: Source, call: Node): boolean {
  const assignment = ancestor(call, (node) => node.type === 'AssignmentExpression' || isFunction(node))
  if (assignment?.type !== 'AssignmentExpression' || !contains(assignment.right, call)) return false
  if (!isLasting(source, assignment.left)) return false
  return assignment.operator === '??=' || assignment.operator === '||=' || isAskedFor(source, assignment)
}

/** A variable of the module, or a field: what outlives the call of the function. */
function isLasting(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return true
  if (node.type !== 'Identifier') return false
  const type = variableOf(source, node)?.scope.type
  return type === 'module' || type === 'global'
}

/** Whether a condition asks first whether the value is there. */
function isAskedFor(source: Source, assignment: TSESTree.AssignmentExpression): boolean {
  const name = source.getText(assignment.left)
  const asks = (test: Node) => source.getText(test).includes(name)
  for (let child: Node = assignment; child.parent && !isFunction(child.parent); child = child.parent) {
    const parent: Node = child.parent
    const before = child
    if (parent.type === 'IfStatement' && child !== parent.test && asks(parent.test)) return true
    if (parent.type === 'BlockStatement' && parent.body.some((one) => isAskedIn(one, before, asks))) return true
  }
  return false
}

/** `if (page) return page`, before a statement. */
function isAskedIn(statement: Node, before: Node, asks: (test: Node) => boolean): boolean {
  return statement.type === 'IfStatement' && statement.range[1] <= before.range[0] && asks(statement.test)
}
