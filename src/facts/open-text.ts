import type { TSESTree } from '@typescript-eslint/utils'
import { catalogFor, factOf, originsFor, typedFactOf } from './acts.ts'
import { annotationOf, saidBy, saidOf } from './annotations.ts'
import { calledFunction, callsOf, isOwnMember } from './call-sites.ts'
import { calledName, nameOfValue, rootOf } from './calls.ts'
import { isChecked } from './checked.ts'
import { isRequestInput } from './requests.ts'
import {
  escapesByName,
  isArrayFrom,
  isJson,
  isMadeUp,
  isNumberCall,
  isObjectCall,
  keepsText,
  leavesOnlyKnown,
  replacesText,
} from './text-calls.ts'
import {
  fieldNamed,
  holdsName,
  isBuilt,
  isConstantName,
  isCounting,
  isEnvironment,
  isNumberByName,
  isNumberName,
  isNumberOrBoolean,
  isSetOnLoad,
  operandsOf,
  overwritesBefore,
  pushedTo,
  rootOfMembers,
  writesBefore,
} from './text-parts.ts'
import {
  ancestor,
  contains,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
  type RuleContext,
} from './source.ts'

/** A part of a text that the code does not fix. */
export interface OpenPart {
  readonly node: Node
  /**
   * - `open`: any text may stand there
   * - `unseen`: where it comes from is not in this file: a call, a field of the class, a type of another module
   * - `escaped`: any text, made harmless before it goes in
   */
  readonly kind: 'open' | 'unseen' | 'escaped'
}

const readers = new WeakMap<Source, Reader>()

/** The parts of the text an expression evaluates to that may be any text; none for a text that the code fixes. */
export function openPartsOf(context: RuleContext, node: Node): readonly OpenPart[] {
  let reader = readers.get(context.sourceCode)
  if (!reader) readers.set(context.sourceCode, (reader = new Reader(context)))
  return reader.of(node)
}

/** Deeper than people nest what they build texts from. */
const deepest = 40

const none: readonly OpenPart[] = []

class Reader {
  private readonly known = new Map<Node, readonly OpenPart[]>()
  private readonly knownItems = new Map<Node, readonly OpenPart[]>()
  private depth = 0
  private readonly context: RuleContext
  private readonly source: Source

  constructor(context: RuleContext) {
    this.context = context
    this.source = context.sourceCode
  }

  of(given: Node): readonly OpenPart[] {
    return this.cached(this.known, given, () => this.read(given))
  }

  /** What the items of a list become as text. */
  private itemsOf(given: Node): readonly OpenPart[] {
    return this.cached(this.knownItems, given, () => this.readItems(given))
  }

  private cached(known: Map<Node, readonly OpenPart[]>, node: Node, read: () => readonly OpenPart[]) {
    const before = known.get(node)
    if (before) return before
    if (this.depth > deepest) return [{ node, kind: 'unseen' } as const]
    // Set before reading, so that `where = where + …` ends: it adds nothing to itself.
    known.set(node, none)
    this.depth += 1
    const parts = read()
    this.depth -= 1
    known.set(node, parts)
    return parts
  }

  private all(nodes: readonly (Node | null | undefined)[]): readonly OpenPart[] {
    const parts = nodes.flatMap((node) => (node ? this.of(node) : []))
    return parts.length === 0 ? none : parts
  }

  private read(given: Node): readonly OpenPart[] {
    const cast = saidByCast(this.source, given)
    const node = unwrapped(given)
    // A type written over what a client sent is a wish.
    if (cast === 'fixed' && !isRequestInput(this.source, node)) return none
    switch (node.type) {
      case 'TemplateLiteral':
        return this.all(node.expressions)
      case 'TaggedTemplateExpression':
        return keepsText(node.tag) ? this.all(node.quasi.expressions) : none
      case 'BinaryExpression':
        return node.operator === '+' && !isSum(node) ? this.all(operandsOf(node)) : none
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
        return this.all(outcomesOf(node))
      case 'ArrayExpression':
        return this.itemsOf(node)
      case 'Identifier':
        return this.ofName(node)
      case 'MemberExpression':
        return this.ofMember(node)
      case 'CallExpression':
        return this.ofCall(node)
      case 'NewExpression':
        return /^(?:Date|Set|Map|Array|Number|Boolean)$/.test(calledName(node)) ? none : unseen(node)
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return this.returnsOf(node)
      default:
        return node.type === 'YieldExpression' ? open(node) : none
    }
  }

  private ofName(name: TSESTree.Identifier): readonly OpenPart[] {
    if (isChecked(this.source, name) || this.isBuilder(name)) return none
    const variable = variableOf(this.source, name)
    if (!variable)
      return /^(?:undefined|NaN|Infinity)$/.test(name.name) || isConstantName(name.name) ? none : open(name)
    const definition = variable.defs[0]
    switch (definition?.type) {
      case 'Variable':
        return this.asUsed(name, this.ofVariable(name, variable, definition.node))
      case 'Parameter':
        return isFunction(definition.node) ? this.ofParameter(name, variable, definition.node) : unseen(name)
      case 'CatchClause':
        return open(name)
      // What a module exports was fixed when it was loaded.
      default:
        return none
    }
  }

  /** A query that a library builds: its text is what the library makes of it. */
  private isBuilder(name: TSESTree.Identifier): boolean {
    const origin = originsFor(this.context).of(name)
    return origin?.kind === 'value' && catalogFor(this.context).isBuilder(origin.package)
  }

  /** What a variable holds as it is stands open where it is used; what was built for it, where it was built. */
  private asUsed(name: TSESTree.Identifier, parts: readonly OpenPart[]): readonly OpenPart[] {
    const used = parts.map((part) => (isBuilt(part.node) ? part : { ...part, node: name }))
    return used.filter((part, index) => used.findIndex(({ node }) => node === part.node) === index)
  }

  private ofVariable(name: TSESTree.Identifier, variable: Variable, declarator: TSESTree.VariableDeclarator) {
    const { parent } = declarator.parent
    const said = saidOf(this.source, name)
    if (said === 'fixed' || said === 'unknown') return none
    if (parent.type === 'ForOfStatement' && parent.left === declarator.parent)
      return declarator.id.type === 'Identifier'
        ? this.itemsOf(parent.right)
        : this.partOf(declarator.id, name, parent.right)
    if (parent.type === 'ForInStatement' && parent.left === declarator.parent) return this.keysOf(parent.right)
    const writes = variable.references.filter((reference) => reference.isWrite())
    if (
      isSetOnLoad(name, variable, writes) &&
      !writes.some(({ writeExpr }) => writeExpr && isRequestInput(this.source, writeExpr))
    )
      return none
    return writesBefore(name, writes).flatMap(({ writeExpr, identifier }) => {
      if (!writeExpr || isCounting(identifier)) return []
      return writeExpr === declarator.init && declarator.id.type !== 'Identifier'
        ? this.partOf(declarator.id, name, writeExpr)
        : this.of(writeExpr)
    })
  }

  /** `{ sort }` or `[first]` taken out of a value. */
  private partOf(pattern: Node, name: TSESTree.Identifier, value: Node): readonly OpenPart[] {
    const owner = unwrapped(value)
    if (pattern.type === 'ArrayPattern') return this.itemsOf(owner)
    if (pattern.type !== 'ObjectPattern') return this.of(owner)
    const property = pattern.properties.find((one) => one.type === 'Property' && holdsName(one.value, name.name))
    const key = property?.type === 'Property' ? nameOfKey(property) : undefined
    const fallback =
      property?.type === 'Property' && property.value.type === 'AssignmentPattern'
        ? this.of(property.value.right)
        : none
    const object = this.literalOf(owner)
    if (object?.type === 'ObjectExpression' && key !== undefined) return [...this.valuesIn(object, key), ...fallback]
    if (key !== undefined && isNumberName(key)) return fallback
    return [...this.ofOwner(name, owner), ...fallback]
  }

  private ofParameter(name: TSESTree.Identifier, variable: Variable, owner: FunctionNode): readonly OpenPart[] {
    const said = saidOf(this.source, name)
    // A type of another module may well be an enum.
    if (said === 'fixed' || said === 'unknown') return none
    const written = overwritesBefore(name, variable.references)
    if (!written && said === undefined && isNumberByName(name) && isOfTypeElsewhere(owner, variable)) return none
    if (written) return this.asUsed(name, this.all(written.map(({ writeExpr }) => writeExpr)))
    const index = owner.params.findIndex((one) => variable.identifiers.some((inner) => contains(one, inner)))
    const parameter = owner.params[index]
    if (!parameter) return open(name)
    if (said === undefined && parameter.type === 'AssignmentPattern' && isNumberOrBoolean(parameter.right)) return none
    const given = this.givenByList(name, owner, index) ?? this.givenByCalls(owner, index, parameter)
    if (given) return given.some(({ kind }) => kind === 'open') ? open(name) : given.length > 0 ? unseen(name) : none
    const { parent } = owner
    if (isCall(parent) && parent.callee !== owner) return this.givenByCaller(name, parent)
    return open(name)
  }

  /** What a call hands to a function it is given: the alias of a table, a row, an event. */
  private givenByCaller(name: TSESTree.Identifier, call: TSESTree.CallExpression | TSESTree.NewExpression) {
    if (factOf(this.context, call, ['db.query', 'db.fragment'])) return none
    return listeners.test(calledName(call)) ? open(name) : unseen(name)
  }

  /** `columns.map((column, index) => …)` */
  private givenByList(name: TSESTree.Identifier, owner: FunctionNode, index: number): readonly OpenPart[] | undefined {
    const call = owner.parent
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') {
      return call.type === 'CallExpression' && isArrayFrom(call)
        ? index === 0
          ? this.itemsOf(call.arguments[0] ?? call)
          : none
        : undefined
    }
    const method = calledName(call)
    if (isArrayFrom(call) && call.arguments[1] === owner)
      return index === 0 ? this.itemsOf(call.arguments[0] ?? call) : none
    if (call.arguments[0] !== owner) return undefined
    const { object } = call.callee
    if (/^(?:map|forEach|flatMap|filter|find|some|every)$/.test(method)) {
      const pattern = owner.params[0]
      if (index > 0) return none
      return pattern?.type === 'ArrayPattern' ? this.entryOf(pattern, name, object) : this.itemsOf(object)
    }
    if (!/^reduce(?:Right)?$/.test(method) || index > 2) return undefined
    if (index === 2) return none
    return index === 1 ? this.itemsOf(object) : this.all([call.arguments[1]])
  }

  /** `Object.entries(filters).map(([key, value]) => …)` */
  private entryOf(pattern: TSESTree.ArrayPattern, name: TSESTree.Identifier, list: Node): readonly OpenPart[] {
    const call = unwrapped(list)
    const [object] = call.type === 'CallExpression' && isObjectCall(call, 'entries') ? call.arguments : []
    if (!object) return this.itemsOf(list)
    const at = pattern.elements.findIndex(
      (element) => element !== null && contains(element, variableOf(this.source, name)?.identifiers[0] ?? name),
    )
    return at === 0 ? this.keysOf(object) : this.valuesOfObject(object)
  }

  /** What the calls of a function that only this file sees hand over. */
  private givenByCalls(owner: FunctionNode, index: number, parameter: Node): readonly OpenPart[] | undefined {
    if (parameter.type !== 'Identifier' && parameter.type !== 'AssignmentPattern') return undefined
    const calls = callsOf(this.source, owner)
    if (!calls || calls.length === 0) return undefined
    return this.all(calls.map((call) => call.arguments[index]))
  }

  private ofMember(node: TSESTree.MemberExpression): readonly OpenPart[] {
    if (isChecked(this.source, node)) return none
    const name = nameOfKey(node)
    if (name !== undefined && isNumberName(name)) return none
    const objects = this.literalsOf(node.object)
    if (objects.length > 0)
      return objects.flatMap((one) => (one.type === 'ObjectExpression' ? this.valuesIn(one, name) : this.itemsOf(one)))
    const said = saidOf(this.source, node)
    if (said !== undefined && said !== 'open' && !isRequestInput(this.source, node)) return none
    if (name === undefined && saidOf(this.source, node.object) === 'fixed') return none
    return this.ofOwner(node, node.object)
  }

  /** What is taken out of a value that is no literal: by where the value comes from. */
  private ofOwner(node: Node, given: Node): readonly OpenPart[] {
    if (isRequestInput(this.source, node) || isRequestInput(this.source, given)) return open(node)
    const owner = unwrapped(given)
    if (owner.type === 'ThisExpression') return node.type === 'MemberExpression' ? this.ofField(node) : unseen(node)
    if (isEnvironment(owner)) return none
    const root = rootOfMembers(owner)
    if (root.type === 'ThisExpression') return unseen(node)
    if (root.type !== 'Identifier') return unseen(node)
    const variable = variableOf(this.source, root)
    const definition = variable?.defs[0]
    if (/^(?:config|settings|constants|env|appConfig)$/i.test(root.name)) return none
    if (!definition) return isConstantName(root.name) ? none : open(node)
    if (definition.type === 'Parameter') return this.ofMemberOfParameter(node, root, definition.node)
    if (definition.type !== 'Variable') return none
    const { init } = definition.node
    if (!init) return unseen(node)
    return variable &&
      isSetOnLoad(
        root,
        variable,
        variable.references.filter((one) => one.isWrite()),
      )
      ? none
      : unseen(node)
  }

  private ofMemberOfParameter(node: Node, root: TSESTree.Identifier, owner: Node): readonly OpenPart[] {
    const type = annotationOf(this.source, root)
    if (type && saidBy(this.source, type) === 'unknown' && saidOf(this.source, node) === undefined) return unseen(node)
    const isCallback = isFunction(owner) && owner.parent.type === 'CallExpression' && owner.parent.callee !== owner
    return isCallback && !isRequestInput(this.source, node) ? unseen(node) : open(node)
  }

  /** `this.table`: what the class gives it, in its declaration and in its methods. */
  private ofField(node: TSESTree.MemberExpression): readonly OpenPart[] {
    const owner = ancestor(node, isClass)
    const name = nameOfKey(node)
    if (!owner || name === undefined) return unseen(node)
    const values: (Node | null)[] = []
    for (const member of owner.body.body)
      if (member.type === 'PropertyDefinition' && nameOfKey(member) === name) values.push(member.value)
    if (values.length === 0) return unseen(node)
    for (const inner of descendants(this.source, owner))
      if (inner.type === 'AssignmentExpression' && isOwnMember(inner.left, name)) values.push(inner.right)
    return this.all(values).length === 0 ? none : unseen(node)
  }

  /** The literals that an expression may be: one, or, of `OPERATORS[name]`, each that the object holds. */
  private literalsOf(given: Node): readonly (TSESTree.ObjectExpression | TSESTree.ArrayExpression)[] {
    const literal = this.literalOf(given)
    if (literal) return [literal]
    const node = unwrapped(given)
    if (node.type !== 'MemberExpression' || nameOfKey(node) !== undefined) return []
    const owner = this.literalOf(node.object)
    if (owner?.type !== 'ObjectExpression') return []
    const values = owner.properties.map((one) => (one.type === 'Property' ? this.literalOf(one.value) : undefined))
    return values.every((one) => one !== undefined) ? values : []
  }

  /** The object or list literal that an expression is, or that the constant it names was declared with. */
  private literalOf(given: Node): TSESTree.ObjectExpression | TSESTree.ArrayExpression | undefined {
    const node = unwrapped(given)
    if (node.type === 'ObjectExpression' || node.type === 'ArrayExpression') return node
    if (node.type === 'CallExpression') {
      const [argument] = node.arguments
      return isObjectCall(node, 'freeze') && argument ? this.literalOf(argument) : undefined
    }
    if (node.type === 'MemberExpression') {
      const name = nameOfKey(node)
      const owner = node.object.type === 'ThisExpression' ? undefined : this.literalOf(node.object)
      const found =
        owner?.type === 'ObjectExpression'
          ? owner.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
          : fieldNamed(node, name)
      const value = found?.type === 'Property' || found?.type === 'PropertyDefinition' ? found.value : undefined
      return value ? this.literalOf(value) : undefined
    }
    if (node.type !== 'Identifier') return undefined
    const definition = variableOf(this.source, node)?.defs[0]
    const isPlain =
      definition?.type === 'Variable' && definition.parent.kind === 'const' && definition.node.id.type === 'Identifier'
    return isPlain && definition.node.init ? this.literalOf(definition.node.init) : undefined
  }

  /** The values of an object literal: of one key, or, where the key is open too, of all. */
  private valuesIn(object: TSESTree.ObjectExpression, name: string | undefined): readonly OpenPart[] {
    return object.properties.flatMap((property) => {
      if (property.type === 'SpreadElement') {
        const spread = this.literalOf(property.argument)
        return spread?.type === 'ObjectExpression' ? this.valuesIn(spread, name) : unseen(property.argument)
      }
      return name === undefined || nameOfKey(property) === name || property.computed ? this.of(property.value) : []
    })
  }

  private keysOf(given: Node): readonly OpenPart[] {
    const object = this.literalOf(given)
    if (object) return none
    const said = saidOf(this.source, given)
    const root = rootOfMembers(unwrapped(given))
    return said === 'fixed' || this.ofOwner(given, root).length === 0 ? none : this.ofOwner(given, given)
  }

  private valuesOfObject(given: Node): readonly OpenPart[] {
    const object = this.literalOf(given)
    return object?.type === 'ObjectExpression' ? this.valuesIn(object, undefined) : this.of(given)
  }

  private readItems(given: Node): readonly OpenPart[] {
    const node = unwrapped(given)
    switch (node.type) {
      case 'ArrayExpression':
        return node.elements.flatMap((element) =>
          element?.type === 'SpreadElement' ? this.itemsOf(element.argument) : element ? this.of(element) : [],
        )
      case 'ConditionalExpression':
        return [...this.itemsOf(node.consequent), ...this.itemsOf(node.alternate)]
      case 'LogicalExpression':
        return [...this.itemsOf(node.left), ...this.itemsOf(node.right)]
      case 'Identifier':
        return this.itemsOfName(node)
      case 'CallExpression':
        return this.itemsOfCall(node)
      case 'NewExpression': {
        const [argument] = node.arguments
        return argument ? this.itemsOf(argument) : none
      }
      case 'ObjectExpression':
      case 'Literal':
        return none
      default:
        return this.of(node)
    }
  }

  /** A list by name: what it begins with and what is pushed to it. */
  private itemsOfName(name: TSESTree.Identifier): readonly OpenPart[] {
    const variable = variableOf(this.source, name)
    const definition = variable?.defs[0]
    if (!variable || definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return this.of(name)
    const writes = variable.references.filter((reference) => reference.isWrite())
    const said = saidOf(this.source, name)
    if (said === 'fixed' || said === 'unknown' || isSetOnLoad(name, variable, writes)) return none
    const parts = writes.flatMap(({ writeExpr }) => (writeExpr ? this.itemsOf(writeExpr) : []))
    const pushed = variable.references
      .flatMap(({ identifier }) => pushedTo(identifier))
      .flatMap((one) => (one.type === 'SpreadElement' ? this.itemsOf(one.argument) : this.of(one)))
    return this.asUsed(name, [...parts, ...pushed])
  }

  private itemsOfCall(call: TSESTree.CallExpression): readonly OpenPart[] {
    const { callee } = call
    const [first, second] = call.arguments
    if (isObjectCall(call, 'keys')) return first ? this.keysOf(first) : none
    if (isObjectCall(call, 'values')) return first ? this.valuesOfObject(first) : none
    if (isArrayFrom(call)) return second ? this.returnsOf(second) : first ? this.itemsOf(first) : none
    if (callee.type === 'Identifier' && callee.name === 'Array') return none
    if (callee.type !== 'MemberExpression') return this.of(call)
    const method = calledName(call)
    if (/^(?:map|flatMap)$/.test(method)) return first ? this.returnsOf(first, callee.object) : none
    if (method === 'fill') return this.all([first])
    if (/^(?:filter|slice|reverse|sort|toSorted|toReversed|flat|values|keys)$/.test(method))
      return method === 'keys' ? none : this.itemsOf(callee.object)
    if (method === 'concat')
      return [...this.itemsOf(callee.object), ...call.arguments.flatMap((one) => this.itemsOf(one))]
    if (method === 'split') return this.of(callee.object)
    return this.of(call)
  }

  private ofCall(call: TSESTree.CallExpression): readonly OpenPart[] {
    const name = calledName(call)
    const owner = calledFunction(this.source, call)
    if (owner) return replacesText(this.source, owner) && escapesByName(name) ? none : this.returnedTo(call, owner)
    if (isNumberCall(call, name) || isMadeUp(call, name)) return none
    const escapes = typedFactOf(this.context, call, ['db.escape', 'id.generate'])
    if (escapes) return escapes.row.role === 'db.escape' && escapes.row.of === 'value' ? this.escaped(call) : none
    // What is handed to it is looked at by itself.
    if (factOf(this.context, call, ['db.fragment'])) return none
    if (isRequestInput(this.source, call)) return open(call)
    const { callee } = call
    if (callee.type === 'MemberExpression') {
      const text = this.ofTextMethod(call, callee, name)
      if (text) return text
    }
    if (/^(?:String|decodeURIComponent|encodeURIComponent|decodeURI|encodeURI|unescape)$/.test(name))
      return this.all(call.arguments.slice(0, 1))
    if (isJson(call)) return call.arguments.slice(0, 1).every((one) => this.isFixed(one)) ? none : unseen(call)
    if (this.isFormat(call)) return this.all(call.arguments)
    if (/(?:quot|escap|sanitiz)/i.test(name)) return name === 'escape' ? this.escaped(call) : none
    return escapesByName(name) ? none : unseen(call)
  }

  /** What a function gives back to one call: a parameter is as open as what this call hands over for it. */
  private returnedTo(call: TSESTree.CallExpression, owner: FunctionNode): readonly OpenPart[] {
    return this.returnsOf(owner).filter(({ node }) => {
      const root = rootOf(node)
      const definition = root.type === 'Identifier' ? variableOf(this.source, root)?.defs[0] : undefined
      const index = owner.params.findIndex((one) => definition?.type === 'Parameter' && one === definition.name)
      const argument = call.arguments[index]
      return (
        index === -1 ||
        call.arguments.some((one) => one.type === 'SpreadElement') ||
        (argument && this.of(argument).length > 0)
      )
    })
  }

  private isFixed(node: Node): boolean {
    return (this.literalOf(node) !== undefined || saidOf(this.source, node) === 'fixed') && this.of(node).length === 0
  }

  /** `util.format('… %s', name)` */
  private isFormat({ callee }: TSESTree.CallExpression): boolean {
    const origin = originsFor(this.context).of(callee)
    return (
      origin?.kind === 'export' &&
      ((/^(?:node:)?util$/.test(origin.package) && origin.name === 'format') ||
        (origin.package === 'sprintf-js' && /^v?sprintf$/.test(origin.name)))
    )
  }

  private escaped(call: TSESTree.CallExpression): readonly OpenPart[] {
    return this.all(call.arguments).length === 0 ? none : [{ node: call, kind: 'escaped' }]
  }

  /** What a method of a text, or of a list, makes of it. */
  private ofTextMethod(call: TSESTree.CallExpression, callee: TSESTree.MemberExpression, name: string) {
    const [first, second] = call.arguments
    switch (name) {
      case 'join':
        return [...this.asWhole(call, callee.object, this.itemsOf(callee.object)), ...this.all([first])]
      case 'trim':
      case 'trimStart':
      case 'trimEnd':
      case 'toLowerCase':
      case 'toUpperCase':
      case 'toLocaleLowerCase':
      case 'toLocaleUpperCase':
      case 'normalize':
      case 'slice':
      case 'substring':
      case 'substr':
      case 'repeat':
        return this.receiver(call, callee)
      case 'at':
      case 'pop':
      case 'shift':
        return this.itemsOf(callee.object)
      case 'toString':
        return this.receiver(call, callee)
      case 'concat':
        return [...this.of(callee.object), ...this.all(call.arguments)]
      case 'padStart':
      case 'padEnd':
        return [...this.receiver(call, callee), ...this.all([second])]
      case 'replace':
      case 'replaceAll':
        return first && leavesOnlyKnown(first, second) ? none : [...this.receiver(call, callee), ...this.all([second])]
      case 'get':
        return this.ofMapGet(callee.object)
      case 'find':
      case 'filter':
        return /^(?:find)$/.test(name) ? this.itemsOf(callee.object) : undefined
      default:
        return undefined
    }
  }

  /** `name.trim()`: as open as the name; a finding stands at the whole call. */
  private receiver(call: TSESTree.CallExpression, callee: TSESTree.MemberExpression): readonly OpenPart[] {
    return this.asWhole(call, callee.object, this.of(callee.object))
  }

  private asWhole(call: Node, object: Node, parts: readonly OpenPart[]): readonly OpenPart[] {
    return parts.map((part) => (part.node === unwrapped(object) ? { ...part, node: call } : part))
  }

  /** `COLUMNS.get(sort)` of a `Map` that is written out. */
  private ofMapGet(object: Node): readonly OpenPart[] | undefined {
    const node = unwrapped(object)
    const definition = node.type === 'Identifier' ? variableOf(this.source, node)?.defs[0] : undefined
    if (definition?.type !== 'Variable' || definition.node.init?.type !== 'NewExpression') return undefined
    return calledName(definition.node.init) === 'Map' ? this.all(definition.node.init.arguments) : undefined
  }

  /** What a function gives back. */
  private returnsOf(given: Node, items?: Node): readonly OpenPart[] {
    const owner = unwrapped(given)
    if (owner.type === 'Identifier' && items) {
      if (/^(?:String|Number|Boolean|BigInt|parseInt|parseFloat)$/.test(owner.name))
        return owner.name === 'String' ? this.itemsOf(items) : none
      if (escapesByName(owner.name)) return none
      const definition = variableOf(this.source, owner)?.defs[0]
      const fn =
        definition?.type === 'FunctionName'
          ? definition.node
          : definition?.type === 'Variable'
            ? definition.node.init
            : undefined
      return fn && isFunction(fn) ? this.returnsOf(fn) : unseen(owner)
    }
    if (!isFunction(owner)) return escapesByName(nameOfValue(owner) ?? '') ? none : unseen(owner)
    if (owner.returnType && saidBy(this.source, owner.returnType.typeAnnotation) === 'fixed') return none
    if (owner.body.type !== 'BlockStatement') return this.of(owner.body)
    const returned: Node[] = []
    for (const node of descendants(this.source, owner.body, (inner) => !isFunction(inner)))
      if (node.type === 'ReturnStatement' && node.argument) returned.push(node.argument)
    return this.all(returned)
  }
}

/** Calls whose functions get what others send. */
const listeners =
  /^(?:on|once|handle|addListener|addEventListener|get|post|put|patch|delete|all|use|route|subscribe|process|query|mutation|tool|procedure)$/

function isCall(node: Node | undefined): node is TSESTree.CallExpression | TSESTree.NewExpression {
  return node?.type === 'CallExpression' || node?.type === 'NewExpression'
}

/** What a choice may come to. What is falsy is no text that could do harm. */
function outcomesOf(
  node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression | TSESTree.AssignmentExpression,
): readonly Node[] {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate]
  if (node.type === 'AssignmentExpression' || node.operator === '&&') return [node.right]
  return [node.left, node.right]
}

function open(node: Node): readonly OpenPart[] {
  return [{ node, kind: 'open' }]
}

/** `limit + 1`: a number, where no part of it is text. */
function isSum(node: TSESTree.BinaryExpression): boolean {
  const operands = operandsOf(node).map(unwrapped)
  return (
    operands.some((one) => one.type === 'Literal' && typeof one.value === 'number') &&
    operands.every(
      (one) => one.type !== 'TemplateLiteral' && !(one.type === 'Literal' && typeof one.value === 'string'),
    )
  )
}

/** `{ limit }: Page` of a type that another module declares. */
function isOfTypeElsewhere({ params }: FunctionNode, { identifiers }: Variable): boolean {
  return params.some((one) => {
    const pattern = one.type === 'AssignmentPattern' ? one.left : one
    return (
      pattern.type === 'ObjectPattern' &&
      Boolean(pattern.typeAnnotation) &&
      identifiers.some((name) => contains(pattern, name))
    )
  })
}

function unseen(node: Node): readonly OpenPart[] {
  return [{ node, kind: 'unseen' }]
}

/** What an `as` says of the text of a value. */
function saidByCast(source: Source, node: Node) {
  return node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
    ? saidBy(source, node.typeAnnotation)
    : undefined
}
