import path from 'node:path'
import type { Dialect } from '../sql/dialect.ts'
import { agreed, dialectOfTypes } from './dialect-of-text.ts'
import { tablesAfter } from './history.ts'
import { compareMigrations, hasOrder, historyOf } from './migrations.ts'
import type { Schema, Step } from './model.ts'
import { dialectOfProvider, hasDatasource, prismaSchema, type PrismaFile } from './prisma.ts'
import type { Declared } from './readers.ts'
import type { Said } from './said.ts'
import { linked } from './tables.ts'

/** The schemas that the files of a project are together; `usual` is the database where a schema does not say it. */
export function schemasOf(files: readonly Said[], usual?: Dialect): Schema[] {
  const declared = [...prismaSchemas(files), ...declaredSchemas(files)].map((schema) =>
    schema.dialect || !usual || schema.withoutConstraints ? schema : { ...schema, dialect: usual },
  )
  return [...declared, ...histories(files, usual)]
}

/** Each folder of migrations is one schema. */
function histories(files: readonly Said[], usual: Dialect | undefined): Schema[] {
  const folders = new Map<string, Said[]>()
  for (const said of files) {
    if (!said.changed) continue
    const folder = historyOf(said.file)
    folders.set(folder, [...(folders.get(folder) ?? []), said])
  }
  return [...folders].map(([folder, migrations]) => history(folder, migrations, files, usual))
}

function history(
  folder: string,
  migrations: readonly Said[],
  all: readonly Said[],
  usual: Dialect | undefined,
): Schema {
  const beside = (name: string) => all.find(({ file }) => file === path.join(folder, name))
  const lock = /provider\s*=\s*"(\w+)"/.exec(beside('migration_lock.toml')?.text ?? '')?.[1]
  const dialect =
    dialectOfProvider.get(lock ?? '') ?? agreed(migrations.map(({ changed }) => changed?.dialect)) ?? usual
  const journal = beside(path.join('meta', '_journal.json'))?.journal
  const steps = inOrder(folder, migrations, journal).map(({ file, changed }): Step => ({
    file,
    changes: changed?.changes ?? [],
    open: changed?.open ?? false,
  }))
  const isOrdered = journal !== undefined || steps.every(({ file }) => hasOrder(folder, file))
  return {
    source: 'migrations',
    ...(dialect && { dialect }),
    ...tablesAfter(steps, dialect, isOrdered),
    files: steps.map(({ file }) => file),
    history: steps,
  }
}

function inOrder(folder: string, migrations: readonly Said[], journal: readonly string[] | undefined): Said[] {
  const place = ({ file }: Said) => journal?.indexOf(path.basename(file).replace(/\.\w+$/, '')) ?? -1
  return migrations.toSorted((left, right) => {
    const [first, second] = [place(left), place(right)]
    return first !== -1 && second !== -1 ? first - second : compareMigrations(folder, left.file, right.file)
  })
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
  return [...groups.values()].map(({ parts, ...schema }) => {
    const tables = linked(parts.flatMap(([, declared]) => declared.tables))
    const dialect = schema.dialect ?? (schema.source === 'typeorm' ? dialectOfTypes(tables) : undefined)
    return {
      ...schema,
      ...(dialect && { dialect }),
      tables,
      open: parts.some(([, { open }]) => open),
      files: parts.map(([file]) => file),
    }
  })
}
