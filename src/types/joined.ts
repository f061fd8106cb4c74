import type { Declaration, Type } from './type.ts'

/** The union of some types, each once; the type itself when they are one. */
export function joined(types: readonly Type[]): Type {
  const all = [...new Set(types.flatMap((type) => (type instanceof Union ? type.members : type.parts)))]
  const wide = all.find(({ kind }) => kind === 'any') ?? all.find(({ kind }) => kind === 'unknown')
  const parts = all.filter((part) => part.kind !== 'never' && !all.some((other) => covers(other, part)))
  const [only = all[0]] = parts
  if (only === undefined) throw new Error('A union needs a member')
  return wide ?? (parts.length > 1 ? new Union(parts) : only)
}

/** `string` covers `'a'`. */
function covers(wide: Type, narrow: Type): boolean {
  return wide !== narrow && wide.kind === narrow.kind && narrow.literal !== undefined && isPrimitive(wide)
}

function isPrimitive({ kind, literal, isEnum }: Type): boolean {
  return (
    literal === undefined &&
    !isEnum &&
    (kind === 'string' || kind === 'number' || kind === 'bigint' || kind === 'boolean')
  )
}

/** A union that no checker has made. */
export class Union implements Type {
  readonly kind: 'union' | 'boolean'
  readonly literal = undefined
  readonly declaration = undefined
  readonly alias = undefined
  readonly aliasArguments = []
  readonly bases = []
  readonly typeArguments = []
  readonly constraint = undefined
  readonly awaited = this
  readonly indexed = undefined
  readonly members: readonly Type[]

  constructor(members: readonly Type[]) {
    this.members = members
    // `true` or `false` is a boolean.
    this.kind = members.every(({ kind }) => kind === 'boolean') ? 'boolean' : 'union'
  }

  get parts(): readonly Type[] {
    return this.kind === 'boolean' ? [this] : this.members
  }

  get isEnum() {
    return this.members.every((part) => part.isEnum)
  }

  get returns(): readonly Type[] {
    const returned = this.members.map((part) => part.returns)
    return returned.every((types) => types.length === 1) ? [joined(returned.flat())] : []
  }

  get parameters(): readonly Type[] {
    return []
  }

  get propertyNames(): readonly string[] {
    return commonNames(this.members)
  }

  property(name: string): Type | undefined {
    const types = this.members.map((part) => part.property(name))
    return types.every((type) => type !== undefined) ? joined(types) : undefined
  }

  propertyDeclaration(name: string): Declaration | undefined {
    const [first, ...others] = this.members.map((part) => part.propertyDeclaration(name))
    return first && others.every((other) => other === first) ? first : undefined
  }
}

/** Whether a type is assignable to another, for a checker that has made neither of the unions. */
export function isAssignableBy(from: Type, to: Type, isAssignable: (from: Type, to: Type) => boolean): boolean {
  if (from instanceof Union) return from.members.every((part) => isAssignableBy(part, to, isAssignable))
  if (to instanceof Union) return to.members.some((part) => isAssignableBy(from, part, isAssignable))
  return isAssignable(from, to)
}

/** The properties that all parts of a union have. Compilers tell more or less of them, by the order of the parts. */
export function commonNames(parts: readonly Type[]): readonly string[] {
  const [first, ...others] = parts
  const sets = others.map((part) => new Set(part.propertyNames))
  return (first?.propertyNames ?? []).filter((name) => sets.every((names) => names.has(name)))
}
