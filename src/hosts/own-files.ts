import path from 'node:path'

/** The folder below which paths tell what a file is for: where the compiler was started, or the project if elsewhere. */
export function folderOf(configFile: string, started: string): string {
  const folder = path.dirname(configFile)
  return isBelow(folder, started) ? started : path.resolve(folder)
}

/** Whether a file stands in a folder, or is it. */
export function isBelow(file: string, folder: string): boolean {
  const between = path.relative(folder, file)
  return between === '' || (!/^\.\.(?:[\\/]|$)/.test(between) && !path.isAbsolute(between))
}

/** Whether a file is one that somebody wrote, in a language of which the presets speak. */
export function isSource(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[^.]+(?:\.[^.]+)?$/.test(file) && !/[\\/]node_modules[\\/]/.test(file)
}
