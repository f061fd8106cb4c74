import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { variableOf, type Node, type Scope, type Source } from './source.ts'

/** What a new name takes: an import, and perhaps a statement behind the imports. */
export interface Wanted {
  readonly module: string
  /** The export to import; `default` for the default export. */
  readonly imported: string
  /** The name it has in the file. */
  readonly local: string
  readonly declares?: string
}

/** An import as a row writes it: `import { Roarr as log } from 'roarr'`. */
export function wantedOf(imports: string): Wanted {
  const match = /^import (?:\{ (\w+)(?: as (\w+))? \}|(\w+)) from '(.+)'$/.exec(imports)
  if (!match)
    throw new TypeError(`'${imports}' must be an import of one name, such as import { logger } from 'module'.`)
  const [, imported = 'default', renamed, byDefault, module = ''] = match
  return { module, imported, local: renamed ?? byDefault ?? imported }
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

/** Whether a name can be brought into a file: nothing else has it, or the very import that is wanted. */
export function canImport(source: Source, wanted: Wanted, declared?: string): boolean {
  const isTaken = (name: string) => moduleScopes(source).some(({ set }) => (set.get(name)?.defs.length ?? 0) > 0)
  return (
    (declared === undefined || !isTaken(declared)) && (!isTaken(wanted.local) || importOf(source, wanted) === 'there')
  )
}

function moduleScopes(source: Source): readonly Scope[] {
  return source.scopeManager?.scopes.filter(({ type }) => type === 'module' || type === 'global') ?? []
}

/** The import of a name, or the last named import of its module that could take it in. */
function importOf(source: Source, { module, imported, local }: Wanted): 'there' | TSESTree.ImportSpecifier | undefined {
  let last: TSESTree.ImportSpecifier | undefined
  for (const statement of source.ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== module || statement.importKind === 'type')
      continue
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier') {
        if (specifier.imported.name === imported && specifier.local.name === local) return 'there'
        last = specifier
      } else if (
        specifier.type === 'ImportDefaultSpecifier' &&
        imported === 'default' &&
        specifier.local.name === local
      )
        return 'there'
    }
  }
  return imported === 'default' ? undefined : last
}

/** Adds an import, and what it declares, once: nothing where the file has the import already. */
export function addImport(source: Source, fixer: TSESLint.RuleFixer, wanted: Wanted): TSESLint.RuleFix[] {
  const existing = importOf(source, wanted)
  const end = usesSemicolons(source) ? ';' : ''
  const last = source.ast.body.findLast(isImport)
  const declared = wanted.declares === undefined ? '' : `\n\n${wanted.declares}${end}`
  if (existing === 'there') return last && declared !== '' ? [fixer.insertTextAfter(last, declared)] : []
  if (existing) {
    const added = fixer.insertTextAfter(existing, `, ${specifierOf(wanted)}`)
    return last && declared !== '' ? [added, fixer.insertTextAfter(last, declared)] : [added]
  }
  const line = importLine(source, wanted)
  if (last) return [fixer.insertTextAfter(last, `\n${line}${declared}`)]
  const first = source.ast.body.find((statement) => !isDirective(statement))
  return first ? [fixer.insertTextBefore(first, `${line}${declared}\n`)] : []
}

/** The whole import as the file would write it. */
export function importLine(source: Source, wanted: Wanted): string {
  const { module, imported, local } = wanted
  const quote = /from "[^"]*"|require\("[^"]*"\)/.test(source.text) ? '"' : "'"
  const end = usesSemicolons(source) ? ';' : ''
  const specifier = `${quote}${module}${quote}`
  const isDefault = imported === 'default'
  if (!isCommonJs(source)) return `import ${isDefault ? local : `{ ${specifierOf(wanted)} }`} from ${specifier}${end}`
  return `const ${isDefault ? local : `{ ${specifierOf(wanted).replace(' as ', ': ')} }`} = require(${specifier})${end}`
}

function specifierOf({ imported, local }: Wanted): string {
  return imported === local ? imported : `${imported} as ${local}`
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

export function usesSemicolons(source: Source): boolean {
  return /;[ \t]*(?:\r?\n|$)/.test(source.text)
}

/** A module that is loaded by `require('…')` or `import('…')`, and its specifier. */
export function loadedModule(
  source: Source,
  node: TSESTree.CallExpression | TSESTree.ImportExpression,
): string | undefined {
  if (node.type === 'CallExpression' && !isRequire(source, node.callee)) return undefined
  const specifier = node.type === 'ImportExpression' ? node.source : node.arguments[0]
  if (specifier?.type === 'TemplateLiteral' && specifier.expressions.length === 0) return specifier.quasis[0]?.value.raw
  return specifier?.type === 'Literal' && typeof specifier.value === 'string' ? specifier.value : undefined
}

/** `require`, also the one that `createRequire(import.meta.url)` makes. */
function isRequire(source: Source, callee: Node): boolean {
  if (callee.type !== 'Identifier' || callee.name !== 'require') return false
  const definition = variableOf(source, callee)?.defs[0]
  if (!definition) return true
  const init = definition.type === 'Variable' ? definition.node.init : undefined
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'createRequire'
}
