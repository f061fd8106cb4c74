import type { RuleContext } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

const starts = new Set('boot bootstrap init initialize initialise setup configure startup preload main'.split(' '))
/** Words that start something where the name says what is started, or what is read for that. */
const makes = new Set('start restart create make build load register run'.split(' '))
const started = new Set(
  'app application server servers http https http2 tls ssl cluster middleware middlewares router routers routes logger plugins modules extensions addons migrations certificates certs'.split(
    ' ',
  ),
)
const reads = new Set('load reload read get parse resolve create make build'.split(' '))
/** What is written for other programs, and by nobody who waits for an answer. */
const writes = new Set('emit generate write print dump codegen'.split(' '))
const written = new Set(
  'schema schemas sdl types typings typedefs openapi swagger introspection manifest logo banner'.split(' '),
)
const databases = new Set('db database mongo mongodb mongoose postgres mysql sqlite redis'.split(' '))
export const settingsWords = new Set('config configs configuration env environment envs settings options'.split(' '))
/** Names by which frameworks call what they run while they start or stop. */
const hooks =
  /^(?:start|config|shutdown|gracefulShutdown|useFactory|onModuleInit|onModuleDestroy|onApplicationBootstrap|onApplicationShutdown|beforeApplicationShutdown|forRoot|forRootAsync|forFeature|registerAsync|createTypeOrmOptions|createMongooseOptions|createJwtOptions|createMulterOptions|createGqlOptions|createHttpOptions)$/

/** Whether a function is there to start the program, or to write what it is made from, by its name. */
export function isStartName(name: string): boolean {
  const [first = '', ...rest] = wordsOf(name)
  if (hooks.test(name) || starts.has(first)) return true
  if (writes.has(first) && rest.some((word) => written.has(word))) return true
  if (first === 'connect') return rest.some((word) => databases.has(word))
  return rest.some((word) => (makes.has(first) && started.has(word)) || (reads.has(first) && settingsWords.has(word)))
}

const placesOfStart = new Set(
  `config configs configuration env environment boot bootstrap startup setup instrumentation tracing
   migration migrations migrator codegen generator scaffold`.split(/\s+/),
)

const buildSteps = /^(?:build|bundle|compile|deploy|release)$/
/** What holds the keys of a server, which are read before it listens. */
const keysOfServer = /^(?:certs|tls|ssl)$/

/** What loads the parts of a program; a loader of GraphQL answers requests. */
const loaders = /^(?!.*(?:graphql|data-?loader)).*[/\\]loaders[/\\]/i

/** Whether a whole file is for before requests come, by its name or its folder: `src/config/database.ts`. */
export function isStartFile({ filename, cwd }: Pick<RuleContext, 'filename' | 'cwd'>): boolean {
  const place = filename.startsWith(cwd) ? filename.slice(cwd.length) : filename
  const [name = '', folder = ''] = place.split(/[/\\]/).reverse()
  const base = name.replace(/\.[cm]?[jt]sx?$/, '')
  return (
    hasWord(base, placesOfStart) ||
    placesOfStart.has(folder) ||
    buildSteps.test(base) ||
    keysOfServer.test(base) ||
    loaders.test(place)
  )
}
