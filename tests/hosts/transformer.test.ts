import { cpSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { CompiledProject, findingsIn, newest, older, tsPatch4, type Files, type Watch } from './compilers.ts'

// A test runs the compiler up to six times.
vi.setConfig({ testTimeout: 300_000 })

const plugin = { transform: 'eslint-plugin-backend/transformer', transformProgram: true }

function tsconfig(compilerOptions: object = {}, entry: object = {}): string {
  return JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022'],
      module: 'nodenext',
      outDir: 'dist',
      rootDir: 'src',
      declaration: true,
      declarationMap: true,
      sourceMap: true,
      strict: true,
      types: [],
      plugins: [{ ...plugin, ...entry }],
      ...compilerOptions,
    },
    include: ['src'],
  })
}

const clean: Files = {
  'package.json': JSON.stringify({ type: 'module', private: true, dependencies: { pg: '8.0.0' } }),
  'tsconfig.json': tsconfig(),
  'src/orders.ts': `import { price } from './price.js'
/** The total of an order. */
export const total = (count: number): number => count * price
`,
  'src/price.ts': `export const price = 1 // In cents.
`,
}

const bad: Files = {
  ...clean,
  'src/orders.ts': `import { price } from './price.js'
/** The total of an order. */
export const total = (count: any): number => count * price
// eslint-disable-next-line backend/no-any -- what the library gives
export const other: any = price
`,
}
const all = { preset: 'all' }
const finding = 'src/orders.ts(3,30) backend/no-any'

describe(newest.name, () => {
  const project = new CompiledProject(newest, 'transformer')
  beforeEach(() => project.create(bad))
  afterAll(() => project.remove())

  async function expectFinding(status: number, ...args: readonly string[]) {
    const run = await project.tspc(...args)
    expect({ found: findingsIn(run.stdout), status: run.status, stderr: run.stderr }).toEqual({
      found: [finding],
      status,
      stderr: '',
    })
  }

  async function expectNothing(...args: readonly string[]) {
    expect(await project.tspc(...args)).toEqual({ status: 0, stdout: '', stderr: '' })
  }

  it('-p', async () => {
    await expectFinding(2, '-p', '.')
    project.write(clean)
    await expectNothing('-p', '.')
  })

  it('prints the place, the rule and its page', async () => {
    const { stdout } = await project.tspc('-p', '.', '--pretty')
    expect(stdout.replaceAll(/\u001B\[\d+m/g, '')).toContain(
      `src/orders.ts:3:30 - error TS990001: \`any\` switches type checking off for everything it touches. Write the real type, or \`unknown\` and narrow it before use. (backend/no-any)
  https://github.com/eslint-plugin-backend/eslint-plugin-backend/blob/main/docs/rules/no-any.md

3 export const total = (count: any): number => count * price
                               ~~~
`,
    )
  })

  it('--noEmit', async () => {
    await expectFinding(2, '--noEmit')
    project.write(clean)
    await expectNothing('--noEmit')
  })

  it('--incremental, again when nothing has changed, and not once it is gone', async () => {
    await expectFinding(2, '--incremental')
    await expectFinding(2, '--incremental')
    project.write(clean)
    await expectNothing('--incremental')
    await expectNothing('--incremental')
    project.write(bad)
    await expectFinding(2, '--incremental')
  })

  it.each([
    ['keeps nothing', {}],
    ['is incremental', { incremental: true }],
    ['is composite', { composite: true }],
  ])('-b of a project that %s', async (_, options) => {
    const own = { 'tsconfig.json': tsconfig(options) }
    project.write(own)
    await expectFinding(1, '-b')
    await expectFinding(1, '-b')
    await expectFinding(1, '-b', '--noEmit')
    await expectFinding(1, '-b', '--noEmit')
    project.write({ ...clean, ...own })
    await expectNothing('-b')
    await expectNothing('-b')
  })

  it('options that have changed count, whatever the compiler remembers of a file', async () => {
    const options = { incremental: true }
    project.write({ 'tsconfig.json': tsconfig(options) })
    await expectFinding(2)
    project.write({ 'tsconfig.json': tsconfig(options, { rules: { 'no-any': 'off' } }) })
    await expectNothing()
    project.write({ 'tsconfig.json': tsconfig(options) })
    await expectFinding(2)
  })

  it('a project that others refer to, and each project with its own options', async () => {
    project.write({
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: 'one' }, { path: 'two' }] }),
      'one/tsconfig.json': tsconfig({ composite: true }),
      'one/src/one.ts': 'export const one: any = 1\n',
      'two/tsconfig.json': JSON.stringify({
        ...JSON.parse(tsconfig({ composite: true }, { rules: { 'no-any': 'off' } })),
        references: [{ path: '../one' }],
      }),
      'two/src/two.ts': "import { one } from '../../one/src/one.js'\nexport const two: any = one\n",
    })
    for (let round = 0; round < 2; round += 1) {
      const { stdout, status } = await project.tspc('-b')
      expect({ found: findingsIn(stdout), status }).toEqual({
        found: ['one/src/one.ts(1,19) backend/no-any'],
        status: 2,
      })
    }
  })

  it('a file that is left out of the project is left alone, and so are declarations and packages', async () => {
    project.write({
      ...clean,
      'node_modules/untyped/package.json': JSON.stringify({ name: 'untyped', exports: './index.ts' }),
      'node_modules/untyped/index.ts': 'export const value: any = 1\n',
      'src/global.d.ts': 'declare const setting: any\n',
      'other/left-out.ts': 'export const value: any = 1\n',
      'src/price.ts': "import { value } from 'untyped'\nexport const price: number = value ?? setting\n",
    })
    await expectNothing('--noEmit')
  })

  it('a real error of the compiler stands beside', async () => {
    project.write({ 'src/price.ts': "export const price: number = 'one'\n" })
    const { stdout, status } = await project.tspc('--noEmit')
    expect(status).toBe(2)
    expect(findingsIn(stdout)).toEqual([finding])
    expect(stdout).toContain("src/price.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.")
  })

  it('a wrong option is one diagnostic that names it', async () => {
    project.write({ 'tsconfig.json': tsconfig({}, { preset: 'recomended' }) })
    const { stdout, stderr, status } = await project.tspc('--noEmit')
    expect({ stderr, status }).toEqual({ stderr: '', status: 2 })
    expect(stdout).toMatch(
      /^error TS990002: eslint-plugin-backend\/transformer: preset must be one of recommended, strict, all, .*; it is "recomended"\.\n$/,
    )
  })

  it('an entry that forgets transformProgram is told so', async () => {
    project.write({ 'tsconfig.json': tsconfig({}, { transformProgram: false }) })
    const { stdout } = await project.tspc('-p', '.')
    expect(stdout).toContain('error TS990002: eslint-plugin-backend/transformer: its entry in plugins needs')
  })

  it('the compiler alone ignores the entry', async () => {
    expect(await project.tsc('--noEmit')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  describe('--watch', () => {
    let watch: Watch | undefined
    afterEach(() => watch?.stop())

    it.each([['--watch'], ['--watch', '--noEmit'], ['--watch', '--incremental'], ['-b', '--watch']])(
      '%s %s',
      async (...args) => {
        watch = project.watch(...args)
        expect(findingsIn(await watch.round())).toEqual([finding])
        const round = (files: Record<string, string>) => watch?.round(() => project.write(files)) ?? ''
        const price = { 'src/price.ts': "export const price = 1\nexport const text = 'SELECT * FROM orders'\n" }
        expect(findingsIn(await round(price))).toEqual([finding, 'src/price.ts(2,29) backend/no-select-star'])
        expect(findingsIn(await round({ 'src/orders.ts': clean['src/orders.ts'] ?? '' }))).toEqual([
          'src/price.ts(2,29) backend/no-select-star',
        ])
        expect(await round(clean)).toContain('Found 0 errors')
      },
    )
  })

  it('a compiler that ts-patch has patched', async () => {
    cpSync(project.typescript, path.join(project.folder, 'node_modules/typescript'), {
      recursive: true,
      dereference: true,
    })
    const patched = await project.node(path.join(newest.tsPatch, 'bin/ts-patch.js'), 'install', '-d', project.folder)
    expect(patched.status).toBe(0)
    const { stdout, status } = await project.node('node_modules/typescript/bin/tsc', '--noEmit')
    expect({ found: findingsIn(stdout), status }).toEqual({ found: [finding], status: 2 })
  })
})

describe('what is emitted', () => {
  const project = new CompiledProject(newest, 'emitted')
  afterAll(() => project.remove())

  it.each([
    ['clean code', clean, {}],
    ['clean code, incrementally', clean, { incremental: true, tsBuildInfoFile: 'dist/memory.tsbuildinfo' }],
    ['code with findings', bad, {}],
    ['decorators and JSX', { ...bad, ...decorated() }, { jsx: 'react', experimentalDecorators: true }],
  ])('is the same, byte for byte: %s', async (_, files, options) => {
    await project.create({ ...files, 'tsconfig.json': tsconfig({ ...options, emitDecoratorMetadata: false }, all) })
    await project.tsc('-p', '.')
    const plain = project.read('dist')
    expect(Object.keys(plain)).toEqual(expect.arrayContaining(['orders.js', 'orders.d.ts', 'orders.js.map']))
    project.remove('dist')
    await project.tspc('-p', '.')
    expect(project.read('dist')).toEqual(plain)
  })

  it('what an incremental run remembers differs by the failure alone', async () => {
    await project.create({
      ...bad,
      'tsconfig.json': tsconfig({ incremental: true, tsBuildInfoFile: 'dist/memory.tsbuildinfo' }),
    })
    await project.tsc('-p', '.')
    const { 'memory.tsbuildinfo': plain = '{}' } = project.read('dist')
    project.remove('dist')
    await project.tspc('-p', '.')
    const { 'memory.tsbuildinfo': ours = '{}' } = project.read('dist')
    expect(JSON.parse(ours)).toEqual({ ...JSON.parse(plain), errors: true })
  })
})

function decorated(): Files {
  return {
    'src/rooms.tsx': `
declare namespace React { function createElement(...given: unknown[]): unknown }
declare namespace JSX { interface IntrinsicElements { p: { title?: string } } }
function tagged(target: unknown, key: string): void {}
export enum Kind { Small = 'small', Large = 'large' }
export class Room<T extends object> {
  @tagged declare readonly kind: Kind
  constructor(private readonly parts: T, public name = \`room \${1 + 1}\`) {}
  /** Shows it. */
  show(this: Room<T>, { a = 1, ...rest }: Record<string, any> = {}) {
    return <p title="// none">{/* none */}{this.parts as unknown as string}{rest.b?.c!}</p>
  }
}
export { total as default } from './orders.js'
`,
  }
}

describe.each(older)('$name', (compiler) => {
  const project = new CompiledProject(compiler, 'transformer')
  beforeAll(() => project.create(bad))
  afterAll(() => project.remove())

  it.each([
    [2, ['-p', '.']],
    [2, ['--noEmit']],
    [2, ['--incremental']],
    [2, ['--incremental']],
    [1, ['-b']],
    [1, ['-b']],
  ])('ends with %i: %j', async (status, args) => {
    if (args.includes('-b')) project.remove('dist')
    const run = await project.tspc(...args)
    expect({ found: findingsIn(run.stdout), status: run.status }).toEqual({ found: [finding], status })
  })

  it('says nothing of clean code', async () => {
    project.write(clean)
    expect(await project.tspc('-p', '.')).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isTooOld = major < 22 || (major === 22 && minor < 15)

describe.skipIf(isTooOld)(`${tsPatch4.name}, which asks for Node.js 22.15`, () => {
  const project = new CompiledProject(tsPatch4, 'transformer')
  beforeAll(() => project.create(bad))
  afterAll(() => project.remove())

  it.each([
    [2, ['-p', '.']],
    [2, ['--noEmit']],
    [2, ['--incremental']],
    [2, ['--incremental']],
    [1, ['-b']],
    [1, ['-b']],
  ])('ends with %i: %j', async (status, args) => {
    const run = await project.tspc(...args)
    expect({ found: findingsIn(run.stdout), status: run.status }).toEqual({ found: [finding], status })
  })
})
