import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils'
import type ts from 'typescript'
import { awaitedOf } from './awaited.ts'
import { flagsBy, isEnum, kindOf, type TypeFlags } from './flags.ts'
import { commonNames, isAssignableBy } from './joined.ts'
import { distinct, placeIn } from './place.ts'
import { ambientModuleOf, fullName, isIndex, isNamed, writtenName } from './symbols.ts'
import { isBesideExpectations, writtenType } from './written.ts'
import type { Declaration, Place, Type, TypeKind, Types } from './type.ts'

/** `ts.SignatureKind.Call`, `ts.SymbolFlags.Alias` and `ts.ObjectFlags.Reference`, the same from TypeScript 5 to 7. */
const callSignature = 0
const aliasSymbol = 2097152
const reference = 4

/** What of typescript-eslint's services the types are read from. */
export type ProgramServices = Pick<ParserServicesWithTypeInformation, 'program' | 'esTreeNodeToTSNodeMap'>

/** The types of one file, by the program that the parser came with. It never makes a program of its own. */
export class ServicesTypes implements Types {
  readonly backend = 'services'
  private readonly services: ProgramServices
  private readonly checked: CheckedProgram

  constructor(services: ProgramServices) {
    this.services = services
    this.checked = checkedBy(services.program)
  }

  expect(): void {
    // Answers are at hand here: there is nothing to bring.
  }

  of(node: TSESTree.Node): Type | undefined {
    const written = writtenType(node)
    const place = written && this.tsNode(written)
    return place && this.checked.known(this.checked.checker.getTypeAtLocation(place))
  }

  expectedOf(node: TSESTree.Node): Type | undefined {
    const place = isBesideExpectations(node) ? undefined : this.tsNode(node)
    // What a node of another kind than an expression is given for, the checker answers with nothing.
    const type = place && this.checked.checker.getContextualType(place as ts.Expression)
    return type && this.checked.known(type)
  }

  declarationOf(node: TSESTree.Node): Declaration | undefined {
    const place = this.tsNode(node)
    const symbol = place && this.checked.checker.getSymbolAtLocation(place)
    return symbol && this.checked.declaration(symbol)
  }

  isAssignable(from: Type, to: Type): boolean {
    return isAssignableBy(from, to, (one, other) => {
      if (!(one instanceof ServicesType) || !(other instanceof ServicesType)) return false
      return this.checked.checker.isTypeAssignableTo(one.type, other.type)
    })
  }

  private tsNode(node: TSESTree.Node): ts.Node | undefined {
    return this.services.esTreeNodeToTSNodeMap.get(node)
  }
}

const programs = new WeakMap<ts.Program, CheckedProgram>()

function checkedBy(program: ts.Program): CheckedProgram {
  let checked = programs.get(program)
  if (!checked) programs.set(program, (checked = new CheckedProgram(program)))
  return checked
}

/** A program, and what has been read of it for all its files. */
class CheckedProgram {
  readonly checker: ts.TypeChecker
  readonly flags: TypeFlags
  private readonly program: ts.Program
  private readonly types = new WeakMap<ts.Type, ServicesType>()
  private readonly declarations = new WeakMap<ts.Symbol, Declaration>()

  constructor(program: ts.Program) {
    this.program = program
    this.checker = program.getTypeChecker()
    this.flags = flagsBy(this.checker.getUndefinedType().flags)
  }

  /** The type, unless the compiler could not make it out. */
  known(type: ts.Type): ServicesType | undefined {
    if ('intrinsicName' in type && type.intrinsicName === 'error') return undefined
    let known = this.types.get(type)
    if (!known) this.types.set(type, (known = new ServicesType(type, this)))
    return known
  }

  all(types: readonly ts.Type[]): readonly ServicesType[] {
    return types.flatMap((type) => this.known(type) ?? [])
  }

  /** What a symbol is declared as, behind aliases. */
  declaration(given: ts.Symbol): Declaration | undefined {
    const symbol = (given.flags & aliasSymbol) === 0 ? given : this.checker.getAliasedSymbol(given)
    let known = this.declarations.get(symbol)
    if (!known) {
      const places = this.placesOf(symbol)
      if (places.length === 0 || isIndex(symbol)) return undefined
      this.declarations.set(symbol, (known = { name: fullName(symbol, parentOf), places }))
    }
    return known
  }

  private placesOf(symbol: ts.Symbol): readonly Place[] {
    return distinct(
      (symbol.declarations ?? []).map((declared) => {
        const file = declared.getSourceFile()
        return placeIn(file.fileName, ambientModuleOf(symbol, parentOf), this.program.isSourceFileDefaultLibrary(file))
      }),
    )
  }
}

class ServicesType implements Type {
  readonly type: ts.Type
  readonly kind: TypeKind
  private readonly program: CheckedProgram
  private awaitedType: Type | undefined

  constructor(type: ts.Type, program: CheckedProgram) {
    this.type = type
    this.program = program
    this.kind = kindOf(type.flags, program.flags)
  }

  get literal() {
    const { type } = this
    if (type.isStringLiteral() || type.isNumberLiteral()) return type.value
    if (this.kind === 'boolean' && 'intrinsicName' in type) {
      return type.intrinsicName === 'boolean' ? undefined : type.intrinsicName === 'true'
    }
    return isBigIntLiteral(type) ? BigInt(`${type.value.negative ? '-' : ''}${type.value.base10Value}`) : undefined
  }

  get isEnum() {
    return isEnum(this.type.flags, this.program.flags)
  }

  get declaration() {
    const symbol = this.type.getSymbol()
    return symbol && isNamed(symbol) ? this.program.declaration(symbol) : undefined
  }

  get alias() {
    return this.type.aliasSymbol && this.program.declaration(this.type.aliasSymbol)
  }

  get aliasArguments() {
    return this.program.all(this.type.aliasTypeArguments ?? [])
  }

  get parts(): readonly ServicesType[] {
    if (this.kind !== 'union' && this.kind !== 'intersection') return [this]
    return this.type.isUnionOrIntersection() ? this.program.all(this.type.types) : [this]
  }

  get bases() {
    const declared = isReference(this.type) ? this.type.target : this.type
    return declared.isClassOrInterface() ? this.program.all(this.program.checker.getBaseTypes(declared)) : []
  }

  get typeArguments() {
    const { type } = this
    if (!isReference(type)) return []
    // The last argument of a class or an interface is the type of its `this`.
    const count = type.target.typeParameters?.length ?? 0
    return this.program.all(this.program.checker.getTypeArguments(type).slice(0, count))
  }

  get constraint(): ServicesType | undefined {
    if (this.kind !== 'parameter' && this.kind !== 'open') return undefined
    const constraint = this.program.checker.getBaseConstraintOfType(this.type)
    return constraint && constraint !== this.type ? this.program.known(constraint) : undefined
  }

  get awaited(): Type {
    return (this.awaitedType ??= awaitedOf(this))
  }

  get returns() {
    const { checker } = this.program
    return this.program.all(this.callSignatures().map((signature) => checker.getReturnTypeOfSignature(signature)))
  }

  get parameters() {
    const { checker } = this.program
    const [first] = this.callSignatures()
    return this.program.all((first?.getParameters() ?? []).map((parameter) => checker.getTypeOfSymbol(parameter)))
  }

  get propertyNames(): readonly string[] {
    if (this.kind === 'union') return commonNames(this.parts)
    return this.program.checker.getPropertiesOfType(this.type).map(({ name }) => writtenName(name))
  }

  property(name: string) {
    const symbol = this.program.checker.getPropertyOfType(this.type, name)
    return symbol && this.program.known(this.program.checker.getTypeOfSymbol(symbol))
  }

  propertyDeclaration(name: string) {
    const symbol = this.program.checker.getPropertyOfType(this.type, name)
    return symbol && this.program.declaration(symbol)
  }

  get indexed() {
    const indexed = this.type.getStringIndexType()
    return indexed && this.program.known(indexed)
  }

  private callSignatures() {
    return this.program.checker.getSignaturesOfType(this.type, callSignature)
  }
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return 'objectFlags' in type && (Number(type.objectFlags) & reference) !== 0 && 'target' in type
}

function isBigIntLiteral(type: ts.Type): type is ts.BigIntLiteralType {
  return 'value' in type && typeof type.value === 'object' && type.value !== null && 'base10Value' in type.value
}

/** What a symbol is a member of. TypeScript has had it in all versions, and leaves it out of its declarations. */
function parentOf(symbol: ts.Symbol): ts.Symbol | undefined {
  return (symbol as ts.Symbol & { readonly parent?: ts.Symbol }).parent
}
