import path from 'node:path'
import { scriptsIn } from './package.ts'
import { passageOf, unescaped, type Passage } from './passage.ts'
import { readShell, readWords, type ShellCommand } from './shell.ts'
import { readYaml, type Scalar } from './yaml.ts'

/**
 * The commands that a file runs where the program is built, delivered or started for its users: scripts of a
 * `package.json`, a Dockerfile, a compose file, the jobs of a pipeline that deploy, an entry point, a Procfile.
 * What a condition decides about is left out.
 */
export function deliveredCommands(file: string, text: string): readonly ShellCommand[] {
  return readersOf(path.basename(file))
    .flatMap((read) => read(text, file))
    .filter(({ conditional }) => !conditional)
}

type Reader = (text: string, file: string) => readonly ShellCommand[]

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^package\.json$/, readScripts],
  [/^(?:Dockerfile|Containerfile)|\.(?:Dockerfile|dockerfile)$/, readDockerfile],
  [/compose[^/]*\.ya?ml$/, readCompose],
  [/^\.gitlab-ci\.ya?ml$/, readGitLab],
  [/\.ya?ml$/, readWorkflow],
  [/\.sh$/, readScriptFile],
  [/^Procfile$/, readProcfile],
]

function readersOf(name: string): readonly Reader[] {
  return readers
    .filter(([pattern]) => pattern.test(name))
    .slice(0, 1)
    .map(([, read]) => read)
}

const awayWords =
  /(?:^|[^a-z])(?:dev|develop|development|debug|tests?|testing|spec|e2e|local|localhost|mocks?|fixtures?|seed(?:s|ers?)?|reset|sandbox|preview|devcontainer|override|ci|lint|check|watch|integration|unit|pr|pull)(?![a-z])/i
const deliveryWords =
  /(?:^|[^a-z])(?:deploy(?:ment|s)?|release|prod|production|publish|cd|ship|rollout|staging|live|migrat(?:e|ion|ions))(?![a-z])/i

/** Whether a name says that it is for the machine of a developer, or for tests. */
export function isAway(name: string): boolean {
  return awayWords.test(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

const deliveredScript =
  /(?:^|[^a-z])(?:(?:pre|post)?(?:start|build|deploy|release|serve)|deployment|prod|production|heroku|vercel)(?![a-z])|^(?:pre|post)?install$/i

/** Whether a script of a `package.json` is one that hosts and images run: `start`, `build`, `postinstall`, `deploy:prod`. */
export function isDeliveredScript(name: string): boolean {
  return deliveredScript.test(name) && !isAway(name)
}

/** A database that the same commands have started, or that is on the same machine, is none of the users'. */
const localDatabase = /\bdocker(?:-|\s+)compose\b[^&|;]*\bup\b|\bdocker\s+run\b|localhost|127\.0\.0\.1/

function readScripts(text: string): ShellCommand[] {
  return [...scriptsIn(text)].flatMap(([name, script]) =>
    isDeliveredScript(name) && !localDatabase.test(script.value) ? readShell(script) : [],
  )
}

const instruction = /^[ \t]*(FROM|RUN|CMD|ENTRYPOINT)[ \t]+((?:\\\r?\n(?:[ \t]*#[^\n]*\n)*|[^\n])*)/gim

function readDockerfile(text: string, file: string): ShellCommand[] {
  if (isAway(path.basename(file).replace(/Dockerfile|Containerfile/i, ' '))) return []
  let stageIsAway = false
  const commands: ShellCommand[] = []
  for (const match of text.matchAll(instruction)) {
    const [whole, keyword = '', body = ''] = match
    if (keyword.toUpperCase() === 'FROM') stageIsAway = isAway(/\sAS\s+(\S+)/i.exec(body)?.[1] ?? '')
    else if (!stageIsAway) commands.push(...readInstruction(text, match.index + whole.length - body.length, body))
  }
  return commands
}

function readInstruction(text: string, start: number, body: string): ShellCommand[] {
  const document = /<<-?\s*(['"]?)(\w+)\1[^\n]*$/.exec(body)
  if (document) {
    const from = start + body.length + 1
    const close = new RegExp(`^[ \\t]*${document[2] ?? ''}[ \\t]*$`, 'm').exec(text.slice(from))
    return readShell(passageOf(text, from, close ? from + close.index : text.length))
  }
  const list = /^\[[^\]]*\]/.exec(body)?.[0]
  return list === undefined
    ? readShell(passageOf(text, start, start + body.length))
    : readWords(itemsOf(text, start, list))
}

function itemsOf(text: string, start: number, list: string): Passage[] {
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(({ 0: whole, index }) =>
    unescaped(text, start + index + 1, start + index + whole.length - 1),
  )
}

function readCompose(text: string, file: string): ShellCommand[] {
  if (isAway(path.basename(file))) return []
  const scalars = readYaml(text)
  return groupsOf(scalars, ([root]) => root === 'services', 2).flatMap(([name = '', inner]) => {
    const isLocal = inner.some(({ path: keys, passage: { value } }) =>
      keys.some((key) => key === 'target' || key === 'environment') ? isAway(value) && !/:\/\//.test(value) : false,
    )
    if (isLocal || isAway(name)) return []
    return ['command', 'entrypoint'].flatMap((key) => commandsAt(inner, key))
  })
}

/** `command: node .`, or a list of its words. */
function commandsAt(scalars: readonly Scalar[], key: string): ShellCommand[] {
  const whole = scalars.find(({ path: keys }) => keys.length === 3 && keys[2] === key)
  if (whole) return readShell(whole.passage)
  return readWords(
    scalars.filter(({ path: keys }) => keys.length === 4 && keys[2] === key).map(({ passage }) => passage),
  )
}

/** The scalars below each key of a level: the jobs of a workflow, the services of a compose file. */
function groupsOf(
  scalars: readonly Scalar[],
  isMeant: (keys: readonly string[]) => boolean,
  depth: number,
): [string | undefined, Scalar[]][] {
  const groups = new Map<string | undefined, Scalar[]>()
  for (const scalar of scalars) {
    if (scalar.path.length < depth || !isMeant(scalar.path)) continue
    const key = scalar.path[depth - 1]
    const group = groups.get(key)
    if (group) group.push(scalar)
    else groups.set(key, [scalar])
  }
  return [...groups]
}

/** A workflow of GitHub, or the configuration of CircleCI: both have jobs with steps that run. */
function readWorkflow(text: string, file: string): ShellCommand[] {
  const scalars = readYaml(text)
  const title = scalars.find(({ path: keys }) => keys.length === 1 && keys[0] === 'name')?.passage.value ?? ''
  return groupsOf(scalars, ([root]) => root === 'jobs', 2).flatMap(([name = '', job]) => {
    const named = job.find(({ path: keys }) => keys.length === 3 && keys[2] === 'name')?.passage.value ?? ''
    const containers = job.filter(({ path: keys }) => keys[2] === 'docker' && keys.at(-1) === 'image').length
    if (containers > 1 || !delivers(job, 2, `${name} ${named}`, `${path.basename(file)} ${title}`)) return []
    return stepsOf(job).flatMap((step) => (isStepAway(step) ? [] : commandsOfStep(step)))
  })
}

/** Whether a job works on what users use: its own name decides, then what it is a part of. */
function delivers(job: readonly Scalar[], depth: number, name: string, around: string): boolean {
  const has = (key: string) => job.some(({ path: keys }) => keys[depth] === key)
  const hasDatabase = job.some(
    ({ path: keys, passage: { value } }) =>
      localDatabase.test(value) || (keys.at(-1) === 'uses' && /postgres|mysql|mariadb|mongo/i.test(value)),
  )
  if (has('services') || hasDatabase || isAway(name)) return false
  return deliveryWords.test(name) || has('environment') || (deliveryWords.test(around) && !isAway(around))
}

function stepsOf(job: readonly Scalar[]): Scalar[][] {
  return groupsOf(job, (keys) => keys[2] === 'steps', 4).map(([, step]) => step)
}

function isStepAway(step: readonly Scalar[]): boolean {
  return step.some(
    ({ path: keys, passage: { value } }) => (keys.at(-1) === 'name' && isAway(value)) || keys.at(-1) === 'if',
  )
}

function commandsOfStep(step: readonly Scalar[]): ShellCommand[] {
  return step.flatMap(({ path: keys, passage }) =>
    keys[4] === 'run' && (keys.length === 5 || keys[5] === 'command') ? readShell(passage) : [],
  )
}

const scriptKeys = new Set(['before_script', 'script', 'after_script'])

function readGitLab(text: string): ShellCommand[] {
  return groupsOf(readYaml(text), () => true, 1).flatMap(([name = '', job]) => {
    const stage = job.find(({ path: keys }) => keys[1] === 'stage')?.passage.value ?? ''
    if (!delivers(job, 1, `${name} ${stage}`, '')) return []
    return job.flatMap(({ path: keys, passage }) => (scriptKeys.has(keys[1] ?? '') ? readShell(passage) : []))
  })
}

const startScript =
  /(?:^|[^a-z])(?:entrypoint|entry|start|deploy|release|prod|production|run|boot|launch|serve|server|cmd)(?![a-z])/i

function readScriptFile(text: string, file: string): ShellCommand[] {
  const name = path.basename(file)
  return startScript.test(name) && !isAway(name) ? readShell(passageOf(text, 0, text.length)) : []
}

function readProcfile(text: string): ShellCommand[] {
  return [...text.matchAll(/^([\w-]+):[ \t]*([^\n]*)/gm)].flatMap(
    ({ 0: whole, 1: name = '', 2: command = '', index }) => {
      const end = index + whole.length
      return isAway(name) ? [] : readShell(passageOf(text, end - command.length, end))
    },
  )
}
