import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import type ts from 'typescript'
import { commentsIn } from './comments-in.ts'
import { forEachChild } from '../source/children.ts'
import type { HostFile, ParsedFile } from '../source/file.ts'
import { loadWithCompiler, parserParts, type ParserParts } from './parser-parts.ts'

/** What a program and its compiler are to a file. */
export interface Compilation {
  /** The compiler that made the program: the numbers in its trees are this one's. */
  readonly compiler: typeof ts
  readonly program: ts.Program
  /** See `HostFile`. */
  readonly cwd: string
}

interface ConvertedFile {
  readonly parsed: ParsedFile
  readonly maps: ReturnType<ParserParts['astConverter']>['astMaps']
}

/** A file of a program, its tree made of the one that the compiler has in memory, which stays as it is. */
export function typescriptFile({ compiler, program, cwd }: Compilation, sourceFile: ts.SourceFile): HostFile {
  let file: ConvertedFile | undefined
  const converted = () => {
    // Binding sets the parents that the conversion goes by.
    if (!file) program.getTypeChecker()
    file ??= convert(compiler, sourceFile)
    return file
  }
  return {
    filename: path.resolve(program.getCurrentDirectory(), sourceFile.fileName),
    cwd,
    text: sourceFile.text,
    services: servicesOf(program, () => converted().maps),
    parse: () => converted().parsed,
  }
}

/** As the parser of ESLint sets them, but for the tokens and comments. */
const settings = {
  loc: true,
  range: true,
  tokens: null,
  comment: false,
  allowInvalidAST: false,
  errorOnUnknownASTType: false,
  suppressDeprecatedPropertyWarnings: true,
}

/**
 * Makes the tree of ESLint of one of the compiler.
 * @param compiler the one that made the tree
 * @param sourceFile the tree, whose nodes know their parents
 * @throws what the converter says of code that does not parse
 */
export function convert(compiler: typeof ts, sourceFile: ts.SourceFile): ConvertedFile {
  const parts = loadWithCompiler(compiler, parserParts)
  const { estree, astMaps } = parts.astConverter(sourceFile, { ...settings }, true)
  return { parsed: parsed(sourceFile, estree, parts), maps: astMaps }
}

function parsed(sourceFile: ts.SourceFile, ast: TSESTree.Program, parts: ParserParts): ParsedFile {
  const { visitorKeys } = parts
  const isCommon = /\.cjs$/.test(sourceFile.fileName)
  ast.sourceType = isCommon ? 'script' : 'module'
  return {
    ast,
    visitorKeys,
    comments: () =>
      commentsIn(
        sourceFile.text,
        () => literalsOf(ast, visitorKeys),
        (index) => placeIn(sourceFile, index),
      ),
    tokens: () =>
      parts.convertTokens?.(sourceFile) ??
      parts.astConverter(sourceFile, { ...settings, tokens: [] }, false).estree.tokens ??
      [],
    // The types of the compiler's libraries are no variables of the file, and nobody asks for them.
    scopes: () => parts.analyze(ast, { sourceType: ast.sourceType, globalReturn: isCommon, lib: [] }),
  }
}

function placeIn(sourceFile: ts.SourceFile, index: number): TSESTree.Position {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(index)
  return { line: line + 1, column: character }
}

const literals = new Set(['Literal', 'TemplateElement', 'JSXText'])

function literalsOf(ast: TSESTree.Program, visitorKeys: ParsedFile['visitorKeys']): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  const stack: TSESTree.Node[] = [ast]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (literals.has(next.type)) found.push(next.range)
    forEachChild(next, visitorKeys, (child) => stack.push(child))
  }
  return found
}

/** The services of typescript-eslint's parser. The maps are made with the tree. */
function servicesOf(program: ts.Program, maps: () => ConvertedFile['maps']): object {
  const toTs = (node: TSESTree.Node) => maps().esTreeNodeToTSNodeMap.get(node)
  const options = program.getCompilerOptions()
  return {
    program,
    emitDecoratorMetadata: options.emitDecoratorMetadata ?? false,
    experimentalDecorators: options.experimentalDecorators ?? false,
    isolatedDeclarations: options.isolatedDeclarations ?? false,
    esTreeNodeToTSNodeMap: { get: toTs, has: (node: TSESTree.Node) => maps().esTreeNodeToTSNodeMap.has(node) },
    tsNodeToESTreeNodeMap: {
      get: (node: ts.Node) => maps().tsNodeToESTreeNodeMap.get(node),
      has: (node: ts.Node) => maps().tsNodeToESTreeNodeMap.has(node),
    },
    getTypeAtLocation: (node: TSESTree.Node) => program.getTypeChecker().getTypeAtLocation(toTs(node)),
    getSymbolAtLocation: (node: TSESTree.Node) => program.getTypeChecker().getSymbolAtLocation(toTs(node)),
  }
}
