import path from 'node:path'
import { packageAround, type Package } from '../project/package.ts'
import type { Source } from './source.ts'

/** What a file is for. Rules about a running backend speak of `server` files only. */
export type FileKind =
  | 'server'
  | 'front-end'
  | 'test'
  | 'cli'
  | 'script'
  | 'migration'
  | 'seed'
  | 'config'
  | 'generated'
  | 'declaration'
  | 'documentation'

/** What a file is written in: code, or one of the languages of this plugin; any other is `text`. */
export type FileLanguage = 'code' | 'sql' | 'prisma' | 'text'

const languageOfRoot: Readonly<Record<string, FileLanguage>> = { SqlFile: 'sql', PrismaFile: 'prisma' }

/** What the parsers of such files tell of themselves, whose trees look like those of programs. */
const marksOfData = ['isYAML', 'isJSON', 'isTOML', 'isHTML']

const code = new WeakSet<Source>()

/** Takes the word of a host, or of the file's name, that a file is code, so that it need not be parsed to know it. */
export function declareCode(source: Source) {
  code.add(source)
}

/** The language of a file; another plugin may have parsed it, so that its root is none of ours. */
export function fileLanguage(source: Source): FileLanguage {
  if (code.has(source)) return 'code'
  const { ast, scopeManager, parserServices } = source
  const { type }: { readonly type: string } = ast
  const isProgram = type === 'Program' && scopeManager
  if (isProgram && !marksOfData.some((mark) => Reflect.has(parserServices ?? {}, mark))) return 'code'
  return languageOfRoot[type] ?? 'text'
}

interface FileOfRule {
  readonly filename: string
  readonly cwd: string
  readonly sourceCode: Source
}

const kinds = new WeakMap<Source, FileKind>()

/** What the file is for, decided once: by its path below the working directory, then by what it says. */
export function fileKind({ filename, cwd, sourceCode }: FileOfRule): FileKind {
  let kind = kinds.get(sourceCode)
  if (!kind) {
    const isCode = fileLanguage(sourceCode) === 'code'
    const place = path.isAbsolute(filename) ? path.relative(cwd, filename) : filename
    const byPath = kindOfPath(place.replaceAll('\\', '/'))
    const isCommand = byPath === 'cli' && /@nestjs\/cqrs|@CommandHandler/.test(sourceCode.text)
    // A folder that says `server` may still hold a file of the front end, or a generated one.
    // A schema or a script of SQL below `web/` or `cli/` is still what the database gets.
    if (isSchemaOfDocs(fileLanguage(sourceCode), place)) kind = 'documentation'
    else if (!isCode) kind = byPath === undefined || byPath === 'front-end' || byPath === 'cli' ? 'server' : byPath
    const mayServe = byPath === 'front-end' && /\.[cm]?[jt]s$/.test(place) && serverImport.test(sourceCode.text)
    kind ??=
      byPath === undefined || byPath === 'server' || isCommand || mayServe
        ? (kindOfText(sourceCode) ?? kindOfPackage(filename) ?? 'server')
        : byPath
    kinds.set(sourceCode, kind)
  }
  return kind
}

const toolKinds: ReadonlySet<FileKind | undefined> = new Set(['test', 'cli', 'script', 'migration', 'seed', 'config'])

/** Whether another file, by its place or by what its package says of it, is for developers and runs in no server. */
export function isToolPath(file: string, cwd: string): boolean {
  const around = packageAround(file)
  if (around?.scripts.has(file) || around?.commands.has(file)) return true
  return toolKinds.has(kindOfPath(path.relative(cwd, file).replaceAll('\\', '/')))
}

/** A schema or SQL that a text about the project shows; no database gets it. */
function isSchemaOfDocs(language: FileLanguage, place: string): boolean {
  return (language === 'sql' || language === 'prisma') && /(?:^|[\\/])(?:docs?|documentation)[\\/]/i.test(place)
}

/** Folders, by their whole name, that decide for everything below them. */
const decisiveFolders: readonly (readonly [FileKind, RegExp])[] = [
  ['generated', /^(?:generated|__generated__|\.prisma|dist|vendor|third[-_]party|\.yarn)$/],
  [
    'test',
    /^(?:__tests?__|tests?|specs?|e2e|e2e-tests?|integration-tests?|__mocks__|mocks?|fakes?|stubs?|__fixtures__|fixtures?|cypress|playwright|(?:[\w-]+-)?test-?(?:utils|helpers)|testing|benchmarks?|bench|test-?(?:plugins?|apps?|projects?|data|servers?))$/,
  ],
  ['migration', /^(?:[\w-]*[-_])?(?:migrations?|alterations?)$|^migrate$/],
  ['seed', /^(?:seeds?|seeders?|seeding)$/],
]

/** Folders that decide unless a folder further in says otherwise: `apps/web/src/server/` is server code. */
const folders: readonly (readonly [FileKind, RegExp])[] = [
  [
    'server',
    /^(?:server|servers|server-only|backend|back-end|api|apis|graphql|trpc|routes|controllers|services|repositories|middlewares?|workers?|queues?|jobs)$/,
  ],
  [
    'script',
    /^(?:\.github|\.gitlab|\.circleci|scripts?|playground|examples?|example-?(?:plugins?|apps?|projects?)|samples?|demos?)$/,
  ],
  ['cli', /^(?:cli|bin|commands?|command-?line|create-[\w-]*app)$/],
  ['front-end', /^(?:frontend|front-end|web|webapp|website|ui|components?|storybook|stories|mobile|ios|android)$/],
]

/** Folders that decide only outside `src`, where `src/tools` or `src/client` may well be part of the server. */
const outerFolders: readonly (readonly [FileKind, RegExp])[] = [
  ['script', /^(?:tools?|tooling|install(?:er)?|docs?|www|hack)$/],
  ['test', /^acceptance(?:-tests?)?$/],
  ['front-end', /^(?:client|dashboard|landing|marketing|desktop|extension|browser)$/],
]

const decisiveFiles: readonly (readonly [FileKind, RegExp])[] = [
  ['declaration', /\.d\.[cm]?ts$/],
  // What GraphQL and OpenAPI generators are told to write: `generated-admin-types.ts`.
  ['generated', /(?:^|\/)generated-(?:[\w-]+-)?(?:types|schema|api|client|graphql|sdk)\.[cm]?tsx?$/],
]

const fileKinds: readonly (readonly [FileKind, RegExp])[] = [
  [
    'test',
    /(?:[._-](?:test|tests|spec|e2e-spec|e2e|bench|fixture|mock|stories)\.[cm]?[jt]sx?|(?:^|\/)(?:vitest|jest|playwright|cypress)[\w.-]*\.[cm]?[jt]s|(?:^|\/)(?:setup-?tests?|test-?setup|[\w-]*test-utils|mocks?|[\w-]*harness)\.[cm]?[jt]s)$/i,
  ],
  ['generated', /[._-](?:gen|generated)\.[cm]?[jt]sx?$/],
  // What bundlers of Remix and SvelteKit keep out of the browser.
  ['server', /\.server\.[cm]?[jt]s$/],
  // What a generator writes into other projects.
  ['generated', /(?:^|\/)(?:cli|generators?|schematics|scaffolds?)\/(?:[^/]+\/)*[^/]+\.template\.[cm]?[jt]sx?$/],
  [
    'config',
    /(?:\.config|\.conf|rc)\.[cm]?[jt]s$|(?:^|\/)(?:gulpfile|gruntfile|webpack[\w.-]*|rollup[\w.-]*)\.[cm]?[jt]s$/i,
  ],
  ['migration', /(?:^|[/._-])(?:migrations?|migrate)\.[cm]?[jt]s$/],
  // Steps of SQL that carry a number, wherever a tool puts them: `drizzle/0007_orders.sql`, `V2__orders.sql`.
  ['migration', /(?:^|\/)(?:\d{3,}[-_.]|V\d[\d._]*__)[^/]*\.sql$|\.(?:up|down)\.sql$/],
  ['seed', /(?:^|[/._-])(?:seeds?|seeder)\.[cm]?[jt]s$|(?:^|\/)seed-[\w.-]*\.[cm]?[jt]s$/],
  ['script', /(?:^|[/._-])playground\.[cm]?[jt]s$/],
  // What stands before the bundler while developers work: `dev-server.ts`.
  ['script', /(?:^|\/)dev-?server\.[cm]?[jt]s$/i],
  ['cli', /(?:^|[/._-])(?:cli|command)\.[cm]?[jt]s$/],
  ['front-end', /\.(?:[jt]sx|vue|svelte|astro)$/],
]

function kindOfPath(place: string): FileKind | undefined {
  const end = place.lastIndexOf('/') + 1
  const folder = kindOfFolder(place.slice(0, end))
  return firstKind(decisiveFiles, [place]) ?? folder.decided ?? firstKind(fileKinds, [place]) ?? folder.likely
}

interface FolderKind {
  /** What everything below the folder is for. */
  readonly decided: FileKind | undefined
  /** What a file in it is for, unless its own name says something else. */
  readonly likely: FileKind | undefined
}

const folderKinds = new Map<string, FolderKind>()

/** What the names in the path of a folder say, which all its files share. */
function kindOfFolder(place: string): FolderKind {
  let kind = folderKinds.get(place)
  if (!kind) {
    // `predefinedMigrations` is `predefined-migrations`.
    const folded = place.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
    const names = folded.split('/').slice(0, -1)
    const outer = names.includes('src') ? names.slice(0, names.indexOf('src')) : names
    const innermost = names
      .toReversed()
      .reduce<FileKind | undefined>((found, name) => found ?? firstKind(folders, [name]), undefined)
    kind = { decided: firstKind(decisiveFolders, names), likely: innermost ?? firstKind(outerFolders, outer) }
    folderKinds.set(place, kind)
  }
  return kind
}

function firstKind(kinds: readonly (readonly [FileKind, RegExp])[], names: readonly string[]): FileKind | undefined {
  return kinds.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0]
}

const leadingComments = /^\uFEFF?(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*/
/** What tools write on top of what they generate; a comment that says how a number is generated is none. */
const generatedMark =
  /@generated\b|\bdo not (?:edit|modify)\b|\b(?:this|the) (?:file|code|module|client)\b[^.]{0,60}\bgenerated\b|(?:^|\n)[ \t*\/#-]*(?:auto(?:matically)?[- ]?generated|generated (?:by|from|with)|code generated)\b/i
/**
 * Frameworks that answer requests, drivers of databases and queues, what Next.js keeps on the server: a file that imports
 * one, and not its types alone, is no front end, although it stands in `src/web`.
 */
const ofServers =
  'express|fastify|koa|@koa/router|restify|@hapi/hapi|@nestjs/(?:common|core)|server-only|next/(?:server|headers)|pg|mysql2?(?:/promise)?|mongodb|mongoose|ioredis|redis|knex|sequelize|bullmq|nodemailer'
const serverImport = new RegExp(
  String.raw`(?:^|[\n;])[ \t]*import\s+(?!type\b)(?:[^'";]{0,2000}\bfrom\s*)?['"](?:${ofServers})['"]|\brequire\(\s*['"](?:${ofServers})['"]`,
)
const frontEndImport =
  /(?:from|require\()\s*['"](?:react(?:-dom|-native|-router[\w-]*)?(?:\/[^'"]*)?|vue|vue-router|svelte(?:\/[^'"]*)?|solid-js(?:\/[^'"]*)?|preact(?:\/[^'"]*)?|@angular\/[^'"]*|next\/(?:navigation|link|image|router)|@tanstack\/react-query|zustand|jotai|electron)['"]/

/** The type that a plugin of a bundler has: code that runs while the project is built. */
const buildPlugin =
  /\b(?:Plugin|PluginOption)\b[^;'"]{0,500}\bfrom\s*['"](?:vite|rollup|esbuild|webpack|@rspack\/core|unplugin)['"]/

/** `export default async (argv) => …`: a module that is run with what stands on the command line. */
const givenArguments = /^(?:export default|module\.exports\s*=)\s+(?:async\s*)?(?:function\b[^(]*)?\(?argv\b/m

/** The comments on top of a text. */
function headOf(text: string): string {
  return leadingComments.exec(text.slice(0, 2000))?.[0] ?? ''
}

/** Whether a file says on top that a tool has written it, wherever it stands. */
export function isMarkedGenerated({ text }: Source): boolean {
  return generatedMark.test(headOf(text))
}

function kindOfText(source: Source): FileKind | undefined {
  const { text } = source
  if (text.startsWith('#!') || givenArguments.test(text)) return 'cli'
  const head = headOf(text)
  if (generatedMark.test(head)) return 'generated'
  if (buildPlugin.test(text)) return 'script'
  if (/^['"]use client['"]/.test(text.slice(head.length, head.length + 20))) return 'front-end'
  return frontEndImport.test(text) || usesBrowser(source) ? 'front-end' : undefined
}

const browserGlobals = ['window', 'document', 'localStorage', 'sessionStorage']

/** A name that only a browser has, unless it is surely the name of a property, or a word in quotes. */
const browserWord =
  /(?<![.'"`])\b(?:window|document|localStorage|sessionStorage|postMessage)\b(?!['"`])|\bself\.postMessage\b/

/** Whether code uses what only a browser has; a variable that is called `document` is a record of the database. */
function usesBrowser(source: Source): boolean {
  const { text } = source
  if (!browserWord.test(text)) return false
  const scope = source.scopeManager?.globalScope
  const names = text.includes('self.postMessage') ? [...browserGlobals, 'self'] : browserGlobals
  // A script declares its own variables beside the globals.
  const globals = names.map((name) => scope?.set.get(name)).filter((variable) => variable?.defs.length === 0)
  const references = [...(scope?.through ?? []), ...globals.flatMap((variable) => variable?.references ?? [])]
  // `typeof window` only asks.
  return references.some(
    ({ identifier }) =>
      names.includes(identifier.name) &&
      identifier.parent?.type !== 'UnaryExpression' &&
      identifier.parent?.type !== 'TSTypeQuery',
  )
}

const frontEndPackages =
  /^(?:react|react-dom|react-native|vue|svelte|solid-js|preact|lit|expo|electron|@angular\/core|@ionic\/.*|@tauri-apps\/.*)$/
/** Packages that only a server needs, and frameworks that are both ends in one. */
const serverPackages =
  /^(?:express|fastify|hono|koa|next|nuxt|astro|restify|@hapi\/hapi|@nestjs\/.*|@trpc\/server|@apollo\/server|graphql-yoga|@remix-run\/.*|@react-router\/.*|@sveltejs\/kit|@tanstack\/react-start|pg|mysql2?|postgres|knex|kysely|drizzle-orm|typeorm|sequelize|mongoose|mongodb|@prisma\/client|@mikro-orm\/.*|better-sqlite3|ioredis|redis|bullmq|kafkajs|pino|winston)$/

/** What a whole package is for, where its dependencies say so. */
export function kindOfPackage(filename: string): FileKind | undefined {
  // A text without a place stands in no package, whatever folder the process was started in.
  const around = path.isAbsolute(filename) ? packageAround(filename) : undefined
  if (!around) return undefined
  if (around.commands.has(filename)) return 'cli'
  if (around.scripts.has(filename)) return 'script'
  return kindOfDependencies(around)
}

const dependencyKinds = new WeakMap<Package, { readonly kind: FileKind | undefined }>()

function kindOfDependencies(around: Package): FileKind | undefined {
  let known = dependencyKinds.get(around)
  if (!known) dependencyKinds.set(around, (known = { kind: kindByDependencies(around) }))
  return known.kind
}

function kindByDependencies({ dependencies, devDependencies, commands, isImported }: Package): FileKind | undefined {
  const needed = [...dependencies]
  if (needed.some((name) => serverPackages.test(name))) return undefined
  if ([...needed, ...devDependencies].some((name) => frontEndPackages.test(name))) return 'front-end'
  return commands.size > 0 && !isImported ? 'cli' : undefined
}
