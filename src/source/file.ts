import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { VisitorKeys } from './children.ts'

/** A file as a host hands it over. */
export interface HostFile {
  /** The absolute path. */
  readonly filename: string
  /** The folder below which paths tell what a file is for, as ESLint's `cwd` does. */
  readonly cwd: string
  /** What the file says, without a byte order mark. */
  readonly text: string
  /** What the host's checker knows of the file, in the form of a parser's services; empty where it has none. */
  readonly services: object
  /**
   * The tree. Asked for once, and only when a rule wants to see it.
   * @throws whatever says that the file cannot be parsed; there are no findings in it then.
   */
  parse(): ParsedFile
}

/** A file as its parser saw it. Everything beside the tree is made when a rule first asks for it. */
export interface ParsedFile {
  /** The tree as typescript-eslint makes it, with `range` and `loc`; parents, tokens and comments are added here. */
  readonly ast: TSESTree.Program
  readonly visitorKeys: VisitorKeys
  comments(): TSESTree.Comment[]
  tokens(): TSESTree.Token[]
  scopes(): TSESLint.Scope.ScopeManager
}
