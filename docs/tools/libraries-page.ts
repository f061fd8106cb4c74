import type { Library } from '../../src/libraries/library.ts'
import type { Knowledge } from './knowledge.ts'
import { code, codes, list, paragraphs } from './markdown.ts'

/** Which package plays which role, both ways round. */
export function librariesPage({ libraries, roles }: Knowledge): string {
  const sorted = libraries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return `${paragraphs(
    '<!-- Written by `pnpm run docs` from src/libraries and src/roles.ts; edits are lost. -->',
    '# Libraries',
    'Rules name no library. They ask for roles, and the rows in `src/libraries` say which call, tag, property or constructor of which package plays them. A project adds rows for its own wrappers by [`settings.backend.libraries`](../README.md#teach-it-a-wrapper).',
    '## Roles and who plays them',
    ...roles.flatMap(({ name, description }) => [
      `### ${code(name)}`,
      description,
      list(sorted.filter((library) => rolesOf(library).includes(name)).map((library) => packageLine(library, [], ''))),
    ]),
    '## Packages and their roles',
    list(sorted.map((library) => packageLine(library, rolesOf(library), 'no role of its own, leads to others'))),
  )}\n`
}

function rolesOf({ rows }: Library): string[] {
  return [...new Set(rows.flatMap(({ role }) => role ?? []))].sort()
}

function nameOf({ package: name }: Library): string {
  return name === 'globalThis' ? 'globals of the platform' : name
}

function packageLine(library: Library, roles: readonly string[], without: string): string {
  const { package: name, also = [] } = library
  const title = name === 'globalThis' ? nameOf(library) : code(name)
  const told = roles.length > 0 ? codes(roles) : without
  const others = also.length > 0 && told !== '' ? ` (also as ${codes(also)})` : ''
  return `${title}${others}${told === '' ? '' : `: ${told}`}`
}
