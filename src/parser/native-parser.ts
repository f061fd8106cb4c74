import { createRequire } from 'node:module'
import type { AnalyzeOptions } from '@typescript-eslint/scope-manager'
import type { Linter } from 'eslint'
import { parseTypeScript } from './parse.ts'
import { visitorKeys } from './tree.ts'

const require = createRequire(import.meta.url)

/** What of `parserOptions` counts without TypeScript. The others are about programs. */
interface Options extends AnalyzeOptions {
  readonly filePath?: string
  readonly ecmaFeatures?: { readonly jsx?: boolean; readonly globalReturn?: boolean }
  readonly experimentalDecorators?: boolean
  readonly isolatedDeclarations?: boolean
}

/** A parser that gives ESLint scopes and services with the tree. */
export type ScopedParser = Extract<Linter.ESTreeParser, { parseForESLint: unknown }>

/** A parser for ESLint that needs no TypeScript: `oxc-parser`, and the scopes of typescript-eslint. */
export const nativeParser: ScopedParser = {
  meta: { name: 'eslint-plugin-backend/native-parser', version: '1' },
  parseForESLint(text: string, options: Options = {}) {
    const { analyze }: typeof import('@typescript-eslint/scope-manager') = require('@typescript-eslint/scope-manager')
    const sourceType = options.sourceType === 'module' ? 'module' : 'script'
    const ast = parseTypeScript(text, options.filePath ?? 'file.ts', { jsx: options.ecmaFeatures?.jsx === true })
    ast.sourceType = sourceType
    const scopeManager = analyze(ast, {
      sourceType,
      globalReturn: options.ecmaFeatures?.globalReturn ?? false,
      jsxPragma: options.jsxPragma === undefined ? 'React' : options.jsxPragma,
      jsxFragmentName: options.jsxFragmentName ?? null,
      lib: options.lib ?? ['esnext'],
    })
    // ESLint types the tree and its scopes by ESTree's nodes, which have none of TypeScript's. The objects are the same.
    return { ast, scopeManager, visitorKeys: visitorKeys(), services: servicesOf(options) } as never
  },
}

/** As typescript-eslint says it of a file without a program. Rules that need types find none, and say so. */
function servicesOf({ emitDecoratorMetadata, experimentalDecorators, isolatedDeclarations }: Options): object {
  return {
    program: null,
    emitDecoratorMetadata: emitDecoratorMetadata === true,
    experimentalDecorators: experimentalDecorators === true,
    isolatedDeclarations: isolatedDeclarations === true,
  }
}
