import { createRequire } from 'node:module'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { childrenOf, forEachChild, type VisitorKeys } from './children.ts'
import type { Listener, Listeners } from './listeners.ts'
import type { HostFile, ParsedFile } from './file.ts'
import { TokenIndex, type TokenChoice } from './token-index.ts'

type Scope = TSESLint.Scope.Scope
type NodeOrToken = TSESTree.Node | TSESTree.Token

const require = createRequire(import.meta.url)

/** Says that there is no tree, whoever asked for it. */
export class Unparsable extends Error {}

/**
 * The source code that rules see: what ESLint's `SourceCode` answers, each part made when it is first asked for. What
 * is seldom asked is answered by ESLint's own class.
 */
export class LazySource {
  readonly text: string
  readonly parserServices: object
  readonly hasBOM = false
  readonly isESTree = true
  private readonly file: HostFile
  private parsedFile: ParsedFile | undefined
  private starts: readonly number[] | undefined
  private textLines: readonly string[] | undefined
  private knownComments: TSESTree.Comment[] | undefined
  private knownScopes: TSESLint.Scope.ScopeManager | undefined
  private tokens: TokenIndex | undefined
  private whole: TSESLint.SourceCode | undefined
  private readonly scopeOf = new WeakMap<TSESTree.Node, Scope>()

  constructor(file: HostFile) {
    this.file = file
    this.text = file.text
    this.parserServices = file.services
  }

  /**
   * As what rules ask: with what is borrowed below, this is all that they may ask a `SourceCode`.
   * @throws Unparsable when there is no tree
   */
  parsedSource(): Readonly<TSESLint.SourceCode> {
    if (!this.parsed || !answersLikeSource(this)) throw new TypeError('A question of `SourceCode` has no answer here.')
    return this
  }

  get ast(): TSESTree.Program {
    return this.parsed.ast
  }

  get visitorKeys(): ParsedFile['visitorKeys'] {
    return this.parsed.visitorKeys
  }

  get scopeManager(): TSESLint.Scope.ScopeManager {
    const { parsed } = this
    this.knownScopes ??= parsed.scopes()
    return this.knownScopes
  }

  get lines(): readonly string[] {
    this.textLines ??= this.text.split(/\r\n|[\r\n\u2028\u2029]/u)
    return this.textLines
  }

  get lineStartIndices(): readonly number[] {
    this.starts ??= [0, ...Array.from(this.text.matchAll(/\r\n|[\r\n\u2028\u2029]/gu), endOf)]
    return this.starts
  }

  getLines(): readonly string[] {
    return this.lines
  }

  getText(node?: NodeOrToken, before = 0, after = 0): string {
    return node ? this.text.slice(Math.max(node.range[0] - before, 0), node.range[1] + after) : this.text
  }

  getRange({ range }: NodeOrToken): TSESTree.Range {
    return range
  }

  getLoc({ loc }: NodeOrToken): TSESTree.SourceLocation {
    return loc
  }

  getParent(node: TSESTree.Node): TSESTree.Node | undefined {
    return node.parent
  }

  getAncestors(node: TSESTree.Node): TSESTree.Node[] {
    const ancestors: TSESTree.Node[] = []
    for (let parent = node.parent; parent; parent = parent.parent) ancestors.unshift(parent)
    return ancestors
  }

  getLocFromIndex(index: number): TSESTree.Position {
    if (index < 0 || index > this.text.length) throw new RangeError(`There is no index ${index} in the text.`)
    const { lineStartIndices: starts } = this
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (index < (starts[middle] ?? 0)) high = middle
      else low = middle + 1
    }
    return { line: low, column: index - (starts[low - 1] ?? 0) }
  }

  getIndexFromLoc({ line, column }: TSESTree.Position): number {
    const start = this.lineStartIndices[line - 1]
    const end = this.lineStartIndices[line] ?? this.text.length + 1
    if (start === undefined || column < 0 || start + column >= end) {
      throw new RangeError(`There is no line ${line}, column ${column} in the text.`)
    }
    return start + column
  }

  /** The index of a place, or the nearest there is: what a rule reports may be anything. */
  offsetOf({ line, column }: TSESTree.Position): number {
    const start = this.lineStartIndices[line - 1] ?? this.text.length
    return Math.min(Math.max(start + column, 0), this.text.length)
  }

  getScope(node: TSESTree.Node): Scope {
    const known = this.scopeOf.get(node)
    if (known) return known
    const scope = this.nearestScope(node)
    this.scopeOf.set(node, scope)
    return scope
  }

  /** As ESLint has it: the innermost scope that a node or one of its ancestors opens; of the program, the outermost. */
  private nearestScope(of: TSESTree.Node): Scope {
    const { scopeManager } = this
    const isInner = of.type !== 'Program'
    for (let node: TSESTree.Node | undefined = of; node; node = node.parent) {
      const scope = scopeManager.acquire(node, isInner)
      if (scope) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope
    }
    const [outermost] = scopeManager.scopes
    if (!outermost) throw new TypeError('A file has no scope.')
    return outermost
  }

  getDeclaredVariables(node: TSESTree.Node): readonly TSESLint.Scope.Variable[] {
    return this.scopeManager.getDeclaredVariables(node)
  }

  getAllComments(): TSESTree.Comment[] {
    if (!this.knownComments) {
      const comments = this.parsed.comments()
      // ESLint's own kind for the line that names an interpreter.
      const [first] = comments
      if (first && this.text.startsWith('#!') && first.range[0] === 0) Object.assign(first, { type: 'Shebang' })
      this.knownComments = comments
    }
    return this.knownComments
  }

  getCommentsInside({ range: [start, end] }: NodeOrToken): TSESTree.Comment[] {
    return this.mayHoldComments(start, end)
      ? this.getAllComments().filter(({ range }) => range[0] >= start && range[1] <= end)
      : []
  }

  private mayHoldComments(start: number, end: number): boolean {
    const text = this.text.slice(start, end)
    return text.includes('//') || text.includes('/*')
  }

  getCommentsBefore({ range: [start] }: NodeOrToken): TSESTree.Comment[] {
    const before = this.text.slice(0, start).trimEnd()
    const line = before.slice(lastLineStart(before))
    // Most nodes follow code, or nothing.
    if (!line.includes('//') && !line.endsWith('*/') && !line.startsWith('#!')) return []
    const found: TSESTree.Comment[] = []
    let from = start
    for (const comment of this.getAllComments().toReversed()) {
      if (comment.range[1] > from) continue
      if (this.text.slice(comment.range[1], from).trim() !== '') break
      found.unshift(comment)
      from = comment.range[0]
    }
    return found
  }

  getCommentsAfter({ range: [, end] }: NodeOrToken): TSESTree.Comment[] {
    const found: TSESTree.Comment[] = []
    if (!/^\s*\/[/*]/.test(this.text.slice(end))) return found
    let from = end
    for (const comment of this.getAllComments()) {
      if (comment.range[0] < from) continue
      if (this.text.slice(from, comment.range[0]).trim() !== '') break
      found.push(comment)
      from = comment.range[1]
    }
    return found
  }

  getFirstToken(node: NodeOrToken, choice?: TokenChoice): TSESTree.Token | null {
    return this.tokenIndex.first(node, choice)
  }

  getLastToken(node: NodeOrToken, choice?: TokenChoice): TSESTree.Token | null {
    return this.tokenIndex.last(node, choice)
  }

  getTokenBefore(node: NodeOrToken, choice?: TokenChoice): TSESTree.Token | null {
    return this.tokenIndex.before(node, choice)
  }

  getTokenAfter(node: NodeOrToken, choice?: TokenChoice): TSESTree.Token | null {
    return this.tokenIndex.after(node, choice)
  }

  private get tokenIndex(): TokenIndex {
    this.tokens ??= new TokenIndex(this.ast.tokens ?? [], () => this.getAllComments())
    return this.tokens
  }

  /** The innermost node that an index stands in. */
  getNodeByRangeIndex(index: number): TSESTree.Node | null {
    const holds = ({ range }: TSESTree.Node) => range[0] <= index && index < range[1]
    let found: TSESTree.Node | null = null
    let next: TSESTree.Node | undefined = holds(this.ast) ? this.ast : undefined
    for (; next; next = childrenOf(next, this.visitorKeys).find(holds)) found = next
    return found
  }

  /** Tells listeners of all nodes, in the order in which ESLint does. */
  walk({ byType }: Listeners, fail: (rule: string, error: unknown) => void) {
    const { visitorKeys } = this
    const toAll = byType.get('*')
    const broken = new Set<string>()
    const tell = (listeners: readonly Listener[] | undefined, node: TSESTree.Node) => {
      for (const { rule, hear } of listeners ?? []) {
        if (broken.has(rule)) continue
        try {
          hear(node)
        } catch (error) {
          broken.add(rule)
          fail(rule, error)
        }
      }
    }
    const visit = (node: TSESTree.Node) => {
      const listeners = byType.get(node.type)
      if (toAll) tell(toAll.enter, node)
      if (listeners) tell(listeners.enter, node)
      forEachChild(node, visitorKeys, visit)
      if (toAll) tell(toAll.exit, node)
      if (listeners) tell(listeners.exit, node)
    }
    visit(this.ast)
  }

  private get parsed(): ParsedFile {
    if (!this.parsedFile) {
      try {
        this.parsedFile = this.file.parse()
      } catch (error) {
        throw new Unparsable('The file cannot be parsed.', { cause: error })
      }
      const { ast, visitorKeys } = this.parsedFile
      setParents(ast, visitorKeys)
      let tokens: TSESTree.Token[] | undefined
      Object.defineProperties(ast, {
        tokens: { get: () => (tokens ??= this.parsed.tokens()), enumerable: false, configurable: true },
        comments: { get: () => this.getAllComments(), enumerable: false, configurable: true },
      })
    }
    return this.parsedFile
  }

  /** ESLint's own, for what is seldom asked. */
  asWhole(): TSESLint.SourceCode {
    if (!this.whole) {
      const { SourceCode }: typeof import('@typescript-eslint/utils').TSESLint = require('eslint')
      const { ast, scopeManager, visitorKeys } = this
      this.whole = new SourceCode({
        text: this.text,
        ast,
        parserServices: this.parserServices,
        scopeManager,
        visitorKeys,
        hasBOM: false,
        // Its types ask for services that are complete.
      } as ConstructorParameters<typeof SourceCode>[0] & object)
    }
    return this.whole
  }
}

/** The questions that ESLint's own class answers. */
const borrowed = [
  'commentsExistBetween',
  'getFirstTokenBetween',
  'getFirstTokens',
  'getFirstTokensBetween',
  'getLastTokenBetween',
  'getLastTokens',
  'getLastTokensBetween',
  'getTokenByRangeStart',
  'getTokens',
  'getTokensAfter',
  'getTokensBefore',
  'getTokensBetween',
  'isGlobalReference',
  'isSpaceBetween',
  'markVariableAsUsed',
] as const

for (const name of borrowed) {
  Object.defineProperty(LazySource.prototype, name, {
    value(this: LazySource, ...given: readonly unknown[]): unknown {
      const whole = this.asWhole()
      return Reflect.apply(Reflect.get(whole, name), whole, given)
    },
  })
}

function answersLikeSource(source: object): source is Readonly<TSESLint.SourceCode> {
  return borrowed.every((name) => name in source)
}

function lastLineStart(text: string): number {
  return Math.max(...['\n', '\r', '\u2028', '\u2029'].map((end) => text.lastIndexOf(end))) + 1
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length
}

function setParents(node: TSESTree.Node, visitorKeys: VisitorKeys) {
  forEachChild(node, visitorKeys, (child) => {
    child.parent = node
    setParents(child, visitorKeys)
  })
}
