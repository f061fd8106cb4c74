import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { exportersOf, specifierFor } from '../project/exporting.ts'
import { moveImport, type Helper } from './id-edits.ts'
import { addImport, canImport, type Wanted } from './imports.ts'
import { isExported, isExportedByName } from './exported-functions.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

/** The function of a project that makes KSUIDs, as far as it is known from a file. */
export interface KsuidHelper {
  readonly name: string
  /** The module as the file would import it. */
  readonly module: string
  /** Whether it gives a text back at once, as `KSUID.randomSync().string` does. */
  readonly givesText: boolean
}

const helperName = 'generate_?KSUID'

/** Whether a file is where the helper is declared. */
export function declaresHelper(source: Source): boolean {
  const scopes = source.scopeManager?.scopes ?? []
  return (
    scopes
      // The scope of a CommonJS module is that of a function.
      .filter(({ block }) => block.type === 'Program')
      .flatMap(({ variables }) => variables)
      .some(
        ({ name, defs }) =>
          /^generate_?ksuid$/i.test(name) && defs.some(({ type }) => type === 'FunctionName' || type === 'Variable'),
      )
  )
}

/** The helper from the options, or the one that the package around declares; several that differ are none. */
export function helperFor({ filename, sourceCode }: RuleContext, given: Helper | undefined): KsuidHelper | undefined {
  if (given) return { name: given.name ?? 'generateKSUID', module: given.module, givesText: true }
  const [found, ...others] = exportersOf(filename, helperName).filter(({ file }) => file !== filename)
  if (!found || others.length > 0) return undefined
  const isLater = /\basync\s+function\s+generate|=\s*async\b|\bPromise</.test(found.text)
  const givesText = !isLater && /\.string\b|\.toString\(\)|:\s*string\b/.test(found.text)
  return { name: found.name, module: specifierFor(filename, found.file, sourceCode.text), givesText }
}

/** Whether a call is all that an exported function does: a helper of its own. */
export function isWrapped(source: Source, call: TSESTree.CallExpression): boolean {
  const owner = ancestor(call, isFunction)
  if (!owner || !isFunction(owner) || !(isExported(owner) || isExportedByName(source, owner))) return false
  const given = returnedBy(owner)
  if (!given) return false
  const value = unwrapped(given)
  const made = unwrapped(textOf(call) ?? call)
  // A prefix makes it no less a helper.
  const parts = value.type === 'TemplateLiteral' ? value.expressions : [value]
  return parts.some((part) => isValueOf(source, unwrapped(part), made))
}

/** What a function gives that does nothing but prepare it: `const payload = randomBytes(16); return …` */
function returnedBy({ body }: FunctionNode): Node | null | undefined {
  if (!body || body.type !== 'BlockStatement') return body
  const last = body.body.at(-1)
  const prepares = body.body
    .slice(0, -1)
    .every((statement) => statement.type === 'VariableDeclaration' && statement.kind === 'const')
  return prepares && last?.type === 'ReturnStatement' ? last.argument : undefined
}

/** `KSUID.randomSync().string`, and `id.string` of `const id = KSUID.randomSync()` */
function isValueOf(source: Source, value: Node, made: Node): boolean {
  if (value === made) return true
  const name = value.type === 'MemberExpression' && nameOfKey(value) === 'string' ? value.object : value
  const kept = constantOf(source, name)
  if (!kept) return false
  const init = unwrapped(kept)
  return init === made || (init.type === 'AwaitExpression' && init.argument === made)
}

/** `KSUID.fromParts(from, Buffer.alloc(16))`: where the ids of a time begin, and no new id. */
export function isBoundary(source: Source, { arguments: [, payload] }: TSESTree.CallExpression): boolean {
  return (
    payload !== undefined && /\bBuffer\.(?:alloc|from)\(/.test(source.getText(constantOf(source, payload) ?? payload))
  )
}

/** What becomes of a call when the helper makes the id; `undefined` where it is no plain text that it makes. */
export function callHelper(source: Source, call: TSESTree.CallExpression, helper: KsuidHelper) {
  const whole = textOf(call)
  const wanted: Wanted = { module: helper.module, imported: helper.name, local: helper.name }
  const isPlain = call.arguments.length === 0 && whole !== undefined && helper.givesText && canImport(source, wanted)
  if (!isPlain || source.getCommentsInside(whole).length > 0) return undefined
  return {
    /** `await KSUID.random()` waits, and the helper does not: what runs in between changes. */
    isSame: nameOf(call) === 'randomSync',
    fix: (fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] => [
      fixer.replaceText(whole, `${helper.name}()`),
      ...importing(source, fixer, call, wanted),
    ],
  }
}

/** The whole of `KSUID.randomSync().string`, `(await KSUID.random()).toString()`. */
function textOf(call: TSESTree.CallExpression): Node | undefined {
  const made: Node = call.parent.type === 'AwaitExpression' ? call.parent : call
  const member = made.parent
  if (member?.type !== 'MemberExpression' || member.object !== made || member.optional) return undefined
  if (nameOfKey(member) === 'string') return member
  const { parent } = member
  const isCall = nameOfKey(member) === 'toString' && parent.type === 'CallExpression' && parent.callee === member
  return isCall && parent.arguments.length === 0 ? parent : undefined
}

function nameOf({ callee }: TSESTree.CallExpression): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? nameOfKey(callee) : undefined
}

/** The import of the helper; that of the package goes when this was its last use. */
function importing(
  source: Source,
  fixer: TSESLint.RuleFixer,
  { callee }: TSESTree.CallExpression,
  wanted: Wanted,
): TSESLint.RuleFix[] {
  const name = callee.type === 'MemberExpression' ? callee.object : callee
  const variable = name.type === 'Identifier' ? variableOf(source, name) : undefined
  const definition = variable?.defs[0]
  const isLast = variable?.references.length === 1
  const specifier = definition?.type === 'ImportBinding' && isLast ? definition.node : undefined
  const declaration = specifier?.parent
  if (declaration?.type !== 'ImportDeclaration' || declaration.specifiers.length > 1)
    return addImport(source, fixer, wanted)
  return moveImport(source, fixer, declaration, wanted)
}
