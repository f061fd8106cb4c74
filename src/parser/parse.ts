import { createRequire } from 'node:module'
import type { TSESTree } from '@typescript-eslint/utils'
import type { OxcError, ParserOptions, ParseResult } from 'oxc-parser'
import { Lines } from './lines.ts'
import { isRawNode, Marks } from './marks.ts'
import { isTooDeep } from './nesting.ts'
import { CodeSyntaxError } from './syntax-error.ts'
import { commentsOf, tokensOf } from './tokens.ts'
import { Completion } from './tree.ts'

const require = createRequire(import.meta.url)

export interface ParseOptions {
  /** Whether a file whose name does not tell is TSX. */
  readonly jsx?: boolean
}

/**
 * The tree of a TypeScript text, as typescript-eslint's parser gives it, without TypeScript. Its tokens and comments
 * are made when they are first read.
 * @param text The text without a byte-order mark. Offsets are UTF-16 code units of it.
 * @param filename Tells the dialect, by its ending.
 * @throws {CodeSyntaxError} When the text is no TypeScript.
 */
export function parseTypeScript(text: string, filename: string, options: ParseOptions = {}): TSESTree.Program {
  const { ast, ...parts } = partsOf(text, filename, options)
  return withLazy(ast, parts)
}

/** A tree, and its tokens and comments for those who ask. */
export interface Parts {
  readonly ast: TSESTree.Program
  tokens(): TSESTree.Token[]
  comments(): TSESTree.Comment[]
}

/**
 * The same, with the tokens and comments beside the tree.
 * @throws {CodeSyntaxError} When the text is no TypeScript.
 */
export function partsOf(text: string, filename: string, { jsx = false }: ParseOptions = {}): Parts {
  const lines = new Lines(text)
  if (isTooDeep(text)) throw new CodeSyntaxError('The code is nested too deeply to be parsed.', filename, lines, 0, 0)
  const { program, comments } = nativelyParsed(text, filename, dialectOf(filename, jsx), lines)
  const marks = new Marks(text)
  // The native parser has types of its own for the same tree.
  const { hashbang, ...tree }: object & { readonly hashbang?: unknown } = program
  if (isRawNode(tree)) new Completion(text, lines, marks).complete(tree)
  if (!isProgram(tree)) throw new TypeError('The parser made something else than a program.')
  return {
    ast: tree,
    tokens: () => tokensOf(text, comments, marks, lines),
    comments: () => commentsOf(comments, lines),
  }
}

function isProgram(tree: object): tree is TSESTree.Program {
  return 'type' in tree && tree.type === 'Program'
}

type Dialect = NonNullable<ParserOptions['lang']>

function dialectOf(filename: string, jsx: boolean): Dialect {
  if (/\.d\.(?:[cm]?ts|[^./\\]+\.ts)$/i.test(filename)) return 'dts'
  if (/\.[cm]?ts$/i.test(filename)) return 'ts'
  // TypeScript reads elements in JavaScript, whatever its ending.
  if (/\.(?:tsx|[cm]?jsx?)$/i.test(filename)) return 'tsx'
  return jsx ? 'tsx' : 'ts'
}

/** What only a compiler minds. typescript-eslint leaves it to the compiler as well, and so the file can be linted. */
const leftToCompilers = [
  "A 'declare' modifier cannot be used in an already ambient context",
  "A 'set' accessor cannot have a return type annotation",
  'An accessibility modifier cannot be used with a private identifier',
  "'const' modifier can only appear on a type parameter",
  'Cannot use `await` as an identifier',
  'Missing initializer in ',
  'Only ambient modules can use quoted names',
  'Type annotation cannot appear on a constructor',
  'Type parameters cannot appear on a constructor',
  '`await` is only allowed within async functions',
  'Unexpected new.target expression',
]

function nativelyParsed(text: string, filename: string, lang: Dialect, lines: Lines): ParseResult {
  const { parseSync }: typeof import('oxc-parser') = require('oxc-parser')
  const options = { lang, astType: 'ts', preserveParens: false, sourceType: 'module' } as const
  const parsed = parseSync(filename, text, options)
  const error = worstOf(parsed)
  if (!error) return parsed
  // A script may do what a module may not, such as to return from its top level.
  const script = parseSync(filename, text, { ...options, sourceType: 'commonjs' })
  if (!worstOf(script)) return script
  const [{ start, end } = { start: 0, end: 0 }] = error.labels
  throw new CodeSyntaxError(error.message, filename, lines, start, end)
}

/** The first error that makes the text unreadable. */
function worstOf({ errors, program }: ParseResult): OxcError | undefined {
  if (errors.length === 0) return undefined
  // After an error that it does not recover from, the parser gives an empty tree.
  if (program.body.length === 0) return errors[0]
  return errors.find(({ message }) => !leftToCompilers.some((begin) => message.startsWith(begin)))
}

/** Gives a tree the parts that are made when they are first read. */
function withLazy(tree: TSESTree.Program, parts: Readonly<Record<string, () => unknown>>): TSESTree.Program {
  for (const [name, make] of Object.entries(parts)) {
    const set = (value: unknown) => Object.defineProperty(tree, name, { value, writable: true, enumerable: true })
    const get = () => {
      const made = make()
      set(made)
      return made
    }
    Object.defineProperty(tree, name, { get, set, enumerable: true, configurable: true })
  }
  return tree
}
