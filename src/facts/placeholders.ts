import { wordsOf } from './words.ts'

/** Words that say that a value only shows where one belongs. */
const standIns = new Set(
  'changeme changeit change example examples sample placeholder redacted replace replaceme insert todo tbd dummy test tests fixme'.split(
    ' ',
  ),
)
/** What people write for "there is none". */
const nothing = new Set('none null undefined nil na unset missing disabled empty false true unknown'.split(' '))

/** Marks of a template, of what has been cut out, of a name that something else fills in. */
const marks = /[<>]|\$\{|\{\{|\}\}|^\$|^%\w*%?$|%\(|^@|\*{3}|x{4}|\.{3}|…|•|^\{.*\}$|^\[.*\]$|^__\w+__$|\uFFFC/i

/**
 * Whether a text stands where a value belongs, and is none: `changeme`, `your-api-key`, `<token>`, `${SECRET}`, `xxxx`.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  if (/^[.\-_*#?!x0 ]*$/i.test(text) || marks.test(text) || /(.)\1{7}/.test(text)) return true
  const words = wordsOf(text)
  const [first = ''] = words
  if (words.length === 1 && nothing.has(first)) return true
  if (/^(?:not|no|pending)$/.test(first) && words.length < 4) return true
  return (
    words.some((word, index) => standIns.has(word) || (word === 'your' && index < words.length - 1)) ||
    words.at(-1) === 'here' ||
    /EXAMPLE(?:KEY)?$/.test(text)
  )
}
