import { isFunction, type Node } from './source.ts'

/**
 * The statements and expressions that certainly ran before a node, in the same function, nearest first. What a branch or a
 * loop holds is not among them, nor what a `try` had begun when its handler was called.
 */
export function* ranBefore(node: Node): Generator<Node> {
  for (let child = node, { parent } = node; parent && !isFunction(parent); child = parent, { parent } = parent) {
    yield* ranIn(parent, child)
  }
}

/** What ran of a parent before control came to a child of it. */
function* ranIn(parent: Node, child: Node): Generator<Node> {
  switch (parent.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      yield* ranOf(listBefore(parent.body, child))
      return
    case 'SwitchCase':
      if (parent.test !== child) yield* ranOf(listBefore(parent.consequent, child))
      return
    case 'SequenceExpression':
      yield* listBefore(parent.expressions, child)
      return
    case 'IfStatement':
    case 'ConditionalExpression':
      if (parent.test !== child) yield parent.test
      return
    case 'LogicalExpression':
      if (parent.left !== child) yield parent.left
      return
    default:
  }
}

/** What stands before a child in a list, the last first. */
function listBefore(list: readonly Node[], child: Node): readonly Node[] {
  return list.slice(0, list.indexOf(child)).toReversed()
}

function* ranOf(statements: readonly Node[]): Generator<Node> {
  for (const statement of statements) {
    yield statement
    yield* ranWithin(statement)
  }
}

/** What a statement that control has left at its end certainly ran. */
function* ranWithin(statement: Node): Generator<Node> {
  switch (statement.type) {
    case 'BlockStatement':
      yield* ranOf(statement.body.toReversed())
      return
    case 'LabeledStatement':
      yield* ranOf([statement.body])
      return
    case 'TryStatement':
      if (statement.finalizer) yield* ranOf([statement.finalizer])
      if (!statement.handler || exits(statement.handler.body)) yield* ranOf([statement.block])
      return
    case 'IfStatement':
      if (exits(statement.consequent) && statement.alternate) yield* ranOf([statement.alternate])
      else if (statement.alternate && exits(statement.alternate)) yield* ranOf([statement.consequent])
      return
    case 'ExpressionStatement':
      if (statement.expression.type === 'SequenceExpression') yield* statement.expression.expressions.toReversed()
      return
    default:
  }
}

/** Whether control never reaches the end of a statement: `return`, `throw`, and blocks and branches that end so. */
export function exits(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true
    case 'BlockStatement':
      return node.body.some(exits)
    case 'IfStatement':
      return node.alternate !== null && exits(node.consequent) && exits(node.alternate)
    case 'TryStatement':
      return exits(node.finalizer) || (exits(node.block) && (!node.handler || exits(node.handler.body)))
    default:
      return false
  }
}
