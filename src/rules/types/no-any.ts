import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { allCode, defineRule, type Context } from '../../define-rule.ts'
import { keptIn, onEnteringAny, type EnteringAny } from '../../facts/entering-any.ts'
import { fileKind } from '../../facts/files.ts'
import { isListOfAny } from '../../facts/any-types.ts'
import { isExported, type Fate } from '../../facts/leaving.ts'
import type { Source } from '../../facts/source.ts'
import { annotatedVariable, isUsedAsUnknown, takesUnknown } from '../../facts/unknown.ts'
import { typesOf } from '../../types/here.ts'
import type { Types } from '../../types/type.ts'

type Messages = 'any' | 'value' | 'module' | 'name' | 'unknown'

export default defineRule<Messages>({
  description: 'Disallow the `any` type',
  clauses: ['000/1.3a', '001/4.1', '004/4.1.1'],
  tier: 'recommended',
  twins: ['@typescript-eslint/no-explicit-any'],
  files: allCode,
  fixable: true,
  hasSuggestions: true,
  messages: {
    any: '`any` switches type checking off for everything it touches. Write the real type, or `unknown` and narrow it before use.',
    value:
      '`any` comes out of `{{what}}` and is {{fate}}, where nothing checks its use. Parse it with a schema, or take it as `unknown` and narrow it first.',
    module:
      '{{what}} has no types, so `any` comes out of it and is {{fate}}. Declare the types of what is used of it, or take the value as `unknown` and narrow it first.',
    name: '`{{what}}` has no type here, so it is `any`, and nothing checks how it is used. Write its type, or `unknown` and narrow it before use.',
    unknown: 'Use `unknown`, and narrow the value before it is used.',
  },
  create: (context) => ({ ...written(context), ...unwritten(context) }),
})

/** `any` that somebody wrote. */
function written(context: Context<Messages>): TSESLint.RuleListener {
  const { sourceCode } = context
  if (!/\bany\b/.test(sourceCode.text)) return {}
  return {
    TSAnyKeyword(node) {
      if (isLeftAlone(sourceCode, node)) return
      const fix = (fixer: TSESLint.RuleFixer) => fixer.replaceText(node, 'unknown')
      if (compilesWithUnknown(sourceCode, node, typesOf(context))) context.report({ node, messageId: 'any', fix })
      else context.report({ node, messageId: 'any', suggest: [{ messageId: 'unknown', fix }] })
    },
  }
}

/** `any` that gets into the code of a server without the word, which only a checker can tell. */
function unwritten(context: Context<Messages>): TSESLint.RuleListener {
  const kind = fileKind(context)
  if ((kind !== 'server' && kind !== 'cli') || !/\.[cm]?tsx?$/.test(context.filename)) return {}
  const { sourceCode } = context
  return onEnteringAny(context, (entering, types) => {
    const { node, kind: messageId } = entering
    const data = { what: nameOf(sourceCode, entering), ...('fate' in entering && { fate: fates[entering.fate] }) }
    const typed = annotationFor(entering, types)
    if (!typed) return context.report({ node, messageId, data })
    const fix = (fixer: TSESLint.RuleFixer) => annotated(sourceCode, fixer, typed)
    if (isSafelyUnknown(sourceCode, typed, types)) context.report({ node, messageId, data, fix })
    else context.report({ node, messageId, data, suggest: [{ messageId: 'unknown', fix }] })
  })
}

/** Words for what becomes of a value. */
const fates: Readonly<Record<Fate, string>> = {
  exported: 'exported',
  returned: 'returned to other code',
  stored: 'kept in a field',
  written: 'written to the database',
}

/** `JSON.parse` for a call, the name for what has one, the source for everything else. */
function nameOf(source: Source, { node }: EnteringAny): string {
  const named = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node
  return source.getText(named)
}

/** `keyof any` is the type of all keys; the constructor of a mixin's base must take `any[]` (TypeScript's error 2545). */
function isLeftAlone({ text }: Source, { parent }: TSESTree.TSAnyKeyword): boolean {
  if (parent.type === 'TSTypeOperator') return parent.operator === 'keyof'
  const rest = parent.type === 'TSArrayType' ? parent.parent.parent : undefined
  return (
    rest?.type === 'RestElement' &&
    rest.parent.type === 'TSConstructorType' &&
    /(?:\breturn|=>|\()\s*class\b/.test(text)
  )
}

/** Without the checker, only where the value is never used as anything, or narrowed first. */
function compilesWithUnknown(source: Source, node: TSESTree.TSAnyKeyword, types: Types | undefined): boolean {
  const { parent } = node
  if (parent.type === 'TSAsExpression' || parent.type === 'TSTypeAssertion') return takesUnknown(source, parent, types)
  const variable = annotatedVariable(source, node, types)
  return variable !== undefined && isUsedAsUnknown(source, variable, types)
}

interface Annotation {
  readonly name: TSESTree.Identifier
  readonly type: 'unknown' | 'unknown[]'
}

/** What can be written beside a name, to say what it is that entered. */
function annotationFor(entering: EnteringAny, types: Types): Annotation | undefined {
  const { node, kind } = entering
  const name = kind === 'value' ? keptIn(node) : kind === 'name' && node.type === 'Identifier' ? node : undefined
  if (!name || name.parent.type === 'PropertyDefinition') return undefined
  const isEmptyList = name.parent.type === 'VariableDeclarator' && name.parent.init?.type === 'ArrayExpression'
  const type = types.of(name)
  if (isEmptyList || isListOfAny(type)) return { name, type: 'unknown[]' }
  return type?.kind === 'any' ? { name, type: 'unknown' } : undefined
}

function annotated(source: Source, fixer: TSESLint.RuleFixer, { name, type }: Annotation): TSESLint.RuleFix[] {
  const { parent } = name
  const isAlone = parent.type === 'ArrowFunctionExpression' && source.getTokenBefore(name)?.value !== '('
  return isAlone
    ? [fixer.insertTextBefore(name, '('), fixer.insertTextAfter(name, `: ${type})`)]
    : [fixer.insertTextAfter(name, `: ${type}`)]
}

/** Nobody outside sees the name, and each of its uses takes `unknown`. */
function isSafelyUnknown(source: Source, { name, type }: Annotation, types: Types): boolean {
  const { parent } = name
  if (type !== 'unknown' || parent.type !== 'VariableDeclarator' || isExported(source, name)) return false
  const variable = source.getDeclaredVariables?.(parent).find(({ identifiers }) => identifiers.includes(name))
  return variable !== undefined && isUsedAsUnknown(source, variable, types)
}
