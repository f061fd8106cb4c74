import path from 'node:path'
import { readYaml } from '../project/yaml.ts'
import type { Place } from '../sql/scan.ts'
import { isPlaceholder } from './placeholders.ts'
import { isLocalAddress, shapedHint, shapedSecretsIn } from './secret-shapes.ts'
import { isLikeItsName, isOtherThing, isRandom, isSecretValue, isSecretVariable, secrecyOf } from './secret-words.ts'

/** A secret in a file of settings: a sample of an environment, an image, a pipeline. */
export interface SettingSecret extends Place {
  /** `form` when what it is gives it away, `name` when the variable does. */
  readonly why: 'form' | 'name'
  /** What it is, or what it is called. */
  readonly what: string
  readonly value: string
}

/** The secrets in a file that is no program, in the order of the text. */
export function settingSecretsIn(file: string, text: string, further: readonly RegExp[]): SettingSecret[] {
  const isHinted = shapedHint.test(text) || further.some((form) => form.test(text))
  const formed = isHinted ? formedIn(text, further) : []
  const isTest = /\.ya?ml$/.test(file) && /\bNODE_ENV["']?\s*[:=]\s*["']?test\b/.test(text)
  const named = (isTest ? [] : variablesIn(file, text)).filter(
    ({ name, value, start, end }) =>
      isSecretSetting(file, name, value) && !formed.some((one) => one.start < end && start < one.end),
  )
  return [...formed, ...named.map((one) => ({ ...one, why: 'name' as const, what: one.name }))].toSorted(
    (left, right) => left.start - right.start,
  )
}

function formedIn(text: string, further: readonly RegExp[]): SettingSecret[] {
  return shapedSecretsIn(text, further).flatMap(({ start, end, what }) => {
    // An address that is commented out, or that of a database on the machine itself, shows how one is written.
    const line = lineAround(text, start)
    const isAddress = what === 'the password of an address'
    if (isAddress && (/^\s*(?:#|\/\/)/.test(line) || isLocalAddress(line))) return []
    return [{ start, end, why: 'form' as const, what, value: text.slice(start, end) }]
  })
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end)
}

interface Variable extends Place {
  readonly name: string
  readonly value: string
}

const assigned = /(?:^|[\s"'-])([A-Za-z][A-Za-z0-9_]*)=("[^"\n]*"|'[^'\n]*'|[^\s"'\\;|&]+)/gm
const spaced = /^[ \t]*ENV[ \t]+([A-Za-z][A-Za-z0-9_]*)[ \t]+([^\s=]\S*)[ \t]*$/gim

function variablesIn(file: string, text: string): Variable[] {
  const found = [...text.matchAll(assigned)].flatMap((match) => variableOf(text, match))
  if (isDockerfile(file)) found.push(...[...text.matchAll(spaced)].flatMap((match) => variableOf(text, match)))
  if (!/\.ya?ml$/.test(file)) return found
  const mapped = readYaml(text).flatMap(({ path: keys, passage }) => {
    const name = keys.at(-1) ?? ''
    const start = passage.at(0)
    const { value } = passage
    return value === '' || /\s/.test(value) ? [] : [{ name, value, start, end: start + value.length }]
  })
  return [...found, ...mapped]
}

function variableOf(text: string, match: RegExpMatchArray): Variable[] {
  const [whole, name = '', given = ''] = match
  const index = match.index ?? 0
  if (/^\s*#/.test(lineAround(text, index + 1))) return []
  const value = given.replace(/^["']|["']$/g, '')
  const start = index + whole.length - given.length + (given === value ? 0 : 1)
  return [{ name, value, start, end: start + value.length }]
}

function isDockerfile(file: string): boolean {
  return /^(?:Dockerfile|Containerfile)|\.(?:Dockerfile|dockerfile)$/.test(path.basename(file))
}

/** Values that only let an image be built. */
const passing = /build|temp|unused|fake|skip|ignored|not[-_]?(?:used|set|real)|ci[-_]|local|dev/i

function isSecretSetting(file: string, name: string, value: string): boolean {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name) && secrecyOf(name) !== 'sure') return false
  if (!isSecretVariable(name) || /^[$%@]|\$\{|\$\(|\(/.test(value)) return false
  if (/1234567|abcdef/.test(value)) return false
  if (!isDockerfile(file)) return isRandom(value) && isSecretValue(value, name, 'likely')
  // What an image is built with is what every container of it runs with.
  const isWords = isPlaceholder(value) || isLikeItsName(value, name) || isOtherThing(value) || passing.test(value)
  return !isWords && value.length >= 8 && /\d|[^A-Za-z0-9_-]/.test(value)
}
