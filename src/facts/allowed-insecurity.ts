import { isExplainedInCode } from './explanations.ts'
import { ancestor, descendants, isFunction, nameOfKey, variableOf, type Node, type Source } from './source.ts'

/** Words with which a setting asks for less protection. */
const asksForLess =
  /insecure|self_?-?signed|unauthorized|skip|ignore|disable|allow|trust|verif|no_?tls|no_?ssl|danger|accept|invalid/i

/** Whether a condition around a node asks a setting whether connections may be unprotected. */
export function isAskedFor(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    const test =
      parent.type === 'IfStatement' || parent.type === 'ConditionalExpression'
        ? parent.test
        : parent.type === 'LogicalExpression' && child === parent.right
          ? parent.left
          : parent.type === 'SwitchCase'
            ? parent.test
            : undefined
    if (test && test !== child && asksForLess.test(textWithConstants(source, test))) return true
  }
  return false
}

function textWithConstants(source: Source, test: Node): string {
  const names = [...descendants(source, test, (inner) => !isFunction(inner))].flatMap((node) => {
    const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
    return definition?.type === 'Variable' && definition.node.init ? [definition.node.init] : []
  })
  return [test, ...names].map((one) => source.getText(one)).join(' ')
}

/** `tls: { rejectUnauthorized: false }` of a cache that has a certificate of its own, and a comment that says so. */
export function isExplainedCache(source: Source, node: Node): boolean {
  const around = ancestor(node, ({ type }) => !/^(?:Object|Conditional|Logical)Expression$/.test(type))
  if (around?.type !== 'Property' || nameOfKey(around) !== 'tls' || !/redis|valkey/i.test(source.text)) return false
  return isExplainedInCode(source, node) || isExplainedInCode(source, around)
}
