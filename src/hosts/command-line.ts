/** What a call of `backend-tsc` asks for. */
export interface Command {
  readonly does: 'check' | 'help' | 'version'
  /** Configuration files, or folders with a `tsconfig.json`; the working directory when not given. */
  readonly projects: readonly string[]
  /** Whether projects that these refer to are checked before them. */
  readonly build: boolean
  readonly watch: boolean
  readonly noEmit: boolean
  /** `undefined`: when the output is a terminal. */
  readonly pretty: boolean | undefined
}

export const usage = `backend-tsc: the checks of TypeScript 7 and of eslint-plugin-backend in one run

  backend-tsc                        checks and emits the project of ./tsconfig.json
  backend-tsc -p, --project <path>   that of another file or folder
  backend-tsc -b, --build [path …]   these projects, after all that they refer to
  backend-tsc -w, --watch            again whenever a file changes
      --noEmit                       writes no output
      --pretty [true|false]          colours and code frames; on a terminal when not given
  -h, --help    -v, --version

All other options of the compiler belong in tsconfig.json. Ours are those of the transformer:
  "compilerOptions": { "plugins": [{ "transform": "eslint-plugin-backend/transformer", "preset": "recommended" }] }
`

const flags: Readonly<Record<string, string>> = {
  '-p': 'project',
  '--project': 'project',
  '-b': 'build',
  '--build': 'build',
  '-w': 'watch',
  '--watch': 'watch',
  '--noemit': 'noEmit',
  '--pretty': 'pretty',
  '-h': 'help',
  '-?': 'help',
  '--help': 'help',
  '-v': 'version',
  '--version': 'version',
}

/**
 * Reads the arguments.
 * @throws Error that names the argument, and what there is instead
 */
export function readCommand(given: readonly string[]): Command {
  const projects: string[] = []
  const on = new Set<string>()
  const rest = [...given]
  let pretty: boolean | undefined
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const flag = word.startsWith('-') ? (flags[word] ?? flags[word.toLowerCase()]) : undefined
    if (flag === 'project') projects.push(valueOf(word, rest))
    else if (flag === 'pretty') pretty = readTruth(rest)
    else if (flag !== undefined) on.add(flag)
    else if (!word.startsWith('-') && on.has('build')) projects.push(word)
    else throw new Error(`Unknown argument '${word}'. ${hintFor(word)}`)
  }
  if (projects.length > 1 && !on.has('build')) throw new Error(`Several projects are checked with '--build'.`)
  return {
    does: on.has('help') ? 'help' : on.has('version') ? 'version' : 'check',
    projects: projects.length === 0 ? ['.'] : projects,
    build: on.has('build'),
    watch: on.has('watch'),
    noEmit: on.has('noEmit'),
    pretty,
  }
}

function hintFor(word: string): string {
  return word.startsWith('-')
    ? `'backend-tsc --help' lists what there is; other options of the compiler belong in tsconfig.json.`
    : `Name a project with '--project ${word}'; single files cannot be checked.`
}

function valueOf(flag: string, rest: string[]): string {
  const value = rest.shift()
  if (value === undefined || value.startsWith('-')) throw new Error(`'${flag}' needs a path after it.`)
  return value
}

/** `--pretty`, `--pretty true`, `--pretty false`, as the compiler reads it. */
function readTruth(rest: string[]): boolean {
  if (rest[0] !== 'true' && rest[0] !== 'false') return true
  return rest.shift() === 'true'
}
