import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isGlobal, type Node, type Source } from './source.ts'

/** What a new name takes: an import, and perhaps a statement behind the imports. */
export interface Wanted {
  /** `import { logger } from '@/logger'`, as an ES module writes it. */
  readonly imports: string
  readonly declares?: string
}

/** The specifier of an import by name, by default or by namespace, written as ES modules write it. */
export function importOf(module: string, name: string): string {
  return name === 'default' ? `import ${nameOfModule(module)} from '${module}'` : `import { ${name} } from '${module}'`
}

/** A name for the default export of a module: `@/lib/app-logger` is `appLogger`. */
export function nameOfModule(module: string): string {
  const last =
    module
      .split('/')
      .at(-1)
      ?.replace(/\.[cm]?[jt]s$/, '') ?? ''
  return last.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '') || 'imported'
}

/** Adds an import, and what it declares, once: nothing where the file already has it. */
export function addImport(
  source: Source,
  fixer: TSESLint.RuleFixer,
  { imports, declares }: Wanted,
): TSESLint.RuleFix[] {
  const missing = [imports, declares].filter((line) => line !== undefined && !source.text.includes(line))
  if (missing.length === 0) return []
  const end = usesSemicolons(source) ? ';' : ''
  const lines = missing.map((line) => (line === imports && isCommonJs(source) ? asRequire(imports) : line) + end)
  const last = source.ast.body.findLast(isImport)
  if (last) {
    const [line = '', ...declared] = lines
    return [fixer.insertTextAfter(last, `\n${line}${declared.map((one) => `\n\n${one}`).join('')}`)]
  }
  const first = source.ast.body.find((statement) => !isDirective(statement))
  const before = first && (source.getCommentsBefore(first)[0] ?? first)
  return before && before.loc.start.line > 0 ? [fixer.insertTextBeforeRange(first.range, `${lines.join('\n')}\n`)] : []
}

/** Removes a statement with its line. */
export function removeLine(source: Source, fixer: TSESLint.RuleFixer, node: Node): TSESLint.RuleFix {
  const rest = /^[ \t]*\r?\n/.exec(source.text.slice(node.range[1]))
  return fixer.removeRange([node.range[0], node.range[1] + (rest?.[0].length ?? 0)])
}

function isImport(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'TSImportEqualsDeclaration') return true
  if (statement.type !== 'VariableDeclaration') return false
  const [declarator] = statement.declarations
  return (
    declarator?.init?.type === 'CallExpression' &&
    declarator.init.callee.type === 'Identifier' &&
    declarator.init.callee.name === 'require'
  )
}

function isDirective(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && typeof statement.directive === 'string'
}

/** A file that loads by `require` alone. */
function isCommonJs(source: Source): boolean {
  const { body } = source.ast
  if (source.ast.sourceType === 'script') return true
  return (
    body.some(isImport) &&
    !body.some(
      ({ type }) =>
        type === 'ImportDeclaration' ||
        type === 'ExportNamedDeclaration' ||
        type === 'ExportDefaultDeclaration' ||
        type === 'TSImportEqualsDeclaration',
    )
  )
}

function asRequire(imports: string): string {
  return imports.replace(
    /^import (.*) from ('.*')$/,
    (_, names: string, module: string) => `const ${names.replaceAll(' as ', ': ')} = require(${module})`,
  )
}

export function usesSemicolons(source: Source): boolean {
  return /;[ \t]*(?:\r?\n|$)/.test(source.text)
}

/** A module that is loaded by `require('…')` or `import('…')`, and its specifier. */
export function loadedModule(
  source: Source,
  node: TSESTree.CallExpression | TSESTree.ImportExpression,
): string | undefined {
  if (
    node.type === 'CallExpression' &&
    !(node.callee.type === 'Identifier' && node.callee.name === 'require' && isGlobal(source, node.callee, 'require'))
  )
    return undefined
  const specifier = node.type === 'ImportExpression' ? node.source : node.arguments[0]
  return specifier?.type === 'Literal' && typeof specifier.value === 'string' ? specifier.value : undefined
}
