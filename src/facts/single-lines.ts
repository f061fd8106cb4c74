import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { nodesIn } from './nodes.ts'
import { nameOfKey, type Node, type Source } from './source.ts'
import type { Suppression } from './suppressions.ts'

/** What a rule of others reports, where a node alone shows it. The rule is known by its name without its plugin. */
const subjects: Readonly<Record<string, (node: Node) => boolean>> = {
  'no-console': (node) => node.type === 'MemberExpression' && isNamed(node.object, 'console'),
  'no-debugger': (node) => node.type === 'DebuggerStatement',
  'no-explicit-any': (node) => node.type === 'TSAnyKeyword',
  noExplicitAny: (node) => node.type === 'TSAnyKeyword',
  'no-non-null-assertion': (node) => node.type === 'TSNonNullExpression',
  'no-eval': (node) => node.type === 'CallExpression' && isNamed(node.callee, 'eval'),
  'no-new-func': (node) => node.type === 'NewExpression' && isNamed(node.callee, 'Function'),
  'no-process-exit': (node) => isMember(node, 'process', 'exit'),
  'no-process-env': (node) => isMember(node, 'process', 'env'),
  'no-var-requires': (node) => node.type === 'CallExpression' && isNamed(node.callee, 'require'),
  'no-require-imports': (node) => node.type === 'CallExpression' && isNamed(node.callee, 'require'),
  'global-require': (node) => node.type === 'CallExpression' && isNamed(node.callee, 'require'),
  'no-namespace': (node) => node.type === 'TSModuleDeclaration',
  'no-var': (node) => node.type === 'VariableDeclaration' && node.kind === 'var',
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function isMember(node: Node, owner: string, name: string): boolean {
  return node.type === 'MemberExpression' && isNamed(node.object, owner) && nameOfKey(node) === name
}

/** A suppression that reaches far, for the sake of one line. */
export interface SingleLine {
  /** The one line, counted from 1. */
  readonly line: number
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]
}

/** The one line that a suppression to the end of the file, or to its `enable`, is there for; `undefined` where the tree does not show it. */
export function singleLineOf(source: Source, { comment, onwards, text, tool }: Suppression): SingleLine | undefined {
  const tests = onwards.map((name) => subjects[name.slice(name.lastIndexOf('/') + 1)])
  if (tests.length === 0 || tests.some((test) => !test) || !isAlone(source, comment)) return undefined
  const enables = enablesBehind(source, comment, tool)
  if (enables.length > 1 || !enables.every((one) => isAlone(source, one))) return undefined
  const end = enables[0]?.range[0] ?? source.text.length
  const lines = new Set<number>()
  for (const node of nodesIn(source)) {
    const isMeant = node.range[0] >= comment.range[1] && node.range[0] < end && tests.some((test) => test?.(node))
    if (isMeant) lines.add(node.loc.start.line)
  }
  const [line] = lines
  if (line === undefined || lines.size > 1 || !isPlainLine(source, line)) return undefined
  const mark = `${tool}-disable`
  const instead = `// ${comment.value.trim().replace(/\s+/g, ' ').replace(mark, `${mark}-next-line`)}`
  return text.startsWith(mark)
    ? { line, fix: (fixer) => moved(source, fixer, [comment, ...enables], line, instead) }
    : undefined
}

function enablesBehind(source: Source, { range }: TSESTree.Comment, tool: string): readonly TSESTree.Comment[] {
  const enable = new RegExp(`^\\s*${tool}-enable(?:\\s|$)`)
  return source.getAllComments().filter((one) => one.range[0] > range[1] && enable.test(one.value))
}

/** Whether a comment has its lines to itself, so that they can go with it. */
function isAlone(source: Source, { loc }: TSESTree.Comment): boolean {
  const before = source.lines[loc.start.line - 1]?.slice(0, loc.start.column)
  const after = source.lines[loc.end.line - 1]?.slice(loc.end.column)
  return before?.trim() === '' && after?.trim() === ''
}

/** Whether a comment can stand above a line: none can in the middle of a template, or of what JSX shows. */
function isPlainLine(source: Source, line: number): boolean {
  const start = source.getIndexFromLoc({ line, column: 0 })
  const around = source.getNodeByRangeIndex(start)
  return around === null || !/^(?:Template|JSX)/.test(around.type)
}

function moved(
  source: Source,
  fixer: TSESLint.RuleFixer,
  gone: readonly TSESTree.Comment[],
  line: number,
  instead: string,
): TSESLint.RuleFix[] {
  const indent = /^\s*/.exec(source.lines[line - 1] ?? '')?.[0] ?? ''
  const start = source.getIndexFromLoc({ line, column: 0 })
  return [
    ...gone.map((comment) => fixer.removeRange(linesOf(source, comment))),
    fixer.insertTextBeforeRange([start, start], `${indent}${instead}\n`),
  ]
}

/** From the beginning of the first line of a comment to the end of its last, with the line end. */
function linesOf(source: Source, { loc, range }: TSESTree.Comment): readonly [number, number] {
  const after = /^[ \t]*(?:\r\n|\n|$)/.exec(source.text.slice(range[1]))?.[0] ?? ''
  return [range[0] - loc.start.column, range[1] + after.length]
}
