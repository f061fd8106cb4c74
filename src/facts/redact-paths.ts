import type { LoggedValue } from './logged-values.ts'
import { nodesIn } from './nodes.ts'
import { nameOfKey, type Node, type Source } from './source.ts'

/**
 * Whether the logger of the file leaves a property out by itself, as the paths say that it was made with: `password` of
 * `pino({ redact: ['password', '*.token'] })`. What stands in the text of a message is never left out.
 */
export function pathsRedacted(source: Source): (value: LoggedValue) => boolean {
  if (!/\bredact\b/.test(source.text)) return () => false
  const keys = new Set<string>()
  for (const node of nodesIn(source)) {
    if (node.type !== 'Property' || nameOfKey(node) !== 'redact') continue
    for (const path of pathsIn(node.value)) for (const key of keysOf(path)) keys.add(key)
  }
  return ({ keys: path, name }) => path.length > 0 && (path.some((key) => keys.has(key)) || keys.has(name))
}

function pathsIn(node: Node): string[] {
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((one) => (one?.type === 'Literal' ? [String(one.value)] : []))
  if (node.type !== 'ObjectExpression') return []
  return node.properties.flatMap((one) =>
    one.type === 'Property' && nameOfKey(one) === 'paths' ? pathsIn(one.value) : [],
  )
}

/** The last name of a path, and the one around it: of `req.headers["x-api-key"]` `headers` as well. */
function keysOf(path: string): string[] {
  const parts = path.split(/[.[\]"']+/).filter((part) => part !== '' && part !== '*')
  return parts.slice(-2).filter((part) => !/^(?:req|request|res|err)$/.test(part))
}
