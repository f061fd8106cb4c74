import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** The path of the data, from what is known to what is reported: a file imports from its own step or from earlier ones. */
const steps: readonly (readonly string[])[] = [
  ['guidelines.ts', 'sql/', 'project/', 'parser/'],
  ['roles.ts'],
  ['languages/'],
  ['libraries/', 'source/'],
  ['settings.ts'],
  ['types/'],
  ['facts/'],
  ['schema/'],
  ['define-rule.ts'],
  ['rules/'],
  ['configs.ts'],
  ['index.ts'],
  ['hosts/'],
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'))

function stepOf(file: string): number {
  return steps.findIndex((names) => names.some((name) => (name.endsWith('/') ? file.startsWith(name) : file === name)))
}

function layerOf(file: string): string {
  return steps.flat().find((name) => (name.endsWith('/') ? file.startsWith(name) : file === name)) ?? ''
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join('src', file), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import\(|require\()\s*'(\.[^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  )
  return specifiers.map((specifier) => path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts'))
}

describe('architecture', () => {
  it.each(steps.flat())('%s holds something', (name) => {
    expect(files.filter((file) => layerOf(file) === name)).not.toEqual([])
  })

  it('every file stands on one step', () => {
    expect(files.filter((file) => stepOf(file) === -1)).toEqual([])
  })

  it('imports point back along the path', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.endsWith('.ts'))
        .filter(
          (imported) =>
            stepOf(imported) > stepOf(file) ||
            (stepOf(imported) === stepOf(file) && layerOf(imported) !== layerOf(file)),
        )
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(wrong).toEqual([])
  })

  it('rules know no library and no other rule', () => {
    const wrong = files
      .filter((file) => file.startsWith('rules/') && file !== 'rules/index.ts')
      .flatMap((file) =>
        importsOf(file)
          .filter((imported) => /^(?:rules|libraries)\//.test(imported))
          .map((imported) => `${file} imports ${imported}`),
      )
    expect(wrong).toEqual([])
  })

  it('libraries are data: no functions', () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith('libraries/') &&
        /=>|\bfunction\b|\bclass\b/.test(
          readFileSync(path.join('src', file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|'[^']*'/g, ''),
        ),
    )
    expect(wrong).toEqual([])
  })

  it('no folder is named after what anything could be', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|shared|misc)(?:\/|\.ts$)/.test(file))).toEqual([])
  })
})
