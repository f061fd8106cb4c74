import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** Imports a module of decorated classes as projects run it: with the types of properties, which the test runner leaves out. */
export async function transpiled(file: string): Promise<Record<string, unknown>> {
  const text = readFileSync(path.join(import.meta.dirname, '..', 'schema', file), 'utf8')
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      useDefineForClassFields: false,
    },
  })
  const folder = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'backend-schema')
  mkdirSync(folder, { recursive: true })
  const target = path.join(folder, file.replaceAll('/', '-').replace(/\.ts$/, '.mjs'))
  writeFileSync(target, outputText)
  const module: unknown = await import(pathToFileURL(target).href)
  return { ...(module as Record<string, unknown>) }
}
