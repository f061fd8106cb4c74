import type { TSESTree } from '@typescript-eslint/utils'
import type { Row } from '../libraries/library.ts'
import type { Place, Types } from '../types/type.ts'
import type { ActKind, Catalog } from './catalog.ts'
import { calledName } from './calls.ts'
import { givenBy } from './catalog.ts'
import { isConnectionName } from './chains.ts'
import { expectedOf } from './expected.ts'
import { importedName } from './exports-used.ts'
import type { ClassNode, FunctionNode, Node, Source, Variable } from './source.ts'
import { contains, ancestor, isClass, isFunction, nameOfKey, unwrapped, variableOf } from './source.ts'
import { TypedOrigins, type Verdict } from './typed-origin.ts'

/** Where a value comes from. */
export type Origin =
  /** What a package exports: `Pool` of `pg`; `*` is the package itself. */
  | { readonly kind: 'export'; readonly package: string; readonly name: string }
  /** A value of a type that a package declares: a `Pool` of `pg`. */
  | { readonly kind: 'value'; readonly package: string; readonly type: string }
  /** A member of such a value: `query` of a `Pool` of `pg`. */
  | { readonly kind: 'member'; readonly package: string; readonly type: string; readonly name: string }

/** An act on a package: which, and the rows that describe it. */
export interface Traced {
  readonly act: ActKind
  readonly package: string
  /** The export or member acted on. */
  readonly name: string
  readonly rows: readonly Row[]
}

/** A decorator without parentheses is a call as well: `@PrimaryKey`. */
export type ActNode =
  | TSESTree.CallExpression
  | TSESTree.NewExpression
  | TSESTree.TaggedTemplateExpression
  | TSESTree.MemberExpression
  | TSESTree.Decorator
  | TSESTree.Property

export interface Origins {
  /** The origin of a value, or `undefined` when the source does not show it. */
  of(node: Node): Origin | undefined
  /** The rows of an act; none when the origin of what is acted on is unknown. */
  traced(node: ActNode): Traced | undefined
  /** The origin of `this.name` in a class. */
  ofField(owner: ClassNode, name: string): Origin | undefined
  /** What a type that the source writes says of a value. */
  ofType(type: TSESTree.TypeNode): Origin | undefined
  /** A member of a value of known origin. */
  memberOf(origin: Origin, name: string): Origin | undefined
  /** What calling a member of a value makes. */
  madeBy(origin: Origin, name: string): Origin | undefined
  /** A value of a type that a package declares, by the one name of that type. */
  value(packageName: string, type: string): Origin
  /** The origin of a value by its type alone. */
  byType(node: Node): Origin | undefined
  /**
   * Who has the member that is taken of a value: something that rows speak of, or where else it is declared;
   * `undefined` where neither the source nor its type says so, and names are all that there is to judge by.
   */
  ownerOf(member: TSESTree.MemberExpression): 'rows' | Place['in'] | undefined
  /** The same questions, where a value that the source does not show is known by its type. */
  readonly typed: Origins
  /** Every row that tracing has gone through so far. */
  readonly reached: ReadonlySet<Row>
}

type Cache = WeakMap<Source, Map<Catalog, Origins>>
const cache = { checked: new WeakMap() as Cache, unchecked: new WeakMap() as Cache }

/**
 * The origins of one file, shared by all rules.
 * @param typesOf gives the types of the file; without it, nothing but the source counts
 */
export function originsOf(source: Source, catalog: Catalog, typesOf?: () => Types | undefined): Origins {
  const known = typesOf ? cache.checked : cache.unchecked
  let ofSource = known.get(source)
  if (!ofSource) known.set(source, (ofSource = new Map()))
  let origins = ofSource.get(catalog)
  if (!origins) {
    const types = new TypedOrigins(source, catalog, typesOf ?? (() => undefined))
    ofSource.set(catalog, (origins = new Tracer(source, catalog, types, typesOf ? 'guesses' : 'nothing')))
  }
  return origins
}

/** Longer than any chain that people write, and short enough for the stack. */
const deepest = 200

class Tracer implements Origins {
  readonly reached = new Set<Row>()
  private readonly known = new Map<Node, Origin | undefined>()
  private depth = 0
  private readonly source: Source
  private readonly catalog: Catalog
  private readonly types: TypedOrigins
  private readonly asks: 'nothing' | 'guesses' | 'all'
  private byTypes: Origins | undefined

  /** @param asks what a type checker is asked: only whether a guess by a name is right, or for all that is not shown */
  constructor(source: Source, catalog: Catalog, types: TypedOrigins, asks: Tracer['asks']) {
    this.source = source
    this.catalog = catalog
    this.types = types
    this.asks = asks
  }

  get typed(): Origins {
    if (this.asks !== 'guesses') return this
    this.byTypes ??= new Tracer(this.source, this.catalog, this.types, 'all')
    return this.byTypes
  }

  of(given: Node): Origin | undefined {
    const node = unwrapped(given)
    if (this.known.has(node) || this.depth > deepest) return this.known.get(node)
    // Set before tracing, so that `a = b; b = a` ends.
    this.known.set(node, undefined)
    this.depth += 1
    const origin = this.typeAsserted(given) ?? this.trace(node)
    this.depth -= 1
    this.known.set(node, origin)
    return origin
  }

  byType(node: Node): Origin | undefined {
    return originIn(this.types.of(unwrapped(node)))
  }

  ownerOf(member: TSESTree.MemberExpression): 'rows' | Place['in'] | undefined {
    const name = nameOfKey(member) ?? ''
    if (this.of(member.object)) return 'rows'
    const verdict = this.types.of(unwrapped(member.object), name)
    return originIn(verdict) ? 'rows' : this.types.declaredIn(verdict, name)
  }

  traced(node: ActNode): Traced | undefined {
    switch (node.type) {
      case 'CallExpression':
        return this.acted('call', node.callee)
      case 'NewExpression':
        return this.acted('new', node.callee)
      case 'TaggedTemplateExpression':
        return this.acted('tag', node.tag)
      case 'Decorator':
        return node.expression.type === 'CallExpression' ? undefined : this.acted('call', node.expression)
      case 'Property':
        return this.wasSet(node)
      default:
        return this.acted('read', node)
    }
  }

  private acted(act: ActKind, target: Node): Traced | undefined {
    const origin = this.ofActedOn(act, target)
    if (!origin) return undefined
    const [on, name] =
      origin.kind === 'export'
        ? [undefined, origin.name === '*' ? 'default' : origin.name]
        : origin.kind === 'value'
          ? [origin.type, '()']
          : [origin.type, origin.name]
    let rows = this.catalog.rows(act, origin.package, on, name)
    if (rows.length === 0 && on !== undefined && name !== '()') rows = this.catalog.rows(act, origin.package, on, '*')
    for (const row of rows) this.reached.add(row)
    return { act, package: origin.package, name, rows }
  }

  /** What is acted on: a tag, or a function by its name, may be one that a module of the project hands on. */
  private ofActedOn(act: ActKind, target: Node): Origin | undefined {
    const origin = this.of(target)
    if (this.asks !== 'all' || act === 'read' || (origin && !this.isUnheardOf(origin))) return origin
    const node = unwrapped(target)
    const handedOn = this.isHandedOn(node) ? originIn(this.types.ofName(node)) : undefined
    return handedOn ?? (act === 'tag' || isConnectionName(node) ? originIn(this.types.of(node)) : undefined) ?? origin
  }

  private isHandedOn(node: Node): boolean {
    const root = node.type === 'MemberExpression' ? node.object : node
    const definition = root.type === 'Identifier' ? variableOf(this.source, root)?.defs[0] : undefined
    if (definition?.type !== 'ImportBinding') return false
    if (node.type === 'MemberExpression')
      return definition.node.type === 'ImportNamespaceSpecifier' && this.catalog.isExport(nameOfKey(node) ?? '')
    return definition.node.type === 'ImportSpecifier' && this.catalog.isExport(importedName(definition.node))
  }

  /** Of a package that no row speaks of: it may hand on what another one makes. */
  private isUnheardOf(origin: Origin): boolean {
    return this.catalog.library(origin.package) === undefined
  }

  /** `synchronize` in an object literal that its place makes a `DataSourceOptions`. */
  private wasSet(node: TSESTree.Property): Traced | undefined {
    const name = nameOfKey(node)
    if (name === undefined || node.parent.type !== 'ObjectExpression') return undefined
    const origin = expectedOf(node.parent, name, this, this.source, this.catalog)
    if (origin?.kind !== 'value') return undefined
    const rows = this.catalog.rows('set', origin.package, origin.type, name)
    for (const row of rows) this.reached.add(row)
    return { act: 'set', package: origin.package, name, rows }
  }

  private trace(node: Node): Origin | undefined {
    switch (node.type) {
      case 'Identifier':
        return this.ofName(node)
      case 'ThisExpression':
        return this.ofThis(node)
      case 'MemberExpression':
        return this.ofMember(node)
      case 'ImportExpression':
        return this.ofModule(node.source)
      case 'CallExpression':
        return this.ofCall(node)
      case 'NewExpression':
        return this.ofNew(node)
      case 'TaggedTemplateExpression':
        return this.made(this.traced(node))
      case 'AssignmentExpression':
        return this.of(node.right)
      case 'LogicalExpression':
        return this.of(node.left) ?? this.of(node.right)
      case 'ConditionalExpression':
        return this.same([this.of(node.consequent), this.of(node.alternate)])
      case 'ClassExpression':
        return node.superClass ? this.of(node.superClass) : undefined
      default:
        return undefined
    }
  }

  /** `value as Pool`: what the author says it is. */
  private typeAsserted(node: Node): Origin | undefined {
    return node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
      ? this.ofType(node.typeAnnotation)
      : undefined
  }

  private ofName(node: TSESTree.Identifier): Origin | undefined {
    const variable = variableOf(this.source, node)
    if (variable) return this.ofVariable(variable)
    if (['globalThis', 'global', 'window', 'self'].includes(node.name)) return exported('globalThis', '*')
    return node.name === 'undefined' ? undefined : exported('globalThis', node.name)
  }

  private ofVariable(variable: Variable): Origin | undefined {
    const definition = variable.defs[0]
    switch (definition?.type) {
      case 'ImportBinding':
        return this.ofImport(definition.node)
      case 'Variable':
        return this.ofDeclared(variable, definition.node)
      case 'Parameter':
        return this.ofParameter(variable, definition.node)
      case 'ClassName':
        return definition.node.superClass ? this.of(definition.node.superClass) : undefined
      default:
        return undefined
    }
  }

  private ofImport(node: TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration): Origin | undefined {
    if (node.type === 'TSImportEqualsDeclaration') {
      return node.moduleReference.type === 'TSExternalModuleReference'
        ? this.ofModule(node.moduleReference.expression)
        : undefined
    }
    if (node.parent.type !== 'ImportDeclaration') return undefined
    const name =
      node.type === 'ImportNamespaceSpecifier'
        ? '*'
        : node.type === 'ImportDefaultSpecifier'
          ? 'default'
          : node.imported.type === 'Identifier'
            ? node.imported.name
            : node.imported.value
    return this.exportOf(node.parent.source.value, name)
  }

  /** An export by its module specifier; a module of the project has no origin unless a library generates it. */
  private exportOf(specifier: string, name: string): Origin | undefined {
    const packageName = this.catalog.packageOf(specifier)
    if (this.catalog.library(packageName)) return this.readExport(packageName, name)
    const generated = this.catalog.generatedBy(name)
    if (generated !== undefined) return exported(generated, name)
    return isOfProject(specifier) && name !== '*' ? undefined : exported(packageName, name)
  }

  /** An export, or the value that it is: `DataTypes` of `sequelize`. */
  private readExport(packageName: string, name: string): Origin {
    const [row] = this.catalog.rows('read', packageName, undefined, name)
    if (row?.makes === undefined) return exported(packageName, name)
    this.reached.add(row)
    return this.value(packageName, row.makes)
  }

  private ofModule(specifier: Node): Origin | undefined {
    if (specifier.type !== 'Literal' || typeof specifier.value !== 'string') return undefined
    return exported(this.catalog.packageOf(specifier.value), '*')
  }

  private ofDeclared(variable: Variable, declarator: TSESTree.VariableDeclarator): Origin | undefined {
    const name = variable.identifiers[0]
    if (!name) return undefined
    if (declarator.id === name) {
      const typed = name.typeAnnotation && this.ofType(name.typeAnnotation.typeAnnotation)
      if (typed) return typed
    }
    const writes = variable.references.filter((reference) => reference.isWrite())
    const values = writes.map(({ writeExpr }) => writeExpr).filter((value) => value && !isNothing(value))
    if (values.length === 0) return undefined
    return this.same(
      values.map((value) =>
        value && value === declarator.init && declarator.id !== name
          ? this.ofPattern(declarator.id, name, this.of(value), undefined)
          : value
            ? this.of(value)
            : undefined,
      ),
    )
  }

  /** `{ a: { b } }` taken out of a value of known origin or of known type. */
  private ofPattern(
    pattern: Node,
    name: TSESTree.Node,
    origin: Origin | undefined,
    type: TSESTree.TypeNode | undefined,
  ): Origin | undefined {
    if (pattern === name) return (type && this.ofType(type)) ?? origin
    if (pattern.type === 'AssignmentPattern') return this.ofPattern(pattern.left, name, origin, type)
    if (pattern.type !== 'ObjectPattern') return undefined
    for (const property of pattern.properties) {
      if (property.type !== 'Property' || !contains(property.value, name)) continue
      const key = nameOfKey(property)
      if (key === undefined) return undefined
      return this.ofPattern(
        property.value,
        name,
        origin && this.memberOf(origin, key),
        type && this.memberType(type, key),
      )
    }
    return undefined
  }

  private ofParameter(variable: Variable, owner: Node): Origin | undefined {
    const name = variable.identifiers[0]
    if (!name || !isFunction(owner)) return undefined
    const index = owner.params.findIndex((parameter) => contains(parameter, name))
    const given = owner.params[index]
    if (!given) return undefined
    const parameter = given.type === 'TSParameterProperty' ? given.parameter : given
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
    const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation?.typeAnnotation : undefined
    const fallback = parameter.type === 'AssignmentPattern' ? this.of(parameter.right) : undefined
    const whole = (annotation && this.ofType(annotation)) ?? fallback ?? this.givenTo(owner, index)
    const origin = this.ofPattern(pattern, name, whole, annotation)
    if (origin || annotation || parameter.type === 'AssignmentPattern') return origin
    return this.byName(variable.name, name)
  }

  /** What a parameter without a type is by its name, unless a type checker says that it is something else. */
  private byName(name: string, node: Node): Origin | undefined {
    const known = this.catalog.parameter(name)
    if (!known) return undefined
    const verdict = this.types.of(node)
    return verdict ? originIn(verdict) : this.value(known.package, known.type)
  }

  /** What a call hands to a function it is given: `transaction(async (trx) => …)`. */
  private givenTo(owner: FunctionNode, index: number): Origin | undefined {
    const call = owner.parent
    if ((call.type !== 'CallExpression' && call.type !== 'NewExpression') || call.callee === owner) return undefined
    // `connect().then((client) => …)`
    const { callee } = call
    if (index === 0 && callee.type === 'MemberExpression' && nameOfKey(callee) === 'then') return this.of(callee.object)
    const traced = this.traced(call)
    for (const row of traced?.rows ?? []) {
      const given = givenBy(row).find(({ parameter = 0 }) => parameter === index)
      if (given && traced) return this.value(traced.package, given.type)
    }
    return undefined
  }

  private ofCall(node: TSESTree.CallExpression): Origin | undefined {
    const required = this.ofRequire(node)
    if (required) return required
    const wrapped = wrappedFunction(node)
    if (wrapped) return this.of(wrapped)
    return this.made(this.traced(node)) ?? this.fluentResult(node) ?? this.ofLocalCall(node)
  }

  private ofRequire(node: TSESTree.CallExpression): Origin | undefined {
    const [specifier] = node.arguments
    return node.callee.type === 'Identifier' &&
      node.callee.name === 'require' &&
      specifier &&
      node.arguments.length === 1
      ? this.ofModule(specifier)
      : undefined
  }

  private fluentResult(node: TSESTree.CallExpression): Origin | undefined {
    const origin = this.of(node.callee)
    return origin?.kind === 'member' && this.catalog.isFluent(origin.package, origin.type)
      ? this.value(origin.package, origin.type)
      : undefined
  }

  /** A call of a function of the same file: its annotation, or the one thing it returns. */
  private ofLocalCall(node: TSESTree.CallExpression): Origin | undefined {
    const callee = unwrapped(node.callee)
    const owner = this.functionOf(callee)
    if (!owner) return undefined
    if (owner.returnType) return this.ofType(owner.returnType.typeAnnotation)
    if (owner.body.type !== 'BlockStatement') return this.of(owner.body)
    const last = owner.body.body.at(-1)
    return last?.type === 'ReturnStatement' && last.argument ? this.of(last.argument) : undefined
  }

  private functionOf(callee: Node): FunctionNode | undefined {
    if (isFunction(callee)) return callee
    if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') {
      const owner = ancestor(callee, isClass)
      const name = nameOfKey(callee)
      const member = owner && name !== undefined ? this.classMember(owner, name) : undefined
      return member?.type === 'MethodDefinition' && isFunction(member.value) ? member.value : undefined
    }
    if (callee.type !== 'Identifier') return undefined
    const definition = variableOf(this.source, callee)?.defs[0]
    if (definition?.type === 'FunctionName') return isFunction(definition.node) ? definition.node : undefined
    if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined
    const { init } = definition.node
    return init && isFunction(init) ? init : undefined
  }

  private ofNew(node: TSESTree.NewExpression): Origin | undefined {
    const made = this.made(this.traced(node))
    if (made) return made
    const origin = this.of(node.callee)
    if (origin?.kind !== 'export' || origin.name === '*') return undefined
    return this.value(origin.package, origin.name)
  }

  private made(traced: Traced | undefined): Origin | undefined {
    const row = traced?.rows.find(({ makes }) => makes !== undefined)
    return traced && row?.makes !== undefined ? this.value(traced.package, row.makes) : undefined
  }

  private ofThis(node: Node): Origin | undefined {
    const owner = ancestor(node, isClass)
    const parent = owner?.superClass ? this.of(owner.superClass) : undefined
    return parent?.kind === 'export' ? this.value(parent.package, parent.name) : undefined
  }

  private ofMember(node: TSESTree.MemberExpression): Origin | undefined {
    const name = nameOfKey(node)
    if (name === undefined) return undefined
    const owner = node.object.type === 'ThisExpression' ? ancestor(node, isClass) : undefined
    const field = owner && this.ofField(owner, name)
    if (field) return field
    const origin = this.of(node.object)
    const known = origin && this.memberOf(origin, name)
    if (known && !this.isUnheardOf(known)) return known
    return this.ofMemberByType(node, name) ?? known
  }

  /** A member of a value that the source does not show, or that a package makes which no row speaks of. */
  private ofMemberByType(node: TSESTree.MemberExpression, name: string): Origin | undefined {
    const origin = this.of(node.object)
    const type = this.typeNodeOf(node)
    const typed = type && this.ofType(type)
    if (typed) return typed
    const property = this.propertyOfLiteral(node.object, name)
    if (property) return this.of(property)
    if ((origin && !this.isUnheardOf(origin)) || !this.catalog.isMember(name)) return undefined
    const alone = origin ? undefined : this.catalog.distinctive(name)
    if ((!alone && this.asks !== 'all') || this.isOfThisFile(node.object)) return undefined
    const verdict = this.types.of(unwrapped(node.object), name)
    const checked = originIn(verdict)
    if (checked) return this.memberOf(checked, name)
    if (alone && this.types.declaredIn(verdict, name) !== undefined) return undefined
    return alone && { kind: 'member', package: alone.package, type: alone.type, name }
  }

  /** `this` of a class that extends nothing: there is nothing to ask a checker about. */
  private isOfThisFile(node: Node): boolean {
    return node.type === 'ThisExpression' && ancestor(node, isClass)?.superClass === null
  }

  memberOf(origin: Origin, name: string): Origin | undefined {
    switch (origin.kind) {
      case 'export': {
        if (origin.name === '*' && !this.catalog.library(origin.package)) return this.exportOf(origin.package, name)
        const inner = origin.name === '*' || origin.name === 'default' ? name : `${origin.name}.${name}`
        return this.readExport(origin.package, inner)
      }
      case 'value': {
        const [row] = this.readRows(origin.package, origin.type, name)
        if (row?.makes === undefined) return { kind: 'member', package: origin.package, type: origin.type, name }
        this.reached.add(row)
        return this.value(origin.package, row.makes)
      }
      case 'member':
        return undefined
    }
  }

  madeBy(origin: Origin, name: string): Origin | undefined {
    if (origin.kind !== 'value') return undefined
    const rows = this.catalog.rows('call', origin.package, origin.type, name)
    for (const row of rows) this.reached.add(row)
    return this.made({ act: 'call', package: origin.package, name, rows })
  }

  private readRows(packageName: string, type: string, name: string): readonly Row[] {
    const rows = this.catalog.rows('read', packageName, type, name)
    if (rows.length > 0) return rows
    // A wildcard stands for members we have no row of: `prisma.user`, but not `prisma.$transaction`.
    const acted = (['call', 'tag'] as const).some((act) => this.catalog.rows(act, packageName, type, name).length > 0)
    return acted ? [] : this.catalog.rows('read', packageName, type, '*')
  }

  /** `this.pool`: by its annotation, its initial value, or what the constructor gives it. */
  ofField(owner: ClassNode, name: string): Origin | undefined {
    const member = this.classMember(owner, name)
    switch (member?.type) {
      case 'PropertyDefinition':
      case 'AccessorProperty':
        return (
          (member.typeAnnotation && this.ofType(member.typeAnnotation.typeAnnotation)) ??
          (member.value ? this.of(member.value) : this.assignedInConstructor(owner, name))
        )
      case 'MethodDefinition':
        return member.kind === 'get' && member.value.returnType
          ? this.ofType(member.value.returnType.typeAnnotation)
          : undefined
      case 'TSParameterProperty': {
        const { parameter } = member
        const annotation = (parameter.type === 'AssignmentPattern' ? parameter.left : parameter).typeAnnotation
        return annotation
          ? this.ofType(annotation.typeAnnotation)
          : parameter.type === 'AssignmentPattern'
            ? this.of(parameter.right)
            : undefined
      }
      default:
        return this.assignedInConstructor(owner, name)
    }
  }

  private classMember(owner: ClassNode, name: string) {
    for (const member of owner.body.body) {
      if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
        for (const parameter of member.value.params) {
          if (parameter.type === 'TSParameterProperty' && parameterName(parameter) === name) return parameter
        }
      } else if (
        (member.type === 'PropertyDefinition' ||
          member.type === 'AccessorProperty' ||
          member.type === 'MethodDefinition') &&
        nameOfKey(member) === name
      ) {
        return member
      }
    }
    return undefined
  }

  /** `constructor() { this.pool = new Pool() }` */
  private assignedInConstructor(owner: ClassNode, name: string): Origin | undefined {
    const constructor = owner.body.body.find(
      (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
    )
    if (constructor?.type !== 'MethodDefinition') return undefined
    for (const statement of constructor.value.body?.body ?? []) {
      if (
        statement.type === 'ExpressionStatement' &&
        statement.expression.type === 'AssignmentExpression' &&
        statement.expression.left.type === 'MemberExpression' &&
        statement.expression.left.object.type === 'ThisExpression' &&
        nameOfKey(statement.expression.left) === name
      ) {
        return this.of(statement.expression.right)
      }
    }
    return undefined
  }

  /** `const deps = { pool }; deps.pool` */
  private propertyOfLiteral(object: Node, name: string): Node | undefined {
    const node = unwrapped(object)
    if (node.type !== 'Identifier') return undefined
    const definition = variableOf(this.source, node)?.defs[0]
    if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined
    const init = definition.node.init && unwrapped(definition.node.init)
    if (init?.type !== 'ObjectExpression') return undefined
    const property = init.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
    return property?.type === 'Property' ? property.value : undefined
  }

  ofType(type: TSESTree.TypeNode): Origin | undefined {
    // `type A = B; type B = A` compiles to an error, and is linted all the same.
    if (this.depth > deepest) return undefined
    this.depth += 1
    const origin = this.ofTypeNode(type)
    this.depth -= 1
    return origin
  }

  private ofTypeNode(type: TSESTree.TypeNode): Origin | undefined {
    switch (type.type) {
      case 'TSTypeReference':
        return this.ofTypeReference(type)
      case 'TSTypeQuery':
        return type.exprName.type === 'Identifier' ? this.of(type.exprName) : undefined
      case 'TSUnionType':
        return this.same(type.types.filter((part) => !isNullish(part)).map((part) => this.ofType(part)))
      case 'TSIntersectionType':
        return type.types.map((part) => this.ofType(part)).find((origin) => origin)
      case 'TSImportType':
        return type.qualifier?.type === 'Identifier'
          ? this.value(this.catalog.packageOf(type.source.value), type.qualifier.name)
          : undefined
      default:
        return undefined
    }
  }

  private ofGlobalType(name: string, argument: TSESTree.TypeNode | undefined): Origin | undefined {
    if (name === 'ReturnType' && argument?.type === 'TSTypeQuery') return this.ofReturned(argument)
    if (name === 'InstanceType' && argument?.type === 'TSTypeQuery') return this.ofInstance(argument)
    if (argument && transparentTypes.has(name)) return this.ofType(argument)
    // A type of the platform: `Console`, `Crypto`, `Request`.
    const isOfPlatform = platformTypes.has(name) || this.catalog.hasRows('globalThis', name)
    return isOfPlatform ? this.value('globalThis', name) : undefined
  }

  private ofTypeReference(type: TSESTree.TSTypeReference): Origin | undefined {
    const path = pathOf(type.typeName)
    if (!path) return undefined
    const [root, ...rest] = path
    const argument = type.typeArguments?.params[0]
    const variable = variableOf(this.source, root)
    if (!variable) return rest.length === 0 ? this.ofGlobalType(root.name, argument) : undefined
    const definition = variable.defs[0]
    if (definition?.type === 'ImportBinding') {
      const origin = this.ofImport(definition.node)
      if (origin?.kind !== 'export') return undefined
      const names = [
        ...(origin.name === '*' || (origin.name === 'default' && rest.length > 0) ? [] : [origin.name]),
        ...rest.map(({ name }) => name),
      ]
      return this.value(origin.package, names.join('.') || 'default')
    }
    if (definition?.type === 'ClassName') {
      const parent = definition.node.superClass && this.of(definition.node.superClass)
      return parent?.kind === 'export' ? this.value(parent.package, parent.name) : undefined
    }
    if (definition?.type !== 'Type' || rest.length > 0) return undefined
    if (definition.node.type === 'TSTypeAliasDeclaration') return this.ofType(definition.node.typeAnnotation)
    if (definition.node.type !== 'TSInterfaceDeclaration') return undefined
    for (const parent of definition.node.extends) {
      const origin = parent.expression.type === 'Identifier' ? this.ofTypeName(parent.expression) : undefined
      if (origin) return origin
    }
    return undefined
  }

  /** `interface Db extends Pool`: the name of an imported type, written as an expression. */
  private ofTypeName(name: TSESTree.Identifier): Origin | undefined {
    const origin = this.of(name)
    return origin?.kind === 'export' ? this.value(origin.package, origin.name) : undefined
  }

  /** `ReturnType<typeof createPool>` */
  private ofReturned(query: TSESTree.TSTypeQuery): Origin | undefined {
    if (query.exprName.type !== 'Identifier') return undefined
    const origin = this.of(query.exprName)
    if (origin?.kind === 'export') {
      const [row] = this.catalog.rows('call', origin.package, undefined, origin.name)
      if (row) this.reached.add(row)
      return row?.makes === undefined ? undefined : this.value(origin.package, row.makes)
    }
    const owner = this.functionOf(query.exprName)
    if (owner?.returnType) return this.ofType(owner.returnType.typeAnnotation)
    return owner && owner.body.type !== 'BlockStatement' ? this.of(owner.body) : undefined
  }

  /** `InstanceType<typeof Database>` */
  private ofInstance({ exprName }: TSESTree.TSTypeQuery): Origin | undefined {
    const origin = exprName.type === 'Identifier' ? this.of(exprName) : undefined
    if (origin?.kind !== 'export') return undefined
    const [row] = this.catalog.rows('new', origin.package, undefined, origin.name)
    return this.value(origin.package, row?.makes ?? origin.name)
  }

  /** The type that the source writes for `deps.pool`, by the annotation of `deps`. */
  private typeNodeOf(node: Node): TSESTree.TypeNode | undefined {
    const expression = unwrapped(node)
    if (expression.type === 'Identifier') {
      const definition = variableOf(this.source, expression)?.defs[0]
      if (definition?.type !== 'Variable' && definition?.type !== 'Parameter') return undefined
      return definition.name.type === 'Identifier' ? definition.name.typeAnnotation?.typeAnnotation : undefined
    }
    if (expression.type !== 'MemberExpression') return undefined
    const name = nameOfKey(expression)
    if (name === undefined) return undefined
    if (expression.object.type === 'ThisExpression') {
      const owner = ancestor(expression, isClass)
      const member = owner && this.classMember(owner, name)
      if (member?.type === 'PropertyDefinition') return member.typeAnnotation?.typeAnnotation
      return member?.type === 'TSParameterProperty' && member.parameter.type === 'Identifier'
        ? member.parameter.typeAnnotation?.typeAnnotation
        : undefined
    }
    const type = this.typeNodeOf(expression.object)
    return type && this.memberType(type, name)
  }

  private memberType(type: TSESTree.TypeNode, name: string, depth = 0): TSESTree.TypeNode | undefined {
    if (depth > deepest) return undefined
    if (type.type === 'TSTypeLiteral') return propertyType(type.members, name)
    if (type.type === 'TSIntersectionType') {
      return type.types.map((part) => this.memberType(part, name, depth + 1)).find((found) => found)
    }
    if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined
    const argument = type.typeArguments?.params[0]
    const definition = variableOf(this.source, type.typeName)?.defs[0]
    if (!definition)
      return argument && transparentTypes.has(type.typeName.name)
        ? this.memberType(argument, name, depth + 1)
        : undefined
    if (definition.type !== 'Type') return undefined
    if (definition.node.type === 'TSTypeAliasDeclaration')
      return this.memberType(definition.node.typeAnnotation, name, depth + 1)
    return definition.node.type === 'TSInterfaceDeclaration' ? propertyType(definition.node.body.body, name) : undefined
  }

  value(packageName: string, type: string): Origin {
    return { kind: 'value', package: packageName, type: this.catalog.typeOf(packageName, type) }
  }

  /** The one origin that all have; values that may differ have none. */
  private same(origins: readonly (Origin | undefined)[]): Origin | undefined {
    const [first, ...others] = origins
    return first && others.every((other) => other && JSON.stringify(other) === JSON.stringify(first))
      ? first
      : undefined
  }
}

/** Types around a type that leave its members what they are. */
const transparentTypes = new Set([
  'Promise',
  'Awaited',
  'Readonly',
  'Partial',
  'Required',
  'NonNullable',
  'Pick',
  'Omit',
])

function originIn(verdict: Verdict): Origin | undefined {
  return verdict && 'origin' in verdict ? verdict.origin : undefined
}

/** Types of the platform that annotations name: `request: Request`. */
const platformTypes = new Set(['Request', 'Response', 'FormData', 'MessageEvent'])

function exported(packageName: string, name: string): Origin {
  return { kind: 'export', package: packageName, name }
}

/** A module of the project itself, by a relative path or a usual alias. */
export function isOfProject(specifier: string): boolean {
  return /^(?:\.|\/|~|#|@\/)/.test(specifier) || specifier.startsWith('src/')
}

function isNothing(node: Node): boolean {
  const value = unwrapped(node)
  return (
    (value.type === 'Literal' && value.value === null) || (value.type === 'Identifier' && value.name === 'undefined')
  )
}

function isNullish(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSNullKeyword' || type.type === 'TSUndefinedKeyword'
}

/** `pool.query` in `pool.query.bind(pool)`, `pbkdf2` in `promisify(pbkdf2)` */
function wrappedFunction(node: TSESTree.CallExpression): Node | undefined {
  const { callee } = node
  if (calledName(node) === 'promisify') return node.arguments[0]
  return callee.type === 'MemberExpression' && nameOfKey(callee) === 'bind' ? callee.object : undefined
}

function parameterName({ parameter }: TSESTree.TSParameterProperty): string | undefined {
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return name.type === 'Identifier' ? name.name : undefined
}

function propertyType(members: readonly TSESTree.TypeElement[], name: string): TSESTree.TypeNode | undefined {
  for (const member of members) {
    if (member.type === 'TSPropertySignature' && nameOfKey(member) === name)
      return member.typeAnnotation?.typeAnnotation
  }
  return undefined
}

function pathOf(name: TSESTree.EntityName): [TSESTree.Identifier, ...TSESTree.Identifier[]] | undefined {
  if (name.type === 'Identifier') return [name]
  if (name.type !== 'TSQualifiedName') return undefined
  const left = pathOf(name.left)
  return left && [...left, name.right]
}
