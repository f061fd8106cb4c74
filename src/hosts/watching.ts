import { watch } from 'node:fs'
import path from 'node:path'

/** How long files must be left alone before they are looked at: editors write a file in several steps. Milliseconds. */
const settled = 100

const sources = /\.(?:[cm]?[jt]sx?|json)$/

/**
 * Calls with the absolute paths of the files that have changed below these folders, once they are left alone.
 * @returns what stops it
 */
export function whenFilesChange(folders: readonly string[], changed: (files: readonly string[]) => void): () => void {
  const seen = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    const files = [...seen]
    seen.clear()
    changed(files)
  }
  const watchers = outermost(folders).map((folder) =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name === null || isForeign(name)) return
      seen.add(path.join(folder, name))
      clearTimeout(timer)
      timer = setTimeout(tell, settled)
    }),
  )
  return () => {
    clearTimeout(timer)
    watchers.forEach((watcher) => watcher.close())
  }
}

/** Packages change with an installation only, and that ends with a change of the lockfile. */
function isForeign(name: string): boolean {
  return !sources.test(name) || /(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name)
}

/** The folders that stand in no other one of them. */
function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter(
    (folder, index) =>
      folders.indexOf(folder) === index &&
      !folders.some((other) => other !== folder && folder.startsWith(other + path.sep)),
  )
}
