import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit'
import type { FileComment, FileForm } from './comments.ts'

interface Location {
  readonly line: number
  readonly column: number
}

/** The one node of a file that is no program. */
export interface FileNode {
  readonly type: FileForm['root']
  readonly range: [number, number]
  readonly loc: { readonly start: Location; readonly end: Location }
}

interface CommentNode extends FileComment {
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
  private readonly form: FileForm
  private configComments: CommentNode[] | undefined

  constructor(text: string, ast: FileNode, form: FileForm) {
    super({ text, ast })
    this.form = form
  }

  override getParent(): undefined {
    return undefined
  }

  override traverse(): Iterable<VisitNodeStep> {
    return [1 as const, 2 as const].map((phase) => new VisitNodeStep({ target: this.ast, phase, args: [this.ast] }))
  }

  /** The comments that speak to ESLint. */
  getInlineConfigNodes(): CommentNode[] {
    this.configComments ??= /\beslint-/.test(this.text)
      ? this.form
          .commentsOf(this.text)
          .filter(({ value }) => /^\s*eslint-/.test(value))
          .map((comment) => ({
            ...comment,
            loc: { start: this.getLocFromIndex(comment.start), end: this.getLocFromIndex(comment.end) },
          }))
      : []
    return this.configComments
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
