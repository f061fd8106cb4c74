import { awaitedOf } from './awaited.ts'
import { flagsBy, isEnum, kindOf } from './flags.ts'
import { commonNames } from './joined.ts'
import type { ApiSignature, ApiType, Checker } from './native-api.ts'
import type { NativeProgram } from './native-program.ts'
import { isNamed, writtenName } from './symbols.ts'
import type { Declaration, Type, TypeKind } from './type.ts'

/** `ts.TypeFlags.Undefined`, and with it all others, and `ts.TypeFlags.String`, in TypeScript 7. */
const table = flagsBy(4)
const stringFlag = 32
/** `ts.SignatureKind.Call`. */
const callSignature = 0

/** A type that the server knows. Every answer is asked for once. */
export class NativeType implements Type {
  readonly type: ApiType
  readonly kind: TypeKind
  private readonly program: NativeProgram
  private readonly answers = new Map<string, unknown>()

  constructor(type: ApiType, program: NativeProgram) {
    this.type = type
    this.program = program
    this.kind = kindOf(type.flags, table)
  }

  get literal() {
    const { value, intrinsicName } = this.type
    if (value !== undefined) return value
    if (this.kind !== 'boolean' || intrinsicName === 'boolean') return undefined
    return intrinsicName === undefined ? undefined : intrinsicName === 'true'
  }

  get isEnum() {
    return isEnum(this.type.flags, table)
  }

  get declaration(): Declaration | undefined {
    return this.once('declaration', () => {
      const symbol = this.ask(() => this.type.getSymbol())
      return symbol && isNamed(symbol) ? this.program.declaration(symbol) : undefined
    })
  }

  get alias(): Declaration | undefined {
    return this.once('alias', () => {
      const symbol = this.ask(() => this.type.getAliasSymbol())
      return symbol && this.program.declaration(symbol)
    })
  }

  get aliasArguments(): readonly NativeType[] {
    return this.once('aliasArguments', () => this.program.all(this.ask(() => this.type.getAliasTypeArguments())))
  }

  get parts(): readonly NativeType[] {
    if (this.kind !== 'union' && this.kind !== 'intersection') return [this]
    return this.once('parts', () => this.program.all(this.ask(() => this.type.getTypes())))
  }

  get bases(): readonly NativeType[] {
    if (this.kind !== 'object') return []
    return this.once('bases', () => {
      const declared = this.type.isTypeReference() ? this.ask(() => this.type.getTarget()) : this.type
      if (!declared?.isClassOrInterface()) return []
      return this.program.all(this.ask((checker) => checker.getBaseTypes(declared)))
    })
  }

  get typeArguments(): readonly NativeType[] {
    if (this.kind !== 'object' || !this.type.isTypeReference()) return []
    return this.once('typeArguments', () => {
      const given = this.ask((checker) => checker.getTypeArguments(this.type)) ?? []
      // The last argument of a class or an interface is the type of its `this`.
      const count = this.ask(() => countOfArguments(this.type.getTarget()))
      return this.program.all(given.slice(0, count))
    })
  }

  get constraint(): NativeType | undefined {
    if (this.kind !== 'parameter' && this.kind !== 'open') return undefined
    return this.once('constraint', () => {
      const constraint = this.ask((checker) => checker.getBaseConstraintOfType(this.type))
      return constraint && constraint.id !== this.type.id ? this.program.known(constraint) : undefined
    })
  }

  get awaited(): Type {
    return this.once('awaited', () => awaitedOf(this))
  }

  get returns(): readonly NativeType[] {
    return this.once('returns', () =>
      this.program.all(
        this.signatures.map((signature) => this.ask((checker) => checker.getReturnTypeOfSignature(signature))),
      ),
    )
  }

  get parameters(): readonly NativeType[] {
    return this.once('parameters', () => {
      const [first] = this.signatures
      const symbols = (first && this.ask(() => first.getParameters())) ?? []
      if (symbols.length === 0) return []
      return this.program.all(this.ask((checker) => checker.getTypeOfSymbol(symbols)))
    })
  }

  get propertyNames(): readonly string[] {
    if (this.kind === 'union') return commonNames(this.parts)
    return this.once('propertyNames', () =>
      (this.ask((checker) => checker.getPropertiesOfType(this.type)) ?? []).map(({ name }) => writtenName(name)),
    )
  }

  property(name: string): NativeType | undefined {
    return this.once(`property ${name}`, () => {
      const symbol = this.symbolOf(name)
      const [type] = (symbol && this.ask((checker) => checker.getTypeOfSymbol([symbol]))) ?? []
      return type && this.program.known(type)
    })
  }

  propertyDeclaration(name: string): Declaration | undefined {
    const symbol = this.symbolOf(name)
    return symbol && this.program.declaration(symbol)
  }

  get indexed(): NativeType | undefined {
    return this.once('indexed', () => {
      const infos = this.ask((checker) => checker.getIndexInfosOfType(this.type)) ?? []
      const found = infos.find(({ keyType }) => keyType.flags === stringFlag)
      return found && this.program.known(found.valueType)
    })
  }

  private symbolOf(name: string) {
    return this.once(`symbol ${name}`, () => this.ask((checker) => checker.getPropertyOfType(this.type, name)))
  }

  private get signatures(): readonly ApiSignature[] {
    if (this.kind !== 'object' && this.kind !== 'union' && this.kind !== 'intersection' && this.kind !== 'parameter')
      return []
    return this.once(
      'signatures',
      () => this.ask((checker) => checker.getSignaturesOfType(this.type, callSignature)) ?? [],
    )
  }

  private ask<Answer>(question: (checker: Checker) => Answer): Answer | undefined {
    return this.program.ask(question)
  }

  private once<Answer>(key: string, answer: () => Answer): Answer {
    if (!this.answers.has(key)) this.answers.set(key, answer())
    // What stands under a key was put there by the same call.
    return this.answers.get(key) as Answer
  }
}

function countOfArguments(target: ApiType | undefined): number {
  return target?.elementFlags?.length ?? target?.getTypeParameters().length ?? 0
}
