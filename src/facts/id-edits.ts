import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import type { Ids } from './ids.ts'
import { addImport, canImport, importLine, nameOfModule, removeLine, type Wanted } from './imports.ts'
import type { Node, Source, RuleContext } from './source.ts'

/** The function of the project that makes ids. */
export interface Helper {
  readonly module: string
  readonly name?: string
}

export interface GeneratorEdit {
  /** The call that takes the place of the others. */
  readonly helper: string
  fix(fixer: TSESLint.RuleFixer): TSESLint.RuleFix[]
}

/** How to make the ids of a finding with the helper instead; `undefined` where no helper is known, or a use is no plain call. */
export function replaceGenerators(
  context: RuleContext,
  ids: Ids,
  node: Node,
  helper: Helper | undefined,
): GeneratorEdit | undefined {
  const { sourceCode } = context
  const calls = callsToReplace(sourceCode, ids, node)
  const instead = calls && replacementFor(context, helper)
  if (!calls || !instead || (instead.wanted && !canImport(sourceCode, instead.wanted))) return undefined
  return {
    helper: instead.call,
    fix: (fixer) => [
      ...calls.map((call) => fixer.replaceText(call, instead.call)),
      ...moveImport(sourceCode, fixer, node, instead.wanted),
    ],
  }
}

function replacementFor(
  { sourceCode, filename }: RuleContext,
  helper: Helper | undefined,
): { call: string; wanted?: Wanted } | undefined {
  const known = helperInScope(sourceCode)
  if (known) return { call: `${known}()` }
  if (helper) {
    const { module, name = 'generateKSUID' } = helper
    const local = name === 'default' ? nameOfModule(module) : name
    return { call: `${local}()`, wanted: { module, imported: name, local } }
  }
  if (!packageAround(filename)?.dependencies.has('ksuid')) return undefined
  return { call: 'KSUID.randomSync().string', wanted: { module: 'ksuid', imported: 'default', local: 'KSUID' } }
}

/** `generateKSUID`, where the file imports or declares it. */
function helperInScope(source: Source): string | undefined {
  const scopes = source.scopeManager?.scopes ?? []
  return scopes
    .filter(({ type }) => type === 'module' || type === 'global')
    .flatMap(({ variables }) => variables)
    .find(({ name, defs }) => /^generate_?ksuid$/i.test(name) && defs.length > 0)?.name
}

/** The calls behind a finding, when each is a plain `make()`. */
function callsToReplace(source: Source, ids: Ids, node: Node): TSESTree.CallExpression[] | undefined {
  if (node.type === 'MemberExpression') return isPlainCall(node.parent, node) ? [node.parent] : undefined
  if (node.type !== 'ImportDeclaration' && node.type !== 'ImportSpecifier') return undefined
  const specifiers = node.type === 'ImportSpecifier' ? [node] : node.specifiers
  const calls: TSESTree.CallExpression[] = []
  for (const specifier of specifiers) {
    for (const { identifier } of source.getDeclaredVariables?.(specifier).flatMap(({ references }) => references) ??
      []) {
      const maker = specifier.type === 'ImportSpecifier' ? identifier : identifier.parent
      if (!ids.isGenerator(maker) || !isPlainCall(maker.parent, maker)) return undefined
      calls.push(maker.parent)
    }
  }
  return calls.length > 0 ? calls : undefined
}

function isPlainCall(call: Node | undefined, callee: Node): call is TSESTree.CallExpression {
  return call?.type === 'CallExpression' && call.callee === callee && call.arguments.length === 0 && !call.optional
}

/** Takes away the import that nothing uses any more, and adds the one that is used instead. */
export function moveImport(
  source: Source,
  fixer: TSESLint.RuleFixer,
  node: Node,
  wanted: Wanted | undefined,
): TSESLint.RuleFix[] {
  const isWhole =
    node.type === 'ImportDeclaration' ||
    (node.type === 'ImportSpecifier' && node.parent.type === 'ImportDeclaration' && node.parent.specifiers.length === 1)
  if (!isWhole) return [...removeSpecifier(source, fixer, node), ...(wanted ? addImport(source, fixer, wanted) : [])]
  const declaration = node.type === 'ImportSpecifier' ? node.parent : node
  if (!wanted) return [removeLine(source, fixer, declaration)]
  const added = addImport(source, fixer, wanted)
  // The import that goes may be the place behind which the new one would stand.
  return added.some(({ range }) => range[0] === declaration.range[1])
    ? [fixer.replaceText(declaration, importLine(source, wanted))]
    : [...added, removeLine(source, fixer, declaration)]
}

function removeSpecifier(source: Source, fixer: TSESLint.RuleFixer, node: Node): TSESLint.RuleFix[] {
  if (node.type !== 'ImportSpecifier') return []
  const next = source.getTokenAfter(node)
  if (next?.value === ',') return [fixer.removeRange([node.range[0], (source.getTokenAfter(next) ?? next).range[0]])]
  const before = source.getTokenBefore(node)
  return before?.value === ',' ? [fixer.removeRange([before.range[0], node.range[1]])] : []
}
