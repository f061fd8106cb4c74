import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Copies the smallest rule there is, with its test and its page, under a new name, and lists it among the rules.
 * A rule that lives cannot be out of date, as a template would be.
 * @returns the paths of what was written
 * @throws Error when the name is none, or is taken.
 */
export function copyRule(root: string, name: string): string[] {
  const [, chapter, id] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/.exec(name) ?? []
  if (chapter === undefined || id === undefined) {
    throw new Error(`'${name}' must be a chapter and a rule, such as errors/no-log-and-rethrow.`)
  }
  const index = path.join(root, 'src/rules/index.ts')
  const lines = readFileSync(index, 'utf8').trimEnd().split('\n')
  if (lines.some((line) => line.includes(`'${id}'`))) throw new Error(`There is a rule ${id} already.`)
  const model = smallestRule(root)
  const written = filesOf(model).map((file, at) => {
    const copy = filesOf({ chapter, id })[at] ?? file
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll(model.id, id)
    mkdirSync(path.dirname(path.join(root, copy)), { recursive: true })
    writeFileSync(path.join(root, copy), text, { flag: 'wx' })
    return copy
  })
  const line = `export { default as '${id}' } from './${chapter}/${id}.ts'`
  writeFileSync(index, `${[...lines, line].sort().join('\n')}\n`)
  return [...written, 'src/rules/index.ts']
}

interface RuleName {
  readonly chapter: string
  readonly id: string
}

function filesOf({ chapter, id }: RuleName): string[] {
  return [`src/rules/${chapter}/${id}.ts`, `tests/rules/${chapter}/${id}.test.ts`, `docs/rules/${id}.md`]
}

function smallestRule(root: string): RuleName {
  const folder = path.join(root, 'src/rules')
  const [smallest] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .flatMap((file) => {
      const [, chapter, id] = /^([^/]+)\/([^/]+)\.ts$/.exec(file) ?? []
      return chapter !== undefined && id !== undefined ? [{ chapter, id, size: sizeOf(folder, file) }] : []
    })
    .sort((a, b) => a.size - b.size)
  if (!smallest) throw new Error(`There is no rule in ${folder} to copy.`)
  return smallest
}

function sizeOf(folder: string, file: string): number {
  return statSync(path.join(folder, file)).size
}
