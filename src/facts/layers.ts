import path from 'node:path'
import { routeAround } from './routes.ts'
import { ancestor, isClass, type Node, type RuleContext } from './source.ts'
import { wordsOf } from './words.ts'

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

/** Files of these names have nobody to answer, whichever folder they stand in. */
const awayName =
  /(?:^|[._-])(?:workers?|queues?|jobs?|crons?|processors?|consumers?|listeners?|schedulers?|subscribers?)\./i

/** The layer that a node belongs to: by the handler or the class around it, or by how its file and folders are called. */
export function layerOf(context: RuleContext, node: Node): Layer | undefined {
  const owner = ancestor(node, isClass)
  const byClass = owner?.id ? layerNamed(owner.id.name) : undefined
  if (byClass) return byClass
  if (awayName.test(path.basename(context.filename))) return undefined
  const names = context.filename.replaceAll('\\', '/').split('/').slice(-4).toReversed()
  const byFile = names.map((name) => layerNamed(name.replace(/\.[cm]?[jt]sx?$/, ''))).find((one) => one)
  return byFile ?? (routeAround(context, node) ? 'handler' : undefined)
}

/** `UserService`, `users.service`, `use-cases`: the last word says it. */
function layerNamed(name: string): Layer | undefined {
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  return layers[last] ?? layers[`${words.at(-2) ?? ''}${last}`]
}
