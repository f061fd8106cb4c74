import { routeAround } from './routes.ts'
import { ancestor, isClass, isFunction, type Node, type RuleContext } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** The part of a backend that some code is. */
export type Layer = 'handler' | 'service' | 'repository' | 'middleware'

const layers: Readonly<Record<string, Layer>> = Object.fromEntries(
  (
    [
      [
        'handler',
        'handler handlers controller controllers resolver resolvers route routes router routers endpoint endpoints',
      ],
      ['service', 'service services usecase usecases interactor interactors'],
      ['repository', 'repository repositories repo repos dao daos'],
      ['middleware', 'middleware middlewares guard guards interceptor interceptors'],
    ] as const
  ).flatMap(([layer, words]) => words.split(' ').map((word) => [word, layer] as const)),
)

/** Files and folders of these names have nobody to answer. */
const awayWords = new Set(
  'worker workers queue queues job jobs cron crons processor processors consumer consumers listener listeners scheduler schedulers subscriber subscribers indexer indexers importer importers task tasks'.split(
    ' ',
  ),
)

/** The layer that a node belongs to: by the handler or the class around it, or by how its file and folders are called. */
export function layerOf(context: RuleContext, node: Node): Layer | undefined {
  const path = context.filename.replaceAll('\\', '/').split('/').slice(-4).toReversed()
  // In front of `src` stands a package: `packages/repo/src/tree.ts` is no repository.
  const root = path.indexOf('src')
  const names = root < 0 ? path : path.slice(0, root)
  if (names.slice(0, 2).some((name) => hasWord(name, awayWords)) || isInJob(node)) return undefined
  const owner = ancestor(node, isClass)
  const byClass = owner?.id ? layerNamed(owner.id.name) : undefined
  // What helps a layer is none: `routes/swagger/utils/`.
  const helper = names.findIndex((name) => /^(?:utils?|helpers?|swagger|openapi|docs|generators?|types)$/.test(name))
  const counted = helper < 0 ? names : names.slice(0, helper)
  const isOfDocs = names.some((name) => /^(?:swagger|openapi)$/.test(name))
  const byFile = (isOfDocs ? [] : counted)
    .map((name) => layerNamed(name.replace(/\.[cm]?[jt]sx?$/, '')))
    .find((one) => one)
  if (!byClass && byFile === 'handler' && isNoHandler(names)) return undefined
  return byClass ?? byFile ?? (routeAround(context, node) ? 'handler' : undefined)
}

/** Whether files that are called like handlers are those of jobs, or say how routes and routers are made up: `jobs/mail/send.handler.ts`, `model/router.ts`. */
function isNoHandler([file = '', folder = '', ...outer]: readonly string[]): boolean {
  const ofRoutes = /rout(?:e|er)s?\.[cm]?[jt]sx?$/i.test(file)
  const ofData = /^(?:utils?|helpers?|constants|models?|schemas?|entities)$/.test(folder)
  if (ofRoutes && ofData) return true
  return /handlers?\.[cm]?[jt]sx?$/i.test(file) && [folder, ...outer].some((name) => hasWord(name, awayWords))
}

/** `process: async (job) => …` */
function isInJob(node: Node): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    const [first] = isFunction(parent) ? parent.params : []
    if (first?.type === 'Identifier' && /^(?:job|task|message|msg)$/.test(first.name)) return true
  }
  return false
}

/** `UserService`, `users.service`, `use-cases`: the last word says it. */
function layerNamed(name: string): Layer | undefined {
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  return layers[last] ?? layers[`${words.at(-2) ?? ''}${last}`]
}
