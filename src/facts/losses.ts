import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { isConstant, isEmptyValue } from './constants.ts'
import { handlerOf } from './rejections.ts'
import { nameOfKey, unwrapped, type Node, type Source } from './source.ts'

/** What becomes of an error in a handler that never looks at it. */
export type Loss =
  /** Nothing is done at all. */
  | { readonly kind: 'nothing' }
  /** It becomes a value that says nothing of it, or a jump. */
  | { readonly kind: 'constant'; readonly statements: readonly TSESTree.Statement[]; readonly value: Node | null }

/** What a handler makes of the error; `undefined` when it reads it, or does anything else than give a constant. */
export function lossIn(source: Source, body: TSESTree.BlockStatement, handler: Node): Loss | undefined {
  if (readsParameter(source, handler)) return undefined
  const statements = body.body.filter((statement) => !hasNoEffect(statement))
  if (statements.length === 0) return { kind: 'nothing' }
  const values = statements.map((statement) => constantOf(source, statement))
  const last = values.at(-1)
  return last && values.every((value) => value) ? { kind: 'constant', statements, value: last.value } : undefined
}

/** `;`, `{}`, `void error`: a statement that does nothing. */
export function hasNoEffect(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'DebuggerStatement':
      return true
    case 'BlockStatement':
      return statement.body.every(hasNoEffect)
    case 'ExpressionStatement': {
      const { type } = statement.expression
      return (
        type === 'Literal' || type === 'Identifier' || (type === 'UnaryExpression' && isPlain(statement.expression))
      )
    }
    default:
      return false
  }
}

function isPlain(node: Node): boolean {
  return (
    node.type === 'Literal' || node.type === 'Identifier' || (node.type === 'UnaryExpression' && isPlain(node.argument))
  )
}

/** Members whose value is the answer: assigning them is a reply. */
export const answers = new Set(['status', 'statusCode', 'body', 'exitCode'])

function constantOf(source: Source, statement: TSESTree.Statement): { readonly value: Node | null } | undefined {
  switch (statement.type) {
    case 'ReturnStatement':
      return isConstant(source, statement.argument) || isAssignedHere(statement)
        ? { value: statement.argument }
        : undefined
    case 'BreakStatement':
    case 'ContinueStatement':
      return { value: null }
    case 'VariableDeclaration': {
      const [declarator] = statement.declarations
      return declarator && statement.declarations.every(({ init }) => isConstant(source, init))
        ? { value: declarator.init }
        : undefined
    }
    case 'ExpressionStatement': {
      const { expression } = statement
      if (expression.type !== 'AssignmentExpression' || !['=', '??=', '||='].includes(expression.operator))
        return undefined
      if (expression.left.type === 'MemberExpression' && answers.has(nameOfKey(expression.left) ?? '')) return undefined
      return isConstant(source, expression.right) ? { value: expression.right } : undefined
    }
    default:
      return undefined
  }
}

/** `ok = false; return ok`, `const status = 500; return status` */
function isAssignedHere({ argument, parent }: TSESTree.ReturnStatement): boolean {
  if (argument?.type !== 'Identifier' || parent.type !== 'BlockStatement') return false
  const isIt = (node: Node) => node.type === 'Identifier' && node.name === argument.name
  return parent.body.some((statement) => {
    if (statement.type === 'VariableDeclaration') return statement.declarations.some(({ id }) => isIt(id))
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false
    return isIt(statement.expression.left)
  })
}

/** Whether a handler looks at what it is given. */
function readsParameter(source: Source, handler: Node): boolean {
  const names = source.getDeclaredVariables?.(handler) ?? []
  return names.some(
    ({ defs, references }) =>
      references.some((reference) => reference.isRead() && !isDropped(reference.identifier)) &&
      defs.some(({ type }) => type === 'CatchClause' || type === 'Parameter'),
  )
}

/** `void error`, `error;`: a read that nothing comes of. */
function isDropped({ parent }: Node): boolean {
  if (parent?.type === 'UnaryExpression' && parent.operator === 'void')
    return parent.parent.type === 'ExpressionStatement'
  return parent?.type === 'ExpressionStatement'
}

/** What a rejection handler makes of the error: nothing, or an empty value; `undefined` when it does anything else. */
export function lossOfHandler(source: Source, given: Node): Loss | undefined {
  const handler = handlerOf(source, given)
  if (handler === 'nothing') return { kind: 'nothing' }
  if (!handler) return undefined
  if (handler.body.type !== 'BlockStatement') {
    return !readsParameter(source, handler) && isEmptyValue(handler.body)
      ? { kind: 'constant', statements: [], value: handler.body }
      : undefined
  }
  const loss = lossIn(source, handler.body, handler)
  return loss?.kind === 'constant' && !isEmptyValue(loss.value) ? undefined : loss
}

/** `catch { return E.left('…') }` around more than one statement, which drops whichever error it was. */
export function leftConstant(source: Source, node: TSESTree.CatchClause): boolean {
  const [statement, ...others] = node.body.body
  if (others.length > 0 || readsParameter(source, node)) return false
  if (statement?.type !== 'ReturnStatement' || !statement.argument) return false
  const call = unwrapped(statement.argument)
  return (
    call.type === 'CallExpression' &&
    ['left', 'leftAsync', 'err', 'errAsync', 'Err', 'Left', 'failure'].includes(calledName(call)) &&
    call.arguments.length === 1 &&
    (isConstant(source, call.arguments[0] ?? null) ||
      isConstantName(call.arguments[0]) ||
      isConstantObject(source, call.arguments[0]))
  )
}

/** `{ code: 'NOT_FOUND' }` */
function isConstantObject(source: Source, node: Node | undefined): boolean {
  return (
    node?.type === 'ObjectExpression' &&
    node.properties.every((property) => property.type === 'Property' && isConstant(source, property.value))
  )
}

function isConstantName(node: Node | undefined): boolean {
  return node?.type === 'Identifier' && /^[A-Z][A-Z0-9_]*$/.test(node.name)
}
