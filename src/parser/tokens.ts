import type { TSESTree } from '@typescript-eslint/utils'
import type { Lines } from './lines.ts'
import { reservedWords, tokenKind, type Marks } from './marks.ts'

/** A comment as the native parser tells it. */
export interface RawComment {
  readonly type: 'Line' | 'Block'
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The comments of a text as ESLint wants them. */
export function commentsOf(raw: readonly RawComment[], lines: Lines): TSESTree.Comment[] {
  return raw.map(({ type, value, start, end }) => {
    const comment = { type, value, range: [start, end], loc: lines.between(start, end) }
    // The types of comments are an enumeration of strings, which are these.
    return comment as TSESTree.Comment
  })
}

/** The tokens of a text that has been parsed: those of typescript-eslint, in number, place and kind. */
export function tokensOf(text: string, comments: readonly RawComment[], marks: Marks, lines: Lines): TSESTree.Token[] {
  const scanner = new Scanner(text, marks, lines)
  const tokens: TSESTree.Token[] = []
  let next = 0
  const [hashbang = ''] = /^#!.*/.exec(text) ?? []
  for (let at = hashbang.length; at < text.length;) {
    const comment = comments[next]
    if (comment?.start === at) {
      at = comment.end
      next++
    } else if (isBlank(text.charCodeAt(at)) && !marks.kinds[at]) {
      at++
    } else {
      tokens.push(scanner.tokenAt(at))
      at = scanner.end
    }
  }
  return tokens
}

type TokenType = `${TSESTree.Token['type']}`

/** The types of the words that are not names. */
const typesOfWords: ReadonlyMap<string, TokenType> = new Map([
  ...Array.from(reservedWords, (word) => [word, 'Keyword'] as const),
  ['null', 'Null'],
  ['true', 'Boolean'],
  ['false', 'Boolean'],
])

const number = /(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.[\d_]+)(?:e[+-]?[\d_]+)?)n?/iy
const operator = />>>=?|>>=?|<<=?|\*\*=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|\.\.\.|=>|={2,3}|!==?|\+\+|--|[-+*/%&|^<>]=|[^]/y

/** Reads one token after the other. Where the characters leave it open, the tree has left a mark. */
class Scanner {
  /** Where the last token ends. */
  end = 0
  private readonly text: string
  private readonly marks: Marks
  private readonly lines: Lines

  constructor(text: string, marks: Marks, lines: Lines) {
    this.text = text
    this.marks = marks
    this.lines = lines
  }

  tokenAt(at: number): TSESTree.Token {
    const type = this.scan(at)
    const { text, end } = this
    const token = {
      type,
      value: text.slice(type === 'PrivateIdentifier' ? at + 1 : at, end),
      range: [at, end],
      loc: this.lines.between(at, end),
    }
    if (type === 'RegularExpression') Object.assign(token, { regex: partsOf(token.value) })
    // The types of tokens are an enumeration of strings, which are these.
    return token as TSESTree.Token
  }

  private scan(at: number): TokenType {
    switch (this.marks.kinds[at]) {
      case tokenKind.name:
        this.end = this.endOfWord(at)
        return 'Identifier'
      case tokenKind.jsxName:
        this.end = this.endOfWord(at, hyphen)
        return 'JSXIdentifier'
      case tokenKind.jsxNamespaced:
        this.end = this.endOfWord(at, hyphen)
        return 'Identifier'
      case tokenKind.single:
        this.end = at + 1
        return 'Punctuator'
      case tokenKind.template:
        this.end = this.marks.endOf(at)
        return 'Template'
      case tokenKind.regularExpression:
        this.end = this.marks.endOf(at)
        return 'RegularExpression'
      case tokenKind.jsxText:
        this.end = this.marks.endOf(at)
        return 'JSXText'
      default:
        return this.scanPlain(at)
    }
  }

  /** A token that its characters tell. */
  private scanPlain(at: number): TokenType {
    const code = this.text.charCodeAt(at)
    if (code === doubleQuote || code === singleQuote) {
      this.end = this.endOfString(at, code)
      return 'String'
    }
    if (isDigit(code) || (code === dot && isDigit(this.text.charCodeAt(at + 1)))) {
      this.end = endOfMatch(number, this.text, at)
      return 'Numeric'
    }
    if (code === hash) {
      this.end = this.endOfWord(at + 1)
      return 'PrivateIdentifier'
    }
    if (isWordPart(code)) {
      this.end = this.endOfWord(at)
      return typesOfWords.get(this.text.slice(at, this.end)) ?? 'Identifier'
    }
    this.end = endOfMatch(operator, this.text, at)
    return 'Punctuator'
  }

  /** Where a word ends: letters of all scripts, `\u0061`, `\u{61}`, and what else belongs to it here. */
  private endOfWord(at: number, other?: number): number {
    let end = at
    for (let code = this.text.charCodeAt(end); isWordPart(code) || code === other; code = this.text.charCodeAt(end)) {
      const escaped = code === backslash && this.text.startsWith('u{', end + 1)
      end = escaped ? this.text.indexOf('}', end) + 1 : end + 1
    }
    return end
  }

  private endOfString(at: number, quote: number): number {
    let end = at + 1
    for (let code = this.text.charCodeAt(end); code !== quote && end < this.text.length;) {
      end += code === backslash ? 2 : 1
      code = this.text.charCodeAt(end)
    }
    return end + 1
  }
}

const [doubleQuote = 0, singleQuote = 0, backslash = 0, dot = 0, hash = 0, hyphen = 0] = Array.from(`"'\\.#-`, (char) =>
  char.charCodeAt(0),
)

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The codes of ASCII that an expression matches. */
function codesOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0))
}

const wordParts = codesOf(/[\w$\\]/)
const blanks = codesOf(/\s/)

/** Whether a character can be part of a name. Outside ASCII, what stands outside of texts is a blank or a letter. */
function isWordPart(code: number): boolean {
  return code < 128 ? wordParts[code] === 1 : code > 127 && !isBlank(code)
}

function isBlank(code: number): boolean {
  return code < 128 ? blanks[code] === 1 : wideBlank.test(String.fromCharCode(code))
}

// What TypeScript's scanner skips: more than `\s` by the next line and the space without width.
const wideBlank = /[\s\u0085\u200b]/

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(text)
  return pattern.lastIndex
}

function partsOf(value: string): { pattern: string; flags: string } {
  const end = value.lastIndexOf('/')
  return { pattern: value.slice(1, end), flags: value.slice(end + 1) }
}
