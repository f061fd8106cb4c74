import type { Declaration, Place, Type, Types } from '../types/type.ts'
import type { Catalog } from './catalog.ts'
import type { Origin } from './origin.ts'
import { nodesIn } from './nodes.ts'
import { variableOf, type Node, type Source } from './source.ts'

/** What a type checker says of a value: where it comes from, or a type that no row speaks of; nothing if it does not know. */
export type Verdict = Found | { readonly other: Type } | undefined

interface Found {
  readonly origin: Origin
}

/** Deeper than classes are derived, and types put together. */
const deepest = 12

/** The origins of the values of one file by their types. */
export class TypedOrigins {
  private readonly known = new Map<Node, Map<string, Verdict>>()
  private readonly source: Source
  private readonly catalog: Catalog
  private readonly typesOf: () => Types | undefined
  private types: Types | undefined
  private asked = false

  /** @param typesOf called when the first question needs types: a checker may have to be started for it */
  constructor(source: Source, catalog: Catalog, typesOf: () => Types | undefined) {
    this.source = source
    this.catalog = catalog
    this.typesOf = typesOf
  }

  /** What a value is, of which a member is taken; without a name, what it is by itself. */
  of(node: Node, member = ''): Verdict {
    let ofNode = this.known.get(node)
    if (!ofNode) this.known.set(node, (ofNode = new Map()))
    if (!ofNode.has(member)) ofNode.set(member, this.read(node, member))
    return ofNode.get(member)
  }

  /** Where the member of a value is declared whose type no row speaks of. */
  declaredIn(verdict: Verdict, member: string): Place['in'] | undefined {
    if (!verdict || !('other' in verdict)) return undefined
    const places = verdict.other.propertyDeclaration(member)?.places ?? []
    return places.some((place) => packageOf(this.catalog, place) !== undefined) ? undefined : places[0]?.in
  }

  /** What a name stands for that another module of the project hands on: `sql` of `export { sql } from 'kysely'`. */
  ofName(node: Node): Verdict {
    const declaration = this.checker()?.declarationOf(node)
    const place = declaration && this.placeInCatalog(declaration)
    return place === undefined || !declaration
      ? undefined
      : { origin: { kind: 'export', package: place, name: declaration.name } }
  }

  private read(node: Node, member: string): Verdict {
    const type = this.checker()?.of(node)
    return type && new Reading(this.catalog, member, mayBeClass(node)).of(type)
  }

  /** The checker. The first question brings what it will be asked about in one go. */
  private checker(): Types | undefined {
    if (!this.asked) {
      this.asked = true
      this.types = this.typesOf()
      if (this.types?.backend === 'native') this.types.expect(this.receivers())
    }
    return this.types
  }

  /** The values of the file whose members have a name that rows speak of, unless their module tells what they are. */
  private receivers(): readonly Node[] {
    const receivers: Node[] = []
    for (const node of nodesIn(this.source)) {
      if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') continue
      if (this.catalog.isMember(node.property.name) && this.isOpen(node.object)) receivers.push(node.object)
    }
    return receivers
  }

  private isOpen(node: Node): boolean {
    if (node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'ArrayExpression') return false
    if (node.type !== 'Identifier') return true
    const definition = variableOf(this.source, node)?.defs[0]
    if (definition?.type !== 'ImportBinding') return definition !== undefined
    const { parent } = definition
    return parent?.type === 'ImportDeclaration' && !this.catalog.library(this.catalog.packageOf(parent.source.value))
  }

  private placeInCatalog(declaration: Declaration): string | undefined {
    return declaration.places.map((place) => packageOf(this.catalog, place)).find((name) => name !== undefined)
  }
}

/** The package of the catalog that a place is in. */
function packageOf(catalog: Catalog, place: Place): string | undefined {
  if (place.in !== 'package') return undefined
  const name = catalog.declares(place.package)
  return catalog.library(name) ? name : undefined
}

/** Whether an expression is written as a class is: then what is taken of it is static. */
function mayBeClass(node: Node): boolean {
  const name = node.type === 'MemberExpression' ? node.property : node
  return name.type === 'Identifier' && /^[A-Z]/.test(name.name)
}

/** One look at a type, for the sake of one member. */
class Reading {
  private depth = 0
  private readonly catalog: Catalog
  private readonly member: string
  private readonly mayBeClass: boolean

  constructor(catalog: Catalog, member: string, isClass: boolean) {
    this.catalog = catalog
    this.member = member
    this.mayBeClass = isClass
  }

  of(type: Type): Verdict {
    if (this.depth > deepest) return undefined
    this.depth += 1
    const verdict = this.ofKind(type)
    this.depth -= 1
    return verdict
  }

  private ofKind(type: Type): Verdict {
    switch (type.kind) {
      case 'any':
      case 'unknown':
      case 'never':
        return undefined
      case 'parameter':
      case 'open':
        return type.constraint && this.of(type.constraint)
      case 'union':
        return this.ofUnion(type)
      case 'intersection':
        return this.named(type.alias) ?? this.ofParts(type)
      case 'object':
        return this.ofObject(type)
      default:
        return { other: type }
    }
  }

  /** All members must be the same, or have the member that is asked about. */
  private ofUnion(type: Type): Verdict {
    const parts = type.parts.filter(({ kind }) => kind !== 'undefined' && kind !== 'null')
    const [first, ...others] = parts.map((part) => this.of(part))
    if (!first || others.includes(undefined)) return undefined
    const found = [first, ...others].flatMap((one) => (one && 'origin' in one ? [one] : []))
    if (found.length === 0) return { other: type }
    const isSame = new Set(found.map(({ origin }) => JSON.stringify(origin))).size === 1
    const isSure = found.length === parts.length && (isSame || found.every(({ origin }) => this.hasMember(origin)))
    return isSure ? first : undefined
  }

  private hasMember(origin: Origin): boolean {
    return (
      origin.kind === 'value' &&
      (['call', 'tag', 'read'] as const).some(
        (act) => this.catalog.rows(act, origin.package, origin.type, this.member).length > 0,
      )
    )
  }

  private ofParts(type: Type): Verdict {
    const verdicts = type.parts.map((part) => this.of(part))
    const found = verdicts.flatMap((one) => (one && 'origin' in one ? [one] : []))
    const best = found.find(({ origin }) => this.hasMember(origin)) ?? found[0]
    return best ?? (verdicts.includes(undefined) ? undefined : { other: type })
  }

  private ofObject(type: Type): Verdict {
    const { declaration } = type
    if (isOfLibrary(declaration, promises)) {
      const [value] = type.typeArguments
      return value && this.of(value)
    }
    const changed = isOfLibrary(type.alias, changers) ? type.aliasArguments[0] : undefined
    if (changed) return this.of(changed)
    const named = this.named(declaration) ?? this.named(type.alias)
    if (named && (this.member === '' || this.hasMember(named.origin))) return named
    if (this.mayBeClass && this.depth === 1 && type.property('prototype')) return this.ofStatic(type)
    const base = this.ofBases(type)
    if (base && this.overrides(type)) return { other: type }
    return base ?? named ?? this.generated(type) ?? { other: type }
  }

  /** `User.delete()` of a class that extends `BaseEntity`: by the class that declares the member. */
  private ofStatic(type: Type): Verdict {
    const declared = type.propertyDeclaration(this.member)
    const owner = declared?.name.slice(0, declared.name.lastIndexOf('.'))
    const name = declared?.places.map((place) => packageOf(this.catalog, place)).find((one) => one !== undefined)
    return name !== undefined && owner !== undefined && owner !== ''
      ? { origin: { kind: 'export', package: name, name: owner } }
      : { other: type }
  }

  /** What is declared in a package that rows speak of, or in the platform: packages may add to what that declares. */
  private named(declaration: Declaration | undefined): Found | undefined {
    if (!declaration) return undefined
    const { places, name } = declaration
    const isOfPlatform = places.some((place) => place.in === 'library' || isOfNode(place))
    // A global of the platform that has rows: `Console`, `Crypto`.
    if (isOfPlatform && this.catalog.hasRows('globalThis', name)) return this.value('globalThis', name)
    const declaredIn = places.map((place) => packageOf(this.catalog, place)).find((one) => one !== undefined)
    return declaredIn === undefined ? undefined : this.value(declaredIn, name)
  }

  private value(packageName: string, type: string): Found {
    return { origin: { kind: 'value', package: packageName, type: this.catalog.typeOf(packageName, type) } }
  }

  /** What a type extends: the first that has the member, or else the first that rows speak of. */
  private ofBases(type: Type): Found | undefined {
    const found = type.bases.flatMap((base) => {
      const verdict = this.of(base)
      return verdict && 'origin' in verdict ? [verdict] : []
    })
    return found.find(({ origin }) => this.hasMember(origin)) ?? found[0]
  }

  /** Whether a class of the project has the member itself, in place of what it would inherit. */
  private overrides(type: Type): boolean {
    if (this.member === '' || !type.declaration?.places.every((place) => place.in === 'project')) return false
    return type.propertyDeclaration(this.member)?.name === `${type.declaration.name}.${this.member}`
  }

  /** What a library generates into the project, by its name, or by what it alone has: `PrismaClient`, `UserDelegate`. */
  private generated(type: Type): Verdict {
    const { declaration } = type
    if (!declaration?.places.every((place) => place.in === 'project')) return undefined
    const short = declaration.name.slice(declaration.name.lastIndexOf('.') + 1)
    const packageName = this.catalog.generatedBy(short)
    if (packageName !== undefined) return this.value(packageName, short)
    const shape = this.catalog.generatedTypes.find(({ ending }) => short.endsWith(ending))
    const isIt = shape?.members.every((name) => type.property(name) !== undefined)
    return shape && isIt ? this.value(shape.package, shape.type) : undefined
  }
}

function isOfNode(place: Place): boolean {
  return place.in === 'package' && place.package === 'node'
}

const promises = new Set(['Promise', 'PromiseLike'])
/** Types around a type that leave its members what they are. */
const changers = new Set(['Omit', 'Pick', 'Partial', 'Required', 'Readonly'])

function isOfLibrary(declaration: Declaration | undefined, names: ReadonlySet<string>): boolean {
  return (
    declaration !== undefined &&
    names.has(declaration.name) &&
    declaration.places.some(({ in: of }) => of === 'library')
  )
}
