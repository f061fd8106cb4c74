import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit'
import type { FileComment, FileForm } from './comments.ts'
import { noScopes, noTypes } from './no-program.ts'

interface Location {
  readonly line: number
  readonly column: number
}

/** The one node of a file that is no program. */
export interface FileNode {
  readonly type: FileForm['root']
  readonly range: [number, number]
  readonly loc: { readonly start: Location; readonly end: Location }
  /** What a program would hold. */
  readonly body: readonly []
  readonly sourceType: 'module'
}

interface CommentNode extends FileComment {
  readonly range: [number, number]
  readonly loc: { readonly start: Location; readonly end: Location }
}

interface Problem {
  readonly ruleId: null
  readonly message: string
  readonly loc: { readonly start: Location; readonly end: Location }
}

const directiveTypes = {
  'eslint-disable': 'disable',
  'eslint-enable': 'enable',
  'eslint-disable-line': 'disable-line',
  'eslint-disable-next-line': 'disable-next-line',
} as const

const parser = new ConfigCommentParser()

/** A file as ESLint walks it: one node that is the whole text, and the comments that switch rules off. */
export class FileSourceCode extends TextSourceCodeBase<{
  LangOptions: Record<string, unknown>
  RootNode: FileNode
  SyntaxElementWithLoc: FileNode | CommentNode
  ConfigNode: CommentNode
}> {
  readonly visitorKeys = {}
  readonly scopeManager = noScopes
  readonly parserServices = noTypes
  readonly tokensAndComments = []
  private readonly form: FileForm
  private comments: CommentNode[] | undefined

  constructor(text: string, ast: FileNode, form: FileForm) {
    super({ text, ast })
    this.form = form
  }

  getScope() {
    return noScopes.globalScope
  }

  getFirstToken(): null {
    return null
  }

  getTokenBefore(): null {
    return null
  }

  getTokenAfter(): null {
    return null
  }

  override getParent(): undefined {
    return undefined
  }

  override traverse(): Iterable<VisitNodeStep> {
    return [1 as const, 2 as const].map((phase) => new VisitNodeStep({ target: this.ast, phase, args: [this.ast] }))
  }

  getAllComments(): CommentNode[] {
    this.comments ??= this.form.commentsOf(this.text).map((comment) => this.commentNode(comment))
    return this.comments
  }

  private commentNode({ value, start, end: close }: FileComment): CommentNode {
    // A line that ends with two characters does not end inside its comment.
    const end = this.text.charAt(close - 1) === '\r' ? close - 1 : close
    const loc = { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) }
    return { value: value.trimEnd(), start, end, range: [start, end], loc }
  }

  /** The comments that speak to ESLint. */
  getInlineConfigNodes(): CommentNode[] {
    if (!/\beslint-/.test(this.text)) return []
    return this.getAllComments().filter(({ value }) => /^\s*eslint-/.test(value))
  }

  getDisableDirectives(): { readonly problems: Problem[]; readonly directives: Directive[] } {
    const problems: Problem[] = []
    const directives: Directive[] = []
    for (const node of this.getInlineConfigNodes()) {
      const { label, value, justification } = parser.parseDirective(node.value) ?? {}
      if (label === undefined || value === undefined || justification === undefined || !isDirective(label)) continue
      if (label === 'eslint-disable-line' && node.loc.start.line !== node.loc.end.line) {
        problems.push({ ruleId: null, message: `${label} comment should not span multiple lines.`, loc: node.loc })
      } else directives.push(new Directive({ type: directiveTypes[label], node, value, justification }))
    }
    return { problems, directives }
  }

  /** Rules cannot be configured from inside such a file. */
  applyInlineConfig(): { readonly configs: []; readonly problems: [] } {
    return { configs: [], problems: [] }
  }
}

function isDirective(label: string): label is keyof typeof directiveTypes {
  return Object.hasOwn(directiveTypes, label)
}
