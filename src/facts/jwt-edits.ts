import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor } from './acts.ts'
import { names } from './catalog.ts'
import { rowsOf } from './named-acts.ts'
import { descendants, unwrapped, type Node, type RuleContext, type Source } from './source.ts'

export interface JwtEdit {
  readonly what: string
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix
}

/** Takes `none` out of a list that has other algorithms as well. */
export function withoutNone(source: Source, none: Node): JwtEdit | undefined {
  const list = none.parent
  if (list?.type !== 'ArrayExpression' || list.elements.length < 2 || source.getCommentsInside(list).length > 0)
    return undefined
  const kept = list.elements.flatMap((one) => (one && one !== none ? [source.getText(one)] : []))
  return { what: 'Take `none` out of the list', fix: (fixer) => fixer.replaceText(list, `[${kept.join(', ')}]`) }
}

/** Lets the expiry count: `ignoreExpiration: false`. */
export function withExpiry({ value }: TSESTree.Property): JwtEdit {
  return { what: 'Let the expiry count', fix: (fixer) => fixer.replaceText(value, 'false') }
}

/** `jwt.verify(token, key, { algorithms: ['HS256'] })` for `jwt.decode(token)`, with the key that the file has. */
export function verifyInstead(context: RuleContext, node: TSESTree.CallExpression, owner: string): JwtEdit | undefined {
  const callee = unwrapped(node.callee)
  const verify = catalogFor(context)
    .rowsOf('jwt.verify')
    .find(({ package: name, row }) => name === owner && row.algorithms !== undefined && 'call' in row)
  const [token] = node.arguments
  if (!verify || callee.type !== 'MemberExpression' || callee.computed || !token || node.arguments.length > 1)
    return undefined
  const called = 'call' in verify.row ? (names(verify.row.call)[0] ?? 'verify') : 'verify'
  const { sourceCode: source } = context
  const key = keyIn(context) ?? 'process.env.JWT_SECRET'
  const text = `${source.getText(callee.object)}.${called}(${source.getText(token)}, ${key}, { algorithms: ['HS256'] })`
  return { what: 'Verify the token instead', fix: (fixer) => fixer.replaceText(node, text) }
}

/** The key that other calls of the file sign or check with. */
function keyIn(context: RuleContext): string | undefined {
  for (const node of descendants(context.sourceCode, context.sourceCode.ast)) {
    if (node.type !== 'CallExpression') continue
    const [played] = [...rowsOf(context, node, 'jwt.verify'), ...rowsOf(context, node, 'jwt.sign')]
    const key = played?.row.key === undefined ? undefined : node.arguments[played.row.key]
    if (key?.type === 'Identifier' || key?.type === 'MemberExpression') return context.sourceCode.getText(key)
  }
  return undefined
}
