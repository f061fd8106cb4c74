import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Whether a module that the checker knows nothing of is there all the same, as JavaScript without types: a file beside
 * this one, or an installed package that does not say where its types are.
 */
export function isUntypedModule(specifier: string, from: string): boolean {
  if (specifier.startsWith('.')) return isScript(path.resolve(path.dirname(from), specifier))
  const file = resolved(specifier, from)
  return file !== undefined && /\.[cm]?js$/.test(file) && !namesTypes(file) && !hasTypesBeside(specifier, from)
}

/** Whether `@types` has the package: then a checker that knows nothing of it was not asked with the right options. */
function hasTypesBeside(specifier: string, from: string): boolean {
  const [, scope, name = ''] = /^(?:@([^/]+)\/)?([^/]+)/.exec(specifier) ?? []
  return resolved(`@types/${scope === undefined ? '' : `${scope}__`}${name}/package.json`, from) !== undefined
}

function isScript(file: string): boolean {
  const base = file.replace(/\.[cm]?js$/, '')
  const has = (ending: string) => existsSync(base + ending)
  return ['.js', '.cjs', '.mjs'].some(has) && !['.ts', '.mts', '.cts', '.tsx', '.d.ts', '.d.mts', '.d.cts'].some(has)
}

function resolved(specifier: string, from: string): string | undefined {
  const require = createRequire(from)
  try {
    return require.resolve(specifier)
  } catch {
    // Not installed, or not built: the checker knows nothing of it for another reason.
    return undefined
  }
}

/** Whether the package of a file says that it has types, so that the checker only did not find them. */
function namesTypes(file: string): boolean {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const text = readFileSync(manifest, 'utf8')
    if (/"name"\s*:/.test(text)) return /"(?:types|typings)"\s*:/.test(text)
  }
  return true
}
