import type { Source } from './source.ts'

/** Lines on which a rule is switched off by a comment, and whether the whole rest of the file is. */
interface Disabled {
  readonly lines: ReadonlySet<number>
  readonly ranges: readonly (readonly [number, number])[]
}

const cache = new WeakMap<Source, Map<string, Disabled>>()

/**
 * Whether a comment switches off another rule that makes the same check, so that a code base which moves to this
 * plugin keeps the exceptions it has written down.
 */
export function isDisabled(source: Source, ruleIds: readonly string[], line: number): boolean {
  return ruleIds.some((ruleId) => {
    const { lines, ranges } = disabledBy(source, ruleId)
    return lines.has(line) || ranges.some(([from, to]) => from <= line && line < to)
  })
}

function disabledBy(source: Source, ruleId: string): Disabled {
  let ofSource = cache.get(source)
  if (!ofSource) cache.set(source, (ofSource = new Map()))
  let disabled = ofSource.get(ruleId)
  if (!disabled) ofSource.set(ruleId, (disabled = readDirectives(source, ruleId)))
  return disabled
}

function readDirectives(source: Source, ruleId: string): Disabled {
  const lines = new Set<number>()
  const ranges: [number, number][] = []
  const name = nameOf(ruleId)
  // A file of another plugin's language need not know its comments.
  if (!source.text.includes(name) || !('getAllComments' in source)) return { lines, ranges }
  let openedAt: number | undefined
  for (const { value, loc } of source.getAllComments()) {
    if (new RegExp(`^\\s*eslint\\s[^]*\\b${name}["']?\\s*:\\s*\\[?\\s*["']?(?:0|off)\\b`).test(value))
      return { lines, ranges: [[1, Infinity]] }
    const match = /^\s*(?:eslint|oxlint)-(disable-next-line|disable-line|disable|enable)(?:\s|$)(.*)/s.exec(value)
    if (!match) continue
    const [, directive, rest = ''] = match
    const listed =
      rest
        .split(/\s-{2,}\s/)[0]
        ?.split(',')
        .map((id) => id.trim()) ?? []
    if (!listed.some((id) => nameOf(id) === name) && !(directive === 'enable' && listed.join('') === '')) continue
    if (directive === 'disable-next-line') lines.add(loc.end.line + 1)
    else if (directive === 'disable-line') lines.add(loc.start.line)
    else if (directive === 'disable') openedAt ??= loc.start.line
    else if (openedAt !== undefined) {
      ranges.push([openedAt, loc.start.line])
      openedAt = undefined
    }
  }
  if (openedAt !== undefined) ranges.push([openedAt, Infinity])
  return { lines, ranges }
}

/** The name of a rule without its plugin: linters give one plugin several names. */
function nameOf(ruleId: string): string {
  return ruleId.slice(ruleId.lastIndexOf('/') + 1)
}
