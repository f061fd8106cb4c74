import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { isAway, isDeliveredScript } from '../project/delivery.ts'
import { scriptsIn } from '../project/package.ts'
import { addressIn, isOpenConnection, isPublicHost, isUncheckedConnection } from './hosts.ts'
import { isPlacedAway } from './production.ts'
import type { RuleContext } from './source.ts'
import { onFile } from './text-files.ts'

/** A part of a file that is no program, by which connections are open or go to anyone. */
export interface InsecureSetting {
  readonly start: number
  readonly end: number
  readonly kind: 'variable' | 'strictSsl' | 'download' | 'connection' | 'verification'
}

const patterns: readonly (readonly [InsecureSetting['kind'], RegExp])[] = [
  ['variable', /\bNODE_TLS_REJECT_UNAUTHORIZED(?:\s*[=:]\s*|[ \t]+)(['"]?)0\1(?![\w.])/g],
  ['strictSsl', /\b(?:npm|yarn|pnpm)\s+config\s+set\s+(?:-g\s+)?strict-ssl(?:\s+|=)false\b/g],
  ['connection', /[a-z][a-z+]{1,30}:\/\/[^\s'"`]+/g],
]
const registry = /(?:\bregistry|--registry|registry:?)(?:\s+|=|"\s*:\s*")(http:\/\/[^\s'"]+)/g
const dependency = /"(?:@?[\w./-]+)"\s*:\s*"((?:git\+)?http:\/\/[^"\s]+)"/g

/** Calls the listener for each such part of a file that builds, delivers or starts the program. */
export function onInsecureSetting(
  context: RuleContext,
  listener: (setting: InsecureSetting) => void,
): TSESLint.RuleListener {
  const { filename, cwd } = context
  return onFile(context, ({ value: text }) => {
    const name = path.basename(filename)
    if (isPlacedAway(path.relative(cwd, filename)) || isAway(name)) return
    for (const setting of [...settingsIn(text), ...downloadsIn(text, name)]) {
      if (!isInDeveloperPart(text, name, setting.start)) listener(setting)
    }
  })
}

function settingsIn(text: string): InsecureSetting[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const what = kind === 'connection' ? kindOfConnection(found) : kind
      return what ? [{ kind: what, start: index, end: index + found.length }] : []
    }),
  )
}

function kindOfConnection(url: string): InsecureSetting['kind'] | undefined {
  return isOpenConnection(url) ? 'connection' : isUncheckedConnection(url) ? 'verification' : undefined
}

/** Packages that come over a connection that anyone may change them on. */
function downloadsIn(text: string, name: string): InsecureSetting[] {
  const matches = [...text.matchAll(registry), ...(name === 'package.json' ? dependenciesIn(text) : [])]
  const places = matches.flatMap((match) => {
    const [whole, url = ''] = match
    if (!isPublicHost(addressIn(url.replace(/^git\+/, ''))?.host ?? '')) return []
    const start = match.index + whole.indexOf(url)
    return [{ kind: 'download' as const, start, end: start + url.length }]
  })
  return [...new Map(places.map((one) => [one.start, one])).values()]
}

/** What stands in one of the lists of dependencies, and not in `homepage`. */
function dependenciesIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(/"\w*[dD]ependencies"\s*:\s*\{[^}]*\}/g)].flatMap(({ 0: list, index }) =>
    [...list.matchAll(dependency)].map((match) => {
      match.index += index
      return match
    }),
  )
}

/** Whether what stands at a place is a comment, or is for the machine of a developer. */
export function isInDeveloperPart(text: string, name: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (/^\s*#|\s#\s/.test(line)) return true
  if (name === 'package.json') return isInOtherScript(text, at)
  return /Dockerfile|Containerfile/i.test(name) && isInOtherStage(text, at)
}

function isInOtherScript(text: string, at: number): boolean {
  return [...scriptsIn(text)].some(
    ([script, passage]) =>
      !isDeliveredScript(script) && passage.at(0) <= at && at <= passage.at(Math.max(passage.value.length - 1, 0)),
  )
}

/** A stage of an image that is called `dev` or `test`. */
function isInOtherStage(text: string, at: number): boolean {
  const [, stage = ''] = [...text.slice(0, at).matchAll(/^[ \t]*FROM[ \t]+\S+(?:[ \t]+AS[ \t]+(\S+))?/gim)].at(-1) ?? []
  return isAway(stage)
}
