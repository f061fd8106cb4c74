import path from 'node:path'
import type { Dialect } from '../sql/dialect.ts'
import type { Schema } from './model.ts'
import { hasDatasource, prismaSchema, type PrismaFile } from './prisma.ts'
import type { Declared } from './readers.ts'
import type { Said } from './said.ts'
import { linked } from './tables.ts'

/** The schemas that the files of a project are together. */
export function schemasOf(files: readonly Said[]): Schema[] {
  return [...prismaSchemas(files), ...declaredSchemas(files)]
}

/** Files below the one that names the database are one schema with it. */
function prismaSchemas(files: readonly Said[]): Schema[] {
  const prisma = files.flatMap((said) => (said.prisma ? [said.prisma] : []))
  const main = prisma.filter(hasDatasource)
  const groups = new Map<PrismaFile | undefined, PrismaFile[]>()
  for (const one of prisma) {
    const owner = ownerOf(one, main)
    groups.set(owner, [...(groups.get(owner) ?? []), one])
  }
  return [...groups.values()].map(prismaSchema)
}

function ownerOf(one: PrismaFile, main: readonly PrismaFile[]): PrismaFile | undefined {
  if (main.includes(one)) return one
  const around = main.filter(({ file }) => one.file.startsWith(path.dirname(file) + path.sep))
  around.sort((left, right) => right.file.length - left.file.length)
  return around[0] ?? (main.length === 1 ? main[0] : undefined)
}

/** What is declared for one database by one library is one schema. */
function declaredSchemas(files: readonly Said[]): Schema[] {
  const groups = new Map<string, { source: Schema['source']; dialect?: Dialect; parts: [string, Declared][] }>()
  for (const { file, declared = [] } of files) {
    for (const { source, declared: part } of declared) {
      const key = `${source} ${part.dialect ?? ''}`
      const group = groups.get(key) ?? { source, ...(part.dialect && { dialect: part.dialect }), parts: [] }
      group.parts.push([file, part])
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ parts, ...schema }) => ({
    ...schema,
    tables: linked(parts.flatMap(([, { tables }]) => tables)),
    open: parts.some(([, { open }]) => open),
    files: parts.map(([file]) => file),
  }))
}
