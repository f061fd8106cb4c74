import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import type { Command } from '../libraries/library.ts'
import { deliveredCommands, isAway, isDeliveredScript } from '../project/delivery.ts'
import { packageAround, scriptsIn } from '../project/package.ts'
import type { Passage } from '../project/passage.ts'
import { onlyTalks, readShell, type ShellCommand, type Word } from '../project/shell.ts'
import type { Role } from '../roles.ts'
import type { Place } from '../sql/scan.ts'
import { catalogFor } from './acts.ts'
import { names } from './catalog.ts'
import { isPlacedAway } from './production.ts'
import type { RuleContext } from './source.ts'
import { onFile } from './text-files.ts'

/** A command met in a file that delivers or starts the program. */
export interface DeliveredCommand {
  readonly place: Place
  /** As it is written: `prisma db push`, `npm run db:push`. */
  readonly written: string
  /** What the script that is called runs; undefined where the command itself stands here. */
  readonly runs?: string
}

/** Calls the listener for each command of a role that a file runs in production, itself or by a script. */
export function onDeliveredCommand(
  context: RuleContext,
  role: Role,
  listener: (command: DeliveredCommand) => void,
): TSESLint.RuleListener {
  const { filename, cwd } = context
  return onFile(context, ({ value: text }) => {
    // What its own name says is for `deliveredCommands`: a job of `ci.yml` may well deploy.
    if (isPlacedAway(path.join(path.relative(cwd, path.dirname(filename)), 'file'))) return
    const commands = catalogFor(context)
      .commandsOf(role)
      .filter(({ unless }) => unless === undefined || !someMatches(filename, unless))
    const scripts = scriptsAround(filename, text)
    for (const command of deliveredCommands(filename, text)) {
      const played = playedBy(command, commands)
      if (played) listener(told(played))
      else
        for (const call of callsOf(command)) {
          const runs = isDeliveredScript(call.name) ? undefined : runBy(scripts, call.name, commands, 0)
          if (runs !== undefined) listener({ ...told(call.words), runs })
        }
    }
  })
}

function someMatches(file: string, { files, match }: NonNullable<Command['unless']>): boolean {
  const folder = packageAround(file)?.folder ?? path.dirname(file)
  const texts = files.map((name) => path.join(folder, name)).filter((name) => existsSync(name))
  return texts.some((name) => new RegExp(match).test(readFileSync(name, 'utf8')))
}

function told(words: readonly Word[]): DeliveredCommand {
  const [first] = words
  const last = words.at(-1)
  const start = first?.inside.at(0) ?? 0
  const end = last ? last.inside.at(last.inside.value.length - 1) + 1 : start
  return { place: { start, end }, written: words.map(({ value }) => value).join(' ') }
}

/** The scripts of the manifest that the file is, or of the package around it. */
function scriptsAround(file: string, text: string): ReadonlyMap<string, Passage> {
  if (path.basename(file) === 'package.json') return scriptsIn(text)
  if (!/\b(?:npm|pnpm|yarn|bun|run-[sp])\b/.test(text)) return new Map()
  const folder = packageAround(file)?.folder
  return folder === undefined ? new Map() : scriptsIn(readFileSync(path.join(folder, 'package.json'), 'utf8'))
}

/** A database or a configuration of a developer or of tests: `NODE_ENV=test`, `dotenv -e .env.local`. */
const elsewhere = /(?:\.env\.|[=/._-])(?:tests?|testing|local|dev|development|e2e)\b|localhost|127\.0\.0\.1/i

/** The words of a command that play a role: `prisma db push` in `npx prisma --schema a.prisma db push`. */
function playedBy(given: ShellCommand, commands: readonly Command[]): Word[] | undefined {
  const { words, sets, conditional } = given
  if (conditional || onlyTalks(given) || sets.some((one) => elsewhere.test(one))) return undefined
  if (words.some(({ value }) => !/\s/.test(value) && elsewhere.test(value))) return undefined
  for (const command of commands) {
    const at = words.findIndex(({ value }) => names(command.program).some((name) => isProgram(value, name)))
    const end = at < 0 ? undefined : endOfTask(words, at + 1, command)
    if (end !== undefined) return words.slice(at, end)
  }
  return undefined
}

/** `prisma`, `./node_modules/.bin/prisma`, `prisma@6` */
function isProgram(value: string, name: string): boolean {
  const file = value.replace(/(?<=.)@[\w.^~-]+$/, '').replace(/\.(?:[cm]?js|cmd)$/, '')
  return name.includes('/') ? file.endsWith(`/${name}`) : file === name || file.endsWith(`/${name}`)
}

/** Where the words that ask for a task end; options may stand before them. */
function endOfTask(words: readonly Word[], from: number, { does, with: options }: Command): number | undefined {
  if (options && !words.some(({ value }) => options.includes(value))) return undefined
  for (let at = from; at < words.length; at += 1) {
    const rest = words.slice(at).map(({ value }) => value)
    const task = names(does).find((one) => one === rest.slice(0, one.split(' ').length).join(' '))
    if (task !== undefined) return at + task.split(' ').length
    const before = words[at - 1]?.value ?? ''
    const isOptionValue = at > from && before.startsWith('-') && !before.includes('=')
    if (!rest[0]?.startsWith('-') && !isOptionValue) return undefined
  }
  return undefined
}

interface ScriptCall {
  readonly name: string
  readonly words: readonly Word[]
}

const managers = new Set(['npm', 'pnpm', 'yarn', 'bun'])
const runners = new Set(['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'])
const otherPackage = /^(?:--filter|--prefix|--workspace|--workspaces|--cwd|--dir|-C|-w|-F|-r|-ws)(?:=|$)/

/** The scripts that a command runs: `npm run db:push`, `run-s build start`. */
function callsOf({ words, conditional }: ShellCommand): ScriptCall[] {
  const at = words.findIndex(({ value }) => managers.has(value) || runners.has(value))
  const program = words[at]
  if (!program || conditional || words.some(({ value }) => otherPackage.test(value) || elsewhere.test(value))) return []
  const named = words.slice(at + 1).filter(({ value }) => !value.startsWith('-'))
  if (runners.has(program.value)) return named.map((word) => ({ name: word.value, words: [word] }))
  const isRun = named[0]?.value === 'run' || named[0]?.value === 'run-script'
  const name = isRun ? named[1] : named[0]
  return name ? [{ name: name.value, words: words.slice(at, words.indexOf(name) + 1) }] : []
}

/** Deeper than scripts call scripts. */
const deepest = 4

/** The command of a role that a script comes to run, if it does. */
function runBy(
  scripts: ReadonlyMap<string, Passage>,
  name: string,
  commands: readonly Command[],
  depth: number,
): string | undefined {
  const script = scripts.get(name)
  if (!script || isAway(name) || depth > deepest) return undefined
  for (const command of readShell(script)) {
    const played = playedBy(command, commands)
    if (played) return played.map(({ value }) => value).join(' ')
    for (const call of callsOf(command)) {
      const found = runBy(scripts, call.name, commands, depth + 1)
      if (found !== undefined) return found
    }
  }
  return undefined
}
