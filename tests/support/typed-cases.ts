import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Linter } from 'eslint'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applied,
  configFor,
  marked,
  rangeOf,
  titleOf,
  withoutMarks,
  type Case,
  type InvalidCase,
  type RuleCases,
} from './test-rule.ts'

/** TypeScript 7 is what `typescript` means below this folder, and the packages of this repository are found from it. */
const host = path.join(import.meta.dirname, '../hosts/typescript-7/work')

const backends = ['services', 'native'] as const
type Backend = (typeof backends)[number]

let projects = 0

/** A case with the folder that it was written to. */
interface Written<One extends Case> {
  readonly given: One
  readonly code: string
  readonly folder: string
  readonly filename: string
}

/**
 * Runs the cases of a rule with types: all of them are files of one project, whose packages are those of this
 * repository. Both type checkers must find the same. `output` is what one round of fixes makes of the code; it must
 * have no error for the compiler that the code did not have.
 */
export function testTypedRule(id: string, cases: RuleCases, compilerOptions: object = {}) {
  const project = new TypedProject(path.join(host, `typed-${id}-${process.pid}-${(projects += 1)}`), compilerOptions)
  const valid = cases.valid.map((given) => project.add(typeof given === 'string' ? { code: given } : given))
  const invalid = cases.invalid.map((given) =>
    project.add<InvalidCase>(typeof given === 'string' ? { code: given } : given),
  )
  describe(`${id} with types`, () => {
    beforeAll(() => project.write())
    afterAll(() => project.remove())
    describe.each(backends.filter(isBuilt))('of %s', (backend) => {
      for (const one of valid) {
        it(`valid: ${titleOf(one.given)}`, () =>
          expect(project.lint(id, one, backend).map(({ message }) => message)).toEqual([]))
      }
      for (const one of invalid) {
        it(`invalid: ${titleOf(one.given)}`, () => expectFindings(project.lint(id, one, backend), one))
      }
    })
    for (const one of invalid.filter(({ given }) => given.output !== undefined)) {
      it(`compiles when fixed: ${titleOf(one.given)}`, () => {
        expect(project.errorsOf(`${one.folder}-fixed`)).toEqual(project.errorsOf(one.folder))
      })
    }
  })
}

function isBuilt(backend: Backend): boolean {
  return existsSync(path.join(import.meta.dirname, `../../dist/types/${backend}.js`))
}

function expectFindings(found: readonly Linter.LintMessage[], { given, code }: Written<InvalidCase>) {
  const ranges = found.map((message) => rangeOf(code, message))
  expect(marked(code, ranges)).toBe(given.code)
  if (given.messages) expect(found.map(({ messageId }) => messageId)).toEqual(given.messages)
  expect(fixedOnce(code, found)).toBe(given.output ?? code)
  if (given.suggestions) {
    const outputs = found.map(({ suggestions = [] }) => suggestions.map(({ fix }) => applied(code, fix)))
    expect(outputs).toEqual(given.suggestions)
  }
}

/** The code after the fixes that do not overlap. */
function fixedOnce(code: string, found: readonly Linter.LintMessage[]): string {
  const fixes = found.flatMap(({ fix }) => fix ?? []).sort((a, b) => b.range[0] - a.range[0])
  let before = Infinity
  return fixes.reduce((text, fix) => {
    if (fix.range[1] > before) return text
    before = fix.range[0]
    return applied(text, fix)
  }, code)
}

class TypedProject {
  private readonly folder: string
  private readonly options: object
  private readonly files = new Map<string, string>()
  private count = 0
  private program: ts.Program | undefined

  constructor(folder: string, options: object) {
    this.folder = folder
    this.options = options
  }

  add<One extends Case>(given: One & Pick<InvalidCase, 'output'>): Written<One> {
    const { code } = withoutMarks(given.code)
    const folder = path.join(this.folder, String((this.count += 1)))
    const filename = given.filename ?? 'file.ts'
    const manifest = JSON.stringify({ private: true, type: 'module' })
    const others = Object.entries({ 'package.json': manifest, ...given.project })
    for (const [place, text] of [
      [folder, code],
      [`${folder}-fixed`, given.output],
    ] as const) {
      if (text === undefined) continue
      for (const [name, content] of [...others, [filename, text] as const]) {
        this.files.set(path.join(place, name), content)
      }
    }
    return { given, code, folder, filename: path.join(folder, filename) }
  }

  write() {
    this.remove()
    this.files.set(path.join(this.folder, 'tsconfig.json'), JSON.stringify(tsconfigWith(this.options)))
    for (const [file, text] of this.files) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true })
  }

  lint(id: string, { given, code, folder, filename }: Written<Case>, backend: Backend): Linter.LintMessage[] {
    const config = configFor(id, { ...given, settings: { types: backend, ...given.settings } })
    const typed: Linter.Config = {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { programs: [this.compiled()] } },
    }
    const messages = new Linter({ cwd: folder }).verify(
      code,
      backend === 'services' ? [...config, typed] : config,
      filename,
    )
    const fatal = messages.find((message) => message.fatal)
    if (fatal) throw new Error(`${fatal.message} (${fatal.line}:${fatal.column}) in\n${code}`)
    return messages.filter(({ ruleId }) => ruleId === `backend/${id}`)
  }

  /** The errors that the compiler has with the files of a folder, without their places. */
  errorsOf(folder: string): string[] {
    const program = this.compiled()
    return program
      .getSourceFiles()
      .filter(({ fileName }) => path.normalize(fileName).startsWith(folder + path.sep))
      .flatMap((file) => program.getSemanticDiagnostics(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      .sort()
  }

  private compiled(): ts.Program {
    if (!this.program) {
      const file = path.join(this.folder, 'tsconfig.json')
      const { options, fileNames } = ts.parseJsonConfigFileContent(
        ts.readConfigFile(file, ts.sys.readFile).config,
        ts.sys,
        this.folder,
      )
      this.program = ts.createProgram(fileNames, options)
    }
    return this.program
  }
}

function tsconfigWith(options: object): object {
  return {
    compilerOptions: {
      strict: true,
      target: 'es2022',
      module: 'preserve',
      moduleResolution: 'bundler',
      moduleDetection: 'force',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      jsx: 'preserve',
      esModuleInterop: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
      ...options,
    },
    include: ['**/*.ts', '**/*.tsx'],
  }
}
