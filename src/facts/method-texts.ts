import { contentOf } from '../project/files.ts'
import type { Declaration } from '../types/type.ts'

/** The text of a function or a method that stands in another file; `undefined` where it is not found there. */
export function textOfFunction({ name, places }: Declaration): string | undefined {
  const [place] = places
  const text = place?.in === 'project' ? contentOf(place.file) : undefined
  const short = name.slice(name.lastIndexOf('.') + 1)
  if (text === undefined || !/^[\w$]+$/.test(short)) return undefined
  const head = new RegExp(
    String.raw`^([ \t]*)(?:(?:export|default|public|private|protected|static|override|async|function|const)\s+)*${short.replaceAll('$', String.raw`\$`)}\s*[<(=:]`,
    'm',
  )
  const found = head.exec(text)
  if (!found) return undefined
  const [, indent = ''] = found
  const from = text.slice(found.index)
  return from.slice(0, endOf(from, indent.length))
}

const opening = '([{'
const closing = ')]}'

/** Where a function ends: behind the brace that closes its body, or where a line begins that is no part of it. */
function endOf(text: string, indent: number): number {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (opening.includes(char)) depth += 1
    else if (closing.includes(char)) {
      depth -= 1
      // What is behind the brace of a type goes on: `Promise<{ data: User[] }> {`.
      if (depth < 0 || (depth === 0 && char === '}' && !/^\s*[>|&[{,)]/.test(text.slice(at + 1, at + 20))))
        return at + 1
    } else if (char === '\n' && depth === 0 && beginsAnew(text.slice(at + 1), indent)) return at
  }
  return text.length
}

/** Whether a text begins with a line that is no more indented, and does not go on with an expression. */
function beginsAnew(text: string, indent: number): boolean {
  const [, spaces = '', first = ''] = /^([ \t]*)(\S)/.exec(text) ?? []
  return first !== '' && spaces.length <= indent && !/[.?:|&)\]}]/.test(first)
}
