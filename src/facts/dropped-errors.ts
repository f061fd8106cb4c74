import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { ignoresError } from './callbacks.ts'
import { isCleanup, isCleanupBlock, isInCleanup, isInFinally, isTelling } from './cleanup.ts'
import { commentsOnCatch, commentsOnHandler, commentsWithin, proseWords } from './comments.ts'
import { failsClosed, refuses } from './credentials.ts'
import { leftConstant, lossIn, lossOfHandler, type Loss } from './losses.ts'
import { callPlace, catchPlace, functionPlace } from './places.ts'
import { asksOnce, isAnswered, isAskedByName, isYesOrNo, questionIn, readsBody } from './questions.ts'
import { isAwaitedElsewhere, isHandled, isSchema, rejectionOf } from './rejections.ts'
import type { FunctionNode, Node, RuleContext, Source } from './source.ts'
import { isNoPromise } from './typed-values.ts'

/** An error that nothing comes of. */
export type DroppedError = { readonly loc: TSESTree.SourceLocation } & (
  | { readonly by: 'catch'; readonly node: TSESTree.CatchClause; readonly loss: Loss }
  /** A `catch` that gives the same failure for every error. */
  | { readonly by: 'left'; readonly node: TSESTree.CatchClause }
  | { readonly by: 'handler'; readonly node: TSESTree.CallExpression }
  | { readonly by: 'callback'; readonly node: FunctionNode; readonly name: string }
)

/** What lets an error be dropped. */
export interface Excuses {
  /** A comment: never, any, or one of so many words. */
  readonly allowComment: false | 'any' | { readonly minWords: number }
  /** A check of a credential that answers "no", with a comment. */
  readonly allowAuthFailClosed: boolean
  /** More functions that throw to say "no". */
  readonly parsers: readonly string[]
  /** More functions that only clean up. */
  readonly cleanup: readonly string[]
}

/** Calls the listener for each error of the file that is dropped without an excuse. */
export function onDroppedError(
  context: RuleContext,
  excuses: Excuses,
  listener: (dropped: DroppedError) => void,
): TSESLint.RuleListener {
  const visit = (dropped: DroppedError | undefined) => {
    if (dropped) listener(dropped)
  }
  return {
    CatchClause: (node) => visit(droppedByCatch(context, excuses, node)),
    CallExpression: (node) => visit(droppedByHandler(context, excuses, node)),
    ArrowFunctionExpression: (node) => visit(droppedByCallback(context, excuses, node)),
    FunctionExpression: (node) => visit(droppedByCallback(context, excuses, node)),
  }
}

function droppedByCatch(context: RuleContext, excuses: Excuses, node: TSESTree.CatchClause): DroppedError | undefined {
  const { sourceCode, filename } = context
  const tried = node.parent.block
  const loc = catchPlace(sourceCode, node)
  if (tried.body.length > 1 && leftConstant(sourceCode, node)) {
    const isExcused = asksOnce(sourceCode, tried) || excusedBy(commentsOnCatch(sourceCode, node), excuses)
    return isExcused ? undefined : { by: 'left', node, loc }
  }
  const loss = lossIn(sourceCode, node.body, node)
  if (!loss || isHarmlessCatch(sourceCode, node, loss, excuses)) return undefined
  const comments = commentsOnCatch(sourceCode, node)
  const isSafeFailure = excuses.allowAuthFailClosed && comments.length > 0 && failsClosed(filename, tried, loss)
  return isSafeFailure || excusedBy(comments, excuses) ? undefined : { by: 'catch', node, loc, loss }
}

function droppedByHandler(
  context: RuleContext,
  excuses: Excuses,
  node: TSESTree.CallExpression,
): DroppedError | undefined {
  const { sourceCode } = context
  const rejection = rejectionOf(node)
  const loss = rejection && lossOfHandler(sourceCode, rejection.handler)
  if (!rejection || !loss) return undefined
  const { promise, handler } = rejection
  if (isHarmlessHandler(sourceCode, node, promise, loss, excuses)) return undefined
  if (isSchema(context, promise) || excusedBy(commentsOnHandler(sourceCode, node, handler), excuses)) return undefined
  if (isNoPromise(context, promise)) return undefined
  return { by: 'handler', node, loc: callPlace(node) }
}

/** What may be lost without harm whoever asks: an answer that is "no", a second failure while something is taken down. */
export function isHarmlessCatch(
  source: Source,
  { parent }: TSESTree.CatchClause,
  loss: Loss,
  excuses: Pick<Excuses, 'cleanup' | 'parsers'>,
): boolean {
  const tried = parent.block
  if (isInFinally(parent) || (loss.kind === 'nothing' && isCleanupBlock(tried, excuses.cleanup))) return true
  return isAnswered(source, tried, loss, excuses.parsers) || isAskedByName(source, tried, loss)
}

/** The same of a promise and the call that handles its rejection. */
export function isHarmlessHandler(
  source: Source,
  node: TSESTree.CallExpression,
  promise: Node,
  loss: Loss,
  excuses: Pick<Excuses, 'cleanup' | 'parsers'>,
): boolean {
  if (isCleanup(promise, excuses.cleanup) || isInFinally(node) || readsBody(promise) || isYesOrNo(node, loss))
    return true
  if (refuses(promise, loss) || isTelling(promise) || isInCleanup(node) || isHandled(promise)) return true
  return isAwaitedElsewhere(source, promise) || questionIn(source, promise, excuses.parsers) === 'known'
}

function droppedByCallback(
  { sourceCode }: RuleContext,
  excuses: Excuses,
  node: FunctionNode,
): DroppedError | undefined {
  const [first] = node.params
  if (first?.type !== 'Identifier' || !ignoresError(sourceCode, node)) return undefined
  if (excusedBy(commentsWithin(sourceCode, node.body), excuses)) return undefined
  return { by: 'callback', node, loc: functionPlace(sourceCode, node), name: first.name }
}

function excusedBy(comments: readonly TSESTree.Comment[], { allowComment }: Excuses): boolean {
  if (allowComment === false) return false
  const enough = allowComment === 'any' ? 1 : allowComment.minWords
  return comments.some((comment) => proseWords(comment) >= enough)
}
