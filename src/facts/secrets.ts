import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { SecretAt } from '../roles.ts'
import { readSettings } from '../settings.ts'
import { catalogFor, originsFor } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { knownTexts, propertiesAt } from './known-texts.ts'
import { rowsOf } from './named-acts.ts'
import { isPlaceholder } from './placeholders.ts'
import { plays } from './catalog.ts'
import { isNeverInProduction } from './production.ts'
import { fallbacksOf, type Fallback } from './secret-fallbacks.ts'
import { authorizationSet, formedSecretsIn, isCredential } from './secret-forms.ts'
import { isLocalAddress, shapedHint, shapedSecretsIn } from './secret-shapes.ts'
import { isKeyOfBrowsers, isLikeItsName, isOtherThing, isSecretValue, secrecyOf } from './secret-words.ts'
import { isFunction, nameOfKey, unwrapped, type Node, type RuleContext } from './source.ts'
import { textOf } from './strings.ts'
import { hasWord } from './words.ts'

/** A secret that stands in code. */
export interface Secret {
  /** The text that it stands in. */
  readonly node: Node
  /** The part of the file that is the secret itself, where that is not all of the text. */
  readonly loc?: TSESTree.SourceLocation
  /**
   * How it is known: by its `form`, because something takes it as a secret (`use`), because it stands in for a setting
   * that is missing (`fallback`), or by its `name`.
   */
  readonly why: 'form' | 'use' | 'fallback' | 'name'
  readonly value: string
  /** What it is, or what it is called. */
  readonly what: string
  /** What people call the variable of the environment that it is read from. */
  readonly variable: string
  readonly fallback?: Fallback
}

const words = /pass|pwd|secret|token|key|credential|bearer|pepper|salt/i
const uses = /ldap|secret|pass|sign|verify|hmac|cipher|cookie|session|crypt|jwt|redis|auth|sequelize/i

/** Calls the listener for each secret that stands in code, once. */
export function onSecret(
  context: RuleContext,
  further: readonly RegExp[],
  listener: (secret: Secret) => void,
): TSESLint.RuleListener {
  const found = new Finder(context, further, listener)
  const { text } = context.sourceCode
  const named = words.test(text)
  const used = uses.test(text) || readSettings(context.settings).libraries.length > 0
  return {
    ...(found.mayHoldForms() && {
      Literal: (node) => found.inText(node),
      TemplateLiteral: (node) => found.inText(node),
    }),
    ...((named || used) &&
      !isSample(context) && {
        CallExpression: (node) => found.atCall(node),
        NewExpression: (node) => found.atCall(node),
        Property: (node) => found.atProperty(node),
        ObjectExpression: (node) => found.atObject(node),
        AssignmentExpression: (node) => found.atAssignment(node),
        VariableDeclarator: (node) => found.atVariable(node),
        PropertyDefinition: (node) => found.atField(node),
        AssignmentPattern: (node) => found.atDefault(node),
        LogicalExpression: (node) => found.atChoice(node),
        ConditionalExpression: (node) => found.atChoice(node),
      }),
  }
}

/** Files whose secrets are made up, by their path. */
const sample =
  /(?:^|[^a-z])(?:tests?|specs?|e2e|mocks?|fixtures?|fakes?|seeds?|stor(?:y|ies))(?![a-z])|(?:^|[/\\])(?:[\w-]*-)?(?:examples?|samples?|demos?)[/\\]|\.(?:example|sample|demo)\.\w+$/i
/** Files that only the machine of a developer has, by their name. */
const ofDeveloper = /(?:^|[^a-z])(?:dev|devel|development|sandbox)(?![a-z])|\.local\./i

function isSample({ cwd, filename }: RuleContext): boolean {
  const place = path.relative(cwd, filename)
  return sample.test(place) || ofDeveloper.test(path.basename(place))
}

const texts =
  /(?:^|[/\\])(?:locales?|i18n|intl|lang|langs|languages?|translations?|messages?|phrases?|l10n)(?:[/\\.]|$)/i

class Finder {
  private readonly seen = new Set<Node>()
  private readonly context: RuleContext
  private readonly further: readonly RegExp[]
  private readonly listener: (secret: Secret) => void

  constructor(context: RuleContext, further: readonly RegExp[], listener: (secret: Secret) => void) {
    this.context = context
    this.further = further
    this.listener = listener
  }

  mayHoldForms(): boolean {
    const { text } = this.context.sourceCode
    return shapedHint.test(text) || this.further.some((form) => form.test(text))
  }

  /** Secrets that their form gives away, wherever they stand. */
  inText(node: TSESTree.Literal | TSESTree.TemplateLiteral) {
    const { sourceCode } = this.context
    if (this.seen.has(node) || isShown(node)) return
    if (node.type === 'Literal' && (typeof node.value !== 'string' || !shapedHintOrOwn(node.value, this.further)))
      return
    if (opensKey(node)) {
      this.inParts(node)
      return
    }
    const text = textOf(sourceCode, node)
    const [first] = text ? shapedSecretsIn(text.value, this.further) : []
    if (!text || !first) return
    if (first.what === 'the password of an address' && isLocalAddress(text.value) && isFallback(node)) return
    if (first.what === 'a key of Google' && isOfBrowsers(node, nameAround(node) ?? '')) return
    this.seen.add(node)
    const named = nameAround(node)
    this.listener({
      node,
      ...(first.start > 0 || first.end < text.value.length ? { loc: text.locate(first) } : {}),
      why: 'form',
      value: text.value.slice(first.start, first.end),
      what: first.what,
      variable: named === undefined ? 'SECRET' : variableFor(named),
    })
  }

  /** A private key that is put together of its lines: `['-----BEGIN PRIVATE KEY-----', …].join('\n')`. */
  private inParts(node: Node) {
    const whole = wholeOf(node)
    const text = whole && textOf(this.context.sourceCode, whole)
    const [first] = text ? shapedSecretsIn(text.value) : []
    if (!whole || !text || first?.what !== 'a private key' || this.seen.has(whole)) return
    this.seen.add(whole)
    const variable = variableFor(nameAround(whole) ?? 'PRIVATE_KEY')
    const value = text.value.slice(first.start, first.end)
    this.listener({ node: whole, why: 'form', value, what: first.what, variable })
  }

  atCall(node: TSESTree.CallExpression | TSESTree.NewExpression) {
    for (const { row } of rowsOf(this.context, node, 'secret.use')) if (!isMadeOfSecret(node)) this.take(node, row)
    if (node.type === 'NewExpression') return
    for (const row of this.rowsOfPlugin(node)) this.take(node, row)
    this.atAuthorization(node)
    this.atFallback(node)
  }

  /** `fastify.register(session, { secret })` */
  private rowsOfPlugin(node: TSESTree.CallExpression): readonly SecretAt[] {
    const [plugin, options] = node.arguments
    if (calledName(node) !== 'register' || !options || !plugin || !/^(?:Identifier|CallExpression)$/.test(plugin.type))
      return []
    const origin = originsFor(this.context).of(plugin)
    if (origin?.kind !== 'export') return []
    const name = origin.name === '*' ? 'default' : origin.name
    return catalogFor(this.context)
      .rows('call', origin.package, undefined, name)
      .filter((row) => plays(row, 'secret.use'))
  }

  private take(node: TSESTree.CallExpression | TSESTree.NewExpression, row: SecretAt) {
    if (row.secret === 'value') return
    const given = node.arguments[row.secret]
    if (!given || given.type === 'SpreadElement' || namesItself(node)) return
    const { sourceCode } = this.context
    const paths = row.under ?? (unwrapped(given).type === 'ObjectExpression' ? ['key', 'passphrase'] : undefined)
    const values = paths ? paths.flatMap((one) => propertiesAt(sourceCode, given, one.split('.'))) : [given]
    for (const value of values) this.use(value, row.variable)
  }

  atProperty(node: TSESTree.Property) {
    if (node.parent.type !== 'ObjectExpression') return
    for (const { row } of rowsOf(this.context, node, 'secret.use')) this.use(node.value, row.variable)
    this.atAuthorization(node)
    if (!node.shorthand) this.named(nameOfKey(node), node.value)
  }

  atObject(node: TSESTree.ObjectExpression) {
    for (const { value, variable } of formedSecretsIn(this.context.sourceCode, node)) this.use(value, variable)
    this.atFallback(node)
  }

  atAssignment(node: TSESTree.AssignmentExpression) {
    this.atAuthorization(node)
    this.atFallback(node)
    const left = unwrapped(node.left)
    const name = nameOfValue(left)
    if (node.operator !== '+=') this.named(name, node.right)
    if (signsCookies(left) && unwrapped(node.right).type === 'ArrayExpression') this.use(node.right, 'COOKIE_SECRET')
  }

  atVariable({ id, init }: TSESTree.VariableDeclarator) {
    if (id.type === 'Identifier' && init) this.named(id.name, init)
  }

  atField(node: TSESTree.PropertyDefinition) {
    if (node.value) this.named(nameOfKey(node), node.value)
  }

  atDefault(node: TSESTree.AssignmentPattern) {
    this.atFallback(node)
    const { left, parent } = node
    const name = parent.type === 'Property' ? nameOfKey(parent) : left.type === 'Identifier' ? left.name : undefined
    this.named(name, node.right)
  }

  atChoice(node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression) {
    this.atFallback(node)
  }

  private atAuthorization(node: Node) {
    const value = authorizationSet(node)
    if (!value) return
    for (const known of knownTexts(this.context.sourceCode, value)) {
      if (isCredential(known.value)) this.tell(known.node, known.value, 'use', 'API_TOKEN')
    }
  }

  private atFallback(node: Node) {
    for (const fallback of fallbacksOf(this.context.sourceCode, node)) {
      if (this.isGuarded(fallback.name)) continue
      for (const { node: at, value } of knownTexts(this.context.sourceCode, fallback.value)) {
        const isName = secrecyOf(fallback.name) !== 'sure' && isLikeItsName(value, fallback.name)
        if (isName || isOtherThing(value)) continue
        this.tell(at, value, 'fallback', fallback.name, fallback)
      }
    }
  }

  /** `if (production && !process.env.JWT_SECRET) throw …`: the value never gets there. */
  private isGuarded(name: string): boolean {
    const { text } = this.context.sourceCode
    if (!/prod/i.test(text)) return false
    const tests = text.match(/\bif\s*\([^{;]*/g) ?? []
    return tests.some((test) => /prod/i.test(test) && test.includes(name))
  }

  private use(value: Node, variable: string) {
    for (const { node, value: text } of knownTexts(this.context.sourceCode, value)) {
      // What a new broker lets in from its own machine only.
      if (text === 'guest' && isFallback(node)) continue
      if (!/^-----BEGIN (?:[A-Z]+ )*(?:PUBLIC KEY|CERTIFICATE)/.test(text))
        this.tellOf(node, text, 'use', nameAround(node) ?? variable, variable)
    }
  }

  /** A text that stands in for a setting is told as such, whatever else it is. */
  private tellOf(node: Node, text: string, why: Secret['why'], name: string, usual: string) {
    const { parent } = node
    const fallback = parent && fallbacksOf(this.context.sourceCode, parent).find((one) => one.value === node)
    if (!fallback) this.tell(node, text, why, name, undefined, usual)
    else if (!this.isGuarded(fallback.name)) this.tell(node, text, 'fallback', fallback.name, fallback)
  }

  private named(name: string | undefined, given: Node) {
    const secrecy = name === undefined || !words.test(name) ? undefined : secrecyOf(name)
    if (name === undefined || secrecy === undefined || isFunction(given)) return
    if (texts.test(this.context.filename) || (secrecy === 'likely' && isOfBrowsers(given, name))) return
    for (const { node, value } of knownTexts(this.context.sourceCode, given)) {
      if (isSecretValue(value, name, secrecy)) this.tellOf(node, value, 'name', name, name)
    }
  }

  private tell(node: Node, value: string, why: Secret['why'], name: string, fallback?: Fallback, usual = name) {
    if (this.seen.has(node) || isPlaceholder(value) || isShown(node) || isMadeUp(node)) return
    if (isNeverInProduction(this.context.sourceCode, node)) return
    this.seen.add(node)
    const [shaped] = shapedHintOrOwn(value, this.further) ? shapedSecretsIn(value, this.further) : []
    const variable = secrecyOf(name) === undefined ? usual : isGeneric(name) ? usual : name
    this.listener({
      node,
      why: shaped ? 'form' : why,
      value: shaped ? value.slice(shaped.start, shaped.end) : value,
      what: shaped?.what ?? name,
      variable: variableFor(variable),
      ...(fallback && { fallback }),
    })
  }
}

function shapedHintOrOwn(value: string, further: readonly RegExp[]): boolean {
  return shapedHint.test(value) || further.some((form) => form.test(value))
}

/** Whether a text is the first line of a private key, and no more of it. */
function opensKey(node: TSESTree.Literal | TSESTree.TemplateLiteral): boolean {
  return (
    node.type === 'Literal' &&
    typeof node.value === 'string' &&
    /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s*$/.test(node.value)
  )
}

/** The expression that a text is a part of: all of a sum, the call that joins a list. */
function wholeOf(part: Node): Node | undefined {
  let node = part
  while (node.parent?.type === 'BinaryExpression' && node.parent.operator === '+') node = node.parent
  if (node.parent?.type !== 'ArrayExpression') return node === part ? undefined : node
  const member = node.parent.parent
  const isJoined = member.type === 'MemberExpression' && nameOfKey(member) === 'join'
  return isJoined && member.parent.type === 'CallExpression' ? member.parent : undefined
}

/** `password`, which says nothing of whose it is. */
function isGeneric(name: string): boolean {
  return /^(?:secret|password|pass|key|keys|token|secretOrKey)$/.test(name)
}

/** `JWT_SECRET` for `jwtSecret` */
function variableFor(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^_+|_+$/g, '').toUpperCase() || 'SECRET'
}

/** The name of what a text is put into. */
function nameAround(given: Node): string | undefined {
  for (let node = given; node.parent; node = node.parent) {
    const { parent } = node
    if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined
    if (parent.type === 'Property' || parent.type === 'PropertyDefinition') return nameOfKey(parent)
    if (parent.type === 'AssignmentExpression') {
      return nameOfValue(parent.left)
    }
    if (/Statement$|Function/.test(parent.type)) return undefined
  }
  return undefined
}

/** `{ apiKey, authDomain }` of Firebase, `Bugsnag.start({ apiKey })`: what every visitor of a site has. */
function isOfBrowsers(node: Node, name: string): boolean {
  const around: string[] = []
  for (let { parent } = node; parent && !/Statement$|Function/.test(parent.type); { parent } = parent) {
    const called =
      parent.type === 'CallExpression' || parent.type === 'NewExpression' ? unwrapped(parent.callee) : parent
    if (called.type === 'MemberExpression' && called.object.type === 'Identifier') around.push(called.object.name)
    if (called.type === 'Identifier') around.push(called.name)
    if (parent.type === 'Property') around.push(nameOfKey(parent) ?? '')
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') around.push(parent.id.name)
    if (parent.type === 'ObjectExpression' && parent.properties.some(isOfFirebase)) around.push('firebase')
  }
  return isKeyOfBrowsers(name, around)
}

function isOfFirebase(property: Node): boolean {
  return (
    property.type === 'Property' && /^(?:authDomain|messagingSenderId|measurementId)$/.test(nameOfKey(property) ?? '')
  )
}

/** What only shows how a value looks: `example: 'eyJ…'` of a description of an API, a placeholder of a form. */
function isShown(node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (/Statement$|Declaration$/.test(parent.type)) return false
    if (parent.type === 'Property' && child === parent.value && shown.test(nameOfKey(parent) ?? '')) return true
    if (parent.type === 'JSXAttribute' && shown.test(String(parent.name.name))) return true
    if (parent.type === 'CallExpression' && /^(?:describe|describedAs|meta|openapi|example)$/.test(calledName(parent)))
      return true
  }
  return false
}

const shown =
  /^(?:examples?|description|placeholder|sample|hint|title|summary|docs?|doc|help|helpText|label|usage|tooltip)$/

const madeUp = new Set(
  'test tests mock mocks mocked fake fixture fixtures dummy example sample stub spec placeholder placeholders'.split(
    ' ',
  ),
)

/** Whether the name of what a text stands in says that it is made up: `testSecret`, `mockConfig`, `devDefault`. */
function isMadeUp(node: Node): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    const name =
      parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? parent.id.name
        : parent.type === 'Property' || parent.type === 'PropertyDefinition' || parent.type === 'MethodDefinition'
          ? nameOfKey(parent)
          : parent.type === 'FunctionDeclaration'
            ? parent.id?.name
            : undefined
    if (name !== undefined && (hasWord(name, madeUp) || name === 'devDefault')) return true
  }
  return false
}

/** Whether a text is only used where a setting is missing. */
function isFallback(node: Node): boolean {
  const { parent } = node
  if (!parent) return false
  if (parent.type === 'LogicalExpression') return parent.right === node
  if (parent.type === 'AssignmentPattern') return parent.right === node
  if (parent.type === 'ConditionalExpression') return parent.alternate === node
  if (parent.type === 'Property') return nameOfKey(parent) === 'default'
  return (
    parent.type === 'CallExpression' &&
    (/^(?:default|prefault|catch)$/.test(calledName(parent)) || parent.arguments.indexOf(node as never) === 1)
  )
}

/** `app.keys = ['…']`: what an application signs its cookies with. */
function signsCookies(left: Node): boolean {
  return (
    left.type === 'MemberExpression' &&
    nameOfKey(left) === 'keys' &&
    left.object.type === 'Identifier' &&
    /^(?:app|koa|server)$/.test(left.object.name)
  )
}

/** `new Sequelize('database', 'username', 'password')`: for a database that asks for none of them. */
function namesItself(node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const [first, second, third] = node.arguments.map((one) => (one.type === 'Literal' ? one.value : undefined))
  return /^(?:database|db)$/.test(String(first)) && /^user(?:name)?$/.test(String(second)) && third === 'password'
}

/** `createHmac('sha256', 'WebAppData').update(botToken)`: the label of a protocol, with which a secret is made into another. */
function isMadeOfSecret(node: Node): boolean {
  const { parent } = node
  if (parent?.type !== 'MemberExpression' || nameOfKey(parent) !== 'update') return false
  const [value] = parent.parent.type === 'CallExpression' ? parent.parent.arguments : []
  if (!value) return false
  const name = nameOfValue(value)
  return name !== undefined && secrecyOf(name) !== undefined
}
