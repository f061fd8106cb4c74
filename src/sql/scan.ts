/** A stand-in for what a text leaves open, such as `${table}`: one character, so that places stay true. */
export const hole = '\uFFFC'

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'placeholder' | 'hole' | 'symbol'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  /** A word in capitals, a quoted name without its quotes, a symbol as it is; empty for strings and numbers. */
  readonly value: string
}

const wordStart = /[\p{L}_\uFFFC]/u
const word = /[\p{L}\p{N}_$\uFFFC]+/uy
const space = /\s+/uy
const number = /(?:0x[0-9a-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)/iy
const dollarQuote = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy
const placeholder = /\$\d+|\?\d*|[:@][\p{L}_][\p{L}\p{N}_]*/uy
const typedPlaceholder = /\{[\p{L}_][\p{L}\p{N}_]*\s*:[^{}]*\}/uy
const bracketName = /\[[^\[\]\n;]*\]/y
const operator = /<=>|->>|#>>|<->|::|->|#>|<=|>=|<>|!=|\|\||&&|@>|<@|:=|[^]/y

/**
 * Splits SQL of any common dialect into tokens, comments left out. Accepts every text, in time linear in its length:
 * a quote that never closes ends with the text.
 */
export function scan(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: TokenKind, end: number, value = '') => {
    tokens.push({ kind, start: at, end, value })
    at = end
  }
  while (at < text.length) {
    const char = text.charAt(at)
    const spaceEnd = endOf(space, text, at)
    if (spaceEnd > at) {
      at = spaceEnd
      continue
    }
    const commentEnd = endOfComment(text, at)
    if (commentEnd > at) {
      at = commentEnd
      continue
    }
    if (char === "'") {
      push('string', endOfString(text, at, "'"))
    } else if (char === '"' || char === '`') {
      const end = endOfString(text, at, char)
      push('quoted', end, text.slice(at + 1, end - 1))
    } else if (char === '$' && endOf(dollarQuote, text, at) > at) {
      const mark = text.slice(at, endOf(dollarQuote, text, at))
      const close = text.indexOf(mark, at + mark.length)
      push('string', close === -1 ? text.length : close + mark.length)
    } else if (wordStart.test(char)) {
      const end = endOf(word, text, at)
      const value = text.slice(at, end)
      if (value === hole) push('hole', end)
      // A prefixed string: E'…', N'…', X'…', B'…', _utf8'…'
      else if (text.charAt(end) === "'" && /^(?:[enxb]|_\w+)$/i.test(value)) push('string', endOfString(text, end, "'"))
      else push('word', end, value.toUpperCase())
    } else if (endOf(number, text, at) > at) {
      push('number', endOf(number, text, at))
    } else if (char === '[' && opensName(tokens.at(-1), at) && endOf(bracketName, text, at) > at) {
      const end = endOf(bracketName, text, at)
      push('quoted', end, text.slice(at + 1, end - 1))
    } else if (char === '{' && endOf(typedPlaceholder, text, at) > at) {
      push('placeholder', endOf(typedPlaceholder, text, at))
    } else if (char !== ':' || text.charAt(at + 1) !== ':') {
      const end = endOf(placeholder, text, at)
      if (end > at) push('placeholder', end)
      else push('symbol', endOf(operator, text, at), text.slice(at, endOf(operator, text, at)))
    } else {
      push('symbol', at + 2, '::')
    }
  }
  return tokens
}

/** `[name]` of T-SQL, and not the subscript of an array, which follows a value at once. */
function opensName(before: Token | undefined, at: number): boolean {
  return (
    before === undefined ||
    before.end < at ||
    (before.kind === 'symbol' && before.value !== ')' && before.value !== ']')
  )
}

function endOfComment(text: string, at: number): number {
  if (text.startsWith('--', at)) return endOfLine(text, at)
  // MySQL's `#`; PostgreSQL's `#>`, `#-` and `#` between operands are operators.
  if (text.charAt(at) === '#' && /^#(?:\s|!|$)/.test(text.slice(at, at + 2)) && startsLine(text, at))
    return endOfLine(text, at)
  if (!text.startsWith('/*', at)) return at
  let depth = 0
  for (let next = at; next < text.length;) {
    if (text.startsWith('/*', next)) {
      depth += 1
      next += 2
    } else if (text.startsWith('*/', next)) {
      depth -= 1
      next += 2
      if (depth === 0) return next
    } else next += 1
  }
  return text.length
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before -= 1
  return before < 0 || text.charAt(before) === '\n'
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/**
 * The end of a quoted text. A doubled quote stays inside. A backslash before a quote escapes it (MySQL, `E''`) only when
 * the text would otherwise end in front of a letter: in `ESCAPE '\'` it is an ordinary character.
 */
function endOfString(text: string, at: number, quote: string): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const char = text.charAt(next)
    if (
      char === '\\' &&
      text.charAt(next + 1) === quote &&
      /[\p{L}\p{N} ]/u.test(text.charAt(next + 2)) &&
      text.includes(quote, next + 2)
    ) {
      next += 1
    } else if (char === quote) {
      if (text.charAt(next + 1) !== quote) return next + 1
      next += 1
    }
  }
  return text.length
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
