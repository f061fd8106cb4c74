import Module, { createRequire } from 'node:module'
import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type ts from 'typescript'

/** The parts of the TypeScript parser that this plugin comes with. */
export interface ParserParts {
  /** Makes the tree of ESLint of one of the compiler. */
  astConverter(
    file: ts.SourceFile,
    settings: object,
    shouldPreserveNodeMaps: boolean,
  ): {
    readonly estree: TSESTree.Program
    readonly astMaps: {
      readonly esTreeNodeToTSNodeMap: Pick<WeakMap<TSESTree.Node, ts.Node>, 'has'> & {
        get(node: TSESTree.Node): ts.Node
      }
      readonly tsNodeToESTreeNodeMap: Pick<WeakMap<ts.Node, TSESTree.Node>, 'get' | 'has'>
    }
  }
  /** Makes the tokens of a tree of the compiler alone, where the converter has a part that does. */
  readonly convertTokens?: ((file: ts.SourceFile) => TSESTree.Token[]) | undefined
  analyze(ast: TSESTree.Program, options: object): TSESLint.Scope.ScopeManager
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>
}

const require = createRequire(import.meta.url)
let loaded: ParserParts | undefined

/** Loads the parts, each as the parser itself would find it. */
export function parserParts(): ParserParts {
  if (!loaded) {
    const ofParser = createRequire(require.resolve('@typescript-eslint/parser'))
    const { astConverter }: Pick<ParserParts, 'astConverter'> = ofParser(
      '@typescript-eslint/typescript-estree/use-at-your-own-risk',
    )
    const { analyze }: Pick<ParserParts, 'analyze'> = ofParser('@typescript-eslint/scope-manager')
    const { visitorKeys }: Pick<ParserParts, 'visitorKeys'> = ofParser('@typescript-eslint/visitor-keys')
    loaded = { astConverter, analyze, visitorKeys, convertTokens: tokensOf(ofParser) }
  }
  return loaded
}

/** A part that the converter does not offer, but without which the whole tree would have to be made again for its tokens. */
function tokensOf(ofParser: NodeJS.Require): ParserParts['convertTokens'] {
  try {
    const converter = ofParser.resolve('@typescript-eslint/typescript-estree')
    const { convertTokens }: Pick<ParserParts, 'convertTokens'> = require(
      path.join(path.dirname(converter), 'node-utils.js'),
    )
    return typeof convertTokens === 'function' ? convertTokens : undefined
  } catch (error) {
    // Another version may keep it elsewhere; then there is the long way.
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/**
 * Loads something that itself loads `typescript`, so that it gets the compiler that is running. The numbers in a tree
 * differ between versions, and `typescript` may be the name of another one, as where TypeScript 7 stands beside.
 */
export function loadWithCompiler<T>(compiler: typeof ts, load: () => T): T {
  const before = new Map<string, NodeJS.Module | undefined>()
  if (loaded) return load()
  for (const place of placesOfCompiler()) {
    before.set(place, require.cache[place])
    const stand = new Module(place)
    Object.assign(stand, { filename: place, loaded: true, exports: compiler })
    require.cache[place] = stand
  }
  try {
    return load()
  } finally {
    for (const [place, module] of before) {
      if (module) require.cache[place] = module
      else delete require.cache[place]
    }
  }
}

/** Where the parser's parts would find `typescript`. */
function placesOfCompiler(): ReadonlySet<string> {
  const ofParser = createRequire(require.resolve('@typescript-eslint/parser'))
  const ofConverter = createRequire(ofParser.resolve('@typescript-eslint/typescript-estree'))
  const askers = [ofConverter, createRequire(ofConverter.resolve('ts-api-utils'))]
  return new Set(askers.map((asker) => asker.resolve('typescript')))
}
