/** A stand-in for what a text leaves open, such as `${table}`: one character, so that places stay true. */
export const hole = '\uFFFC'

/** Offsets into the text. */
export interface Place {
  readonly start: number
  readonly end: number
}

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'placeholder' | 'hole' | 'symbol'

export interface Token extends Place {
  readonly kind: TokenKind
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
export function scan(whole: string, from = 0, to = whole.length): Token[] {
  const tokens: Token[] = []
  const text = to === whole.length ? whole : whole.slice(0, to)
  let at = afterBlank(text, from)
  while (at < text.length) {
    const token = tokenAt(text, at, tokens.at(-1))
    tokens.push(token)
    at = afterBlank(text, token.end)
  }
  return tokens
}

export interface Comment extends Place {
  /** What stands between its marks. */
  readonly value: string
}

/** The comments of a SQL text, in order. */
export function commentsOf(text: string): Comment[] {
  const comments: Comment[] = []
  let at = 0
  const upTo = (end: number) => {
    while (at < end) {
      const start = endOf(space, text, at)
      const close = endOfComment(text, start)
      if (close > start) comments.push({ value: insideOf(text.slice(start, close)), start, end: close })
      if (close === at) return
      at = close
    }
  }
  for (const token of scan(text)) {
    upTo(token.start)
    at = token.end
  }
  upTo(text.length)
  return comments
}

function insideOf(comment: string): string {
  if (comment.startsWith('/*')) return comment.slice(2, comment.endsWith('*/') ? -2 : undefined)
  return comment.slice(comment.startsWith('#') ? 1 : 2)
}

/** The place behind white space and comments. */
function afterBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    const end = endOfComment(text, endOf(space, text, at))
    if (end === at) return at
    at = end
  }
}

function tokenAt(text: string, start: number, before: Token | undefined): Token {
  const char = text.charAt(start)
  const token = (kind: TokenKind, end: number, value = ''): Token => ({ kind, start, end, value })
  if (wordStart.test(char)) return wordAt(text, start)
  if (char === "'") return token('string', endOfString(text, start, "'"))
  if (char === '"' || char === '`') return nameAt(text, start, endOfString(text, start, char))
  if (char === '$' && endOf(dollarQuote, text, start) > start) return token('string', endOfDollarQuote(text, start))
  const numberEnd = endOf(number, text, start)
  if (numberEnd > start) return token('number', numberEnd)
  if (char === '[' && opensName(before, start)) {
    const end = endOf(bracketName, text, start)
    if (end > start) return nameAt(text, start, end)
  }
  const placeholderEnd = text.startsWith('::', start)
    ? start
    : endOf(char === '{' ? typedPlaceholder : placeholder, text, start)
  if (placeholderEnd > start) return token('placeholder', placeholderEnd)
  // `%I` of PostgreSQL's format(): the name of a table or a column.
  if (/^%I\b/.test(text.slice(start, start + 3))) return token('word', start + 2, '%I')
  const end = endOf(operator, text, start)
  return token('symbol', end, text.slice(start, end))
}

/** A word, a hole, or a string behind its prefix: `E'…'`, `N'…'`, `_utf8'…'`. */
function wordAt(text: string, start: number): Token {
  const end = endOf(word, text, start)
  const value = text.slice(start, end)
  if (value === hole) return { kind: 'hole', start, end, value: '' }
  if (text.charAt(end) === "'" && /^(?:[enxb]|_\w+)$/i.test(value)) {
    return { kind: 'string', start, end: endOfString(text, end, "'"), value: '' }
  }
  return { kind: 'word', start, end, value: value.toUpperCase() }
}

function nameAt(text: string, start: number, end: number): Token {
  return { kind: 'quoted', start, end, value: text.slice(start + 1, end - 1) }
}

function endOfDollarQuote(text: string, start: number): number {
  const mark = text.slice(start, endOf(dollarQuote, text, start))
  const close = text.indexOf(mark, start + mark.length)
  return close === -1 ? text.length : close + mark.length
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
