import path from 'node:path'
import { contentOf, filesIn, type Listing } from './files.ts'
import { packageAround } from './package.ts'

const declaring =
  /(?:router|routes?|app|server|fastify|api|instance)\w{0,60}\s*\.\s*(?:get|post|put|patch|delete|all|route)\s*[(<]/i

const routers = new WeakMap<Listing, ReadonlyMap<string, string>>()

/** The texts of the files of a package that declare routes, read once as long as no file changes. */
function routersIn(listing: Listing): ReadonlyMap<string, string> {
  let texts = routers.get(listing)
  if (!texts) {
    const code = [...listing.keys()].filter((file) => /\.[cm]?[jt]s$/.test(file))
    const read = code.map((file) => [file, contentOf(file) ?? ''] as const)
    routers.set(listing, (texts = new Map(read.filter(([, text]) => declaring.test(text)))))
  }
  return texts
}

/**
 * What stands beside a function in each route that other files of the package declare with it: the arguments of the
 * call, without texts in quotes and without what names the function.
 */
export function besideInRoutes(file: string, name: string): readonly string[] {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  if (folder === undefined) return []
  const index = path.join(path.dirname(file), `index${path.extname(file)}`)
  const handedOn = index === file ? [] : importsOf(index, contentOf(index) ?? '', file)
  return [...routersIn(filesIn(folder, 'own'))].flatMap(([router, text]) => {
    if (router === file) return []
    const known = [...importsOf(router, text, file), ...(handedOn.length > 0 ? importsOf(router, text, index) : [])]
    return known.length === 0 ? [] : routesNaming(text, known, name)
  })
}

/** What a file has of another one: the name here, and the one there; `*` for the module, `default` for that. */
interface Imported {
  readonly local: string
  readonly name: string
}

const imports =
  /\b(?:import|export)\s+(?!\s|type\b)([^'";]{0,2000}?)\bfrom\s*['"]([^'"\n]+)['"]|(?:\b(?:const|let|var)\s+|\bexports\.)([^=;]{1,500}?)=\s*require\(\s*['"]([^'"\n]+)['"]/g

function importsOf(importer: string, text: string, file: string): readonly Imported[] {
  return [...text.matchAll(imports)].flatMap(([, clause = '', from = '', target = '', required = '']) =>
    isModule(importer, from || required, file) ? namesOf(clause || target) : [],
  )
}

/** Whether a specifier stands for a file; of one that an alias begins, the last part has to. */
function isModule(importer: string, specifier: string, file: string): boolean {
  const bare = (text: string) => text.replace(/\.[cm]?[jt]s$/, '').replace(/[/\\]index$/, '')
  if (!specifier.startsWith('.')) return path.basename(bare(specifier)) === path.basename(bare(file))
  return bare(path.resolve(path.dirname(importer), specifier)) === bare(file)
}

/** `orders`, `* as orders`, `{ create, update as change }`, `{ create: createOrder }` */
function namesOf(clause: string): readonly Imported[] {
  const [, list = ''] = /\{([^}]*)\}/.exec(clause) ?? []
  const listed = list.split(',').map((one) => one.trim().split(/\s+as\s+|\s*:\s*/))
  const whole = clause.replace(/\{[^}]*\}/, '').replace(/\*\s*as\s+/, '')
  return [
    ...listed.flatMap(([name = '', local = name]) => (name === '' ? [] : [{ local, name }])),
    ...[...whole.matchAll(/[\w$]+/g)].map(([local]) => ({ local, name: 'default' })),
  ]
}

function routesNaming(text: string, known: readonly Imported[], name: string): readonly string[] {
  const reference = referenceTo(text, known, name)
  return callsOf(text)
    .filter((call) => reference.test(call))
    .map((call) => call.replace(reference, ''))
}

/** What names a function of a module: itself, or a member of what holds it, an instance of its class too. */
function referenceTo(text: string, known: readonly Imported[], name: string): RegExp {
  const locals = known.map(({ local }) => local)
  const made = [...text.matchAll(/\b(?:const|let)\s+(\w+)[^=\n]{0,200}=\s*([^\n]*)/g)].flatMap(
    ([, kept = '', value = '']) =>
      locals.some((local) => new RegExp(String.raw`\b${local}\b(?!['"])`).test(value)) ? [kept] : [],
  )
  const itself = known.filter((one) => one.name === name || one.name === 'default').map(({ local }) => local)
  const member = String.raw`\b(?:${[...locals, ...made].join('|')})(?:\(\))?\s*\.\s*${name}\b`
  return new RegExp(itself.length === 0 ? member : String.raw`${member}|(?<![.\w])(?:${itself.join('|')})\b(?!\s*[.(])`)
}

const routing = /\.\s*(?:get|post|put|patch|delete|del|all|use|route)\s*(?:<[^()]*>)?\s*\(/g

/** The arguments of all calls of a text that may declare a route, without what stands in quotes. */
function callsOf(text: string): readonly string[] {
  const plain = text.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, `''`)
  return [...plain.matchAll(routing)].map(({ index, 0: { length } }) => {
    const start = index + length
    return plain.slice(start, closingAfter(plain, start))
  })
}

function closingAfter(text: string, start: number): number {
  let open = 1
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') open += 1
    else if (text[at] === ')') open -= 1
    if (open === 0) return at
  }
  return text.length
}
