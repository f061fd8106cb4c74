import { readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { rolldown, type Plugin } from 'rolldown'

/**
 * Puts what the compiler made of `src` into a few files, `dist/bundle`, which is what is published: Node needs a third of
 * the time to import them. What is loaded only when it is needed (`require('./services.js')`) stays a file of its own.
 */
const dist = path.join(import.meta.dirname, '../dist')
const bundle = path.join(dist, 'bundle')

const published = ['index.js', 'hosts/transformer.js', 'hosts/run-backend-tsc.js']
const lazyPart = /\brequire\('(\.{1,2}\/[^']+\.js)'\)/g

rmSync(bundle, { recursive: true, force: true })
const built = await rolldown({
  input: Object.fromEntries([...published, ...lazyParts()].map((file) => [nameOf(file), path.join(dist, file)])),
  platform: 'node',
  external: /^[^./]/,
  plugins: [inOneFolder()],
})
await built.write({
  dir: bundle,
  format: 'esm',
  // Documentation is in the declarations.
  comments: false,
  entryFileNames: '[name].js',
  chunkFileNames: 'shared-[name].js',
})

/** The modules that others load when they need them, by their paths below `dist`. */
function lazyParts(): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return files.flatMap((file) =>
    [...readFileSync(path.join(dist, file), 'utf8').matchAll(lazyPart)].map(([, part = '']) =>
      path.join(path.dirname(file), part),
    ),
  )
}

/** `sql/scan.js` is `sql-scan` in the bundle, which has no folders. */
function nameOf(file: string): string {
  return file.replace(/\.js$/, '').replaceAll(path.sep, '-').replaceAll('/', '-')
}

/** Code that loads another file does so from where the bundle has it. */
function inOneFolder(): Plugin {
  return {
    name: 'in-one-folder',
    transform: (code, file) =>
      code
        .replace(lazyPart, (_, part: string) => {
          const loaded = path.relative(dist, path.resolve(path.dirname(file), part))
          return `require('./${nameOf(loaded)}.js')`
        })
        .replace(`('../package.json')`, `('../../package.json')`),
  }
}
