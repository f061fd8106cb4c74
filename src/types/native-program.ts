import type {
  ApiSymbol,
  ApiType,
  Checker,
  NativeNode,
  Program,
  Project,
  SourceFile,
  SyntaxKinds,
} from './native-api.ts'
import { NativeNodes } from './native-nodes.ts'
import { NativeType } from './native-type.ts'
import { distinct, placeIn } from './place.ts'
import { ambientModuleOf, fullName, isIndex } from './symbols.ts'
import type { Declaration, Place } from './type.ts'

/** `ts.SymbolFlags.Alias` and `ts.SymbolFlags.Transient`. */
const aliasSymbol = 2097152
const transientSymbol = 33554432

/** The one who guards questions: an answer that does not come is `undefined`. */
export interface Guard {
  ask<Answer>(question: () => Answer): Answer | undefined
}

/** A project in one snapshot, and what has been read of it for all its files. */
export class NativeProgram {
  readonly roots: ReadonlySet<string>
  readonly nodes: NativeNodes
  private readonly program: Program
  private readonly checker: Checker
  private readonly guard: Guard
  private readonly types = new Map<number, NativeType>()
  private readonly declarations = new Map<number, Declaration | null>()
  private readonly libraries = new Map<string, boolean>()
  private readonly installed: Map<string, Declaration>

  /** @param installed what is declared in packages, which stays when the project's own files change */
  constructor(
    { program, checker, rootFiles }: Project,
    kinds: SyntaxKinds,
    guard: Guard,
    installed: Map<string, Declaration>,
  ) {
    this.program = program
    this.checker = checker
    this.roots = new Set(rootFiles)
    this.nodes = new NativeNodes(kinds)
    this.guard = guard
    this.installed = installed
  }

  sourceFile(file: string): SourceFile | undefined {
    return this.ask(() => this.program.getSourceFile(file))
  }

  ask<Answer>(question: (checker: Checker) => Answer): Answer | undefined {
    return this.guard.ask(() => question(this.checker))
  }

  /** The types of the tokens at some positions of a file, by one question. */
  typesAtPositions(file: string, positions: readonly number[]): readonly (NativeType | undefined)[] {
    const types =
      this.ask((checker) => checker.getTypeAtPosition(file, positions)) ??
      positions.map((position) => this.ask((checker) => checker.getTypeAtPosition(file, [position]))?.[0])
    return types.map((type) => type && this.known(type))
  }

  /** The types at some nodes, by one question. */
  typesAt(nodes: readonly NativeNode[]): readonly (NativeType | undefined)[] {
    const types =
      this.ask((checker) => checker.getTypeAtLocation(nodes)) ??
      // One that is too much for the checker takes no other with it.
      nodes.map((node) => this.ask((checker) => checker.getTypeAtLocation([node]))?.[0])
    return types.map((type) => type && this.known(type))
  }

  expectedAt(node: NativeNode): NativeType | undefined {
    const type = this.ask((checker) => checker.getContextualType(node))
    return type && this.known(type)
  }

  declarationAt(node: NativeNode): Declaration | undefined {
    const symbol = this.ask((checker) => checker.getSymbolAtLocation(node))
    return symbol && this.declaration(symbol)
  }

  /** The type, unless the compiler could not make it out. */
  known(type: ApiType): NativeType | undefined {
    let known = this.types.get(type.id)
    if (known) return known
    if (type.isErrorType()) return undefined
    this.types.set(type.id, (known = new NativeType(type, this)))
    return known
  }

  all(types: readonly (ApiType | undefined)[] | undefined): readonly NativeType[] {
    return (types ?? []).flatMap((type) => (type && this.known(type)) ?? [])
  }

  /** What a symbol is declared as, behind aliases. */
  declaration(given: ApiSymbol): Declaration | undefined {
    let known = this.declarations.get(given.id)
    if (known === undefined) this.declarations.set(given.id, (known = this.ask(() => this.declare(given)) ?? null))
    return known ?? undefined
  }

  private declare(given: ApiSymbol): Declaration | undefined {
    const symbol = (given.flags & aliasSymbol) === 0 ? given : this.checker.getAliasedSymbol(given)
    if (symbol.declarations.length === 0 || isIndex(symbol)) return undefined
    const key = installedKey(symbol)
    const known = key === undefined ? undefined : this.installed.get(key)
    if (known) return known
    const ambientModule = ambientModuleOf(symbol, parentOf)
    const files = new Set(symbol.declarations.map(({ path }) => path))
    const places = distinct([...files].map((file) => this.placeOf(file, ambientModule)))
    const declaration = { name: fullName(symbol, parentOf), places }
    if (key !== undefined) this.installed.set(key, declaration)
    return declaration
  }

  private placeOf(file: string, ambientModule: string | undefined): Place {
    return placeIn(file, ambientModule, this.isLibrary(file))
  }

  private isLibrary(file: string): boolean {
    // Only these can be, so that the server need not be asked about others.
    if (!/\/lib\.[^/]*d\.ts$|\/@typescript\/lib-/i.test(file)) return false
    let known = this.libraries.get(file)
    if (known === undefined) {
      known = this.program.getSourceFileMetadata(file)?.isDefaultLibrary ?? false
      this.libraries.set(file, known)
    }
    return known
  }
}

function parentOf(symbol: ApiSymbol): ApiSymbol | undefined {
  return symbol.getParent()
}

/** What a symbol of packages is known by in every snapshot; `undefined` when the project declares it, or a part of it. */
function installedKey(symbol: ApiSymbol): string | undefined {
  const { name, flags, declarations } = symbol
  if (!declarations.every(({ path }) => path.includes('/node_modules/'))) return undefined
  // What the compiler has copied may be a member of the same, or of nothing.
  const outer = (flags & transientSymbol) === 0 ? [] : [symbol.getParent()?.name ?? '']
  return [name, ...outer, ...declarations.map(({ path, index }) => `${index} ${path}`)].join('\n')
}
