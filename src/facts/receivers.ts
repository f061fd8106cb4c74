import { originsFor } from './acts.ts'
import { type Node, type RuleContext, type Source } from './source.ts'

/** Whether the source shows where a value comes from; a class that nothing declares may be any. */
export function isKnown(context: RuleContext, object: Node): boolean {
  const origin = originsFor(context).of(object)
  return origin !== undefined && origin.package !== 'globalThis'
}

/** Whether code mentions a name. */
export function mentions(source: Source, node: Node, name: string): boolean {
  return new RegExp(String.raw`(?<![\w$.])${name.replace(/[^\w$.]/g, '.').replaceAll('$', '\\$')}(?![\w$])`).test(
    source.getText(node),
  )
}
