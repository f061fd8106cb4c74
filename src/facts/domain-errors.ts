import path from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { contentOf, namesIn } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import { catalogFor } from './acts.ts'
import type { RuleContext, Source } from './source.ts'

/** A class of errors that a file has at hand. */
export interface DomainError {
  readonly name: string
  /** It can be thrown as `new Name('…')`, as far as its name tells. */
  readonly isClass: boolean
}

/** Classes of the language itself: they say what kind of mistake it is, and not which failure. */
const builtIn = new Set(
  'Error AbortError TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError DOMException AssertionError'.split(
    ' ',
  ),
)
const className = /^[A-Z]\w*(?:Error|Exception)$/
/** What makes errors with a status, by the names that their packages give it. */
const factories = /^(?:Boom|boom|createError|createHttpError|httpErrors?|HttpErrors?)$/

/** The errors more telling than `Error` that a file defines or imports. */
export function domainErrorsIn({ ast }: Source): DomainError[] {
  return ast.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') return statement.importKind === 'type' ? [] : importedErrors(statement)
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'VariableDeclaration') return declared.declarations.flatMap(requiredErrors)
    if (declared?.type !== 'ClassDeclaration' || !declared.id) return []
    const parent = declared.superClass
    return parent?.type === 'Identifier' && /(?:Error|Exception)$/.test(parent.name)
      ? [{ name: declared.id.name, isClass: true }]
      : []
  })
}

function importedErrors({ specifiers, source }: TSESTree.ImportDeclaration): DomainError[] {
  const isOfErrors = /(?:^|[/.-])(?:errors?|exceptions?)(?:\.\w+)?$/i.test(source.value)
  return specifiers.flatMap((one) => {
    if (one.type === 'ImportSpecifier' && one.importKind === 'type') return []
    const { name } = one.local
    const known = named(name)
    if (known.length > 0 || !isOfErrors || builtIn.has(name)) return known
    // `NotFound` of a module of errors; `errors`, which has them as members.
    const isClass = one.type === 'ImportSpecifier' && /^[A-Z]\w*[a-z]/.test(name)
    return isClass || /^(?:errors?|exceptions?)$/i.test(name) ? [{ name, isClass }] : []
  })
}

/** `const { NotFoundError } = require('./errors')` */
function requiredErrors({ id, init }: TSESTree.VariableDeclarator): DomainError[] {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return []
  if (id.type === 'Identifier') return named(id.name)
  if (id.type !== 'ObjectPattern') return []
  return id.properties.flatMap((one) =>
    one.type === 'Property' && one.value.type === 'Identifier' ? named(one.value.name) : [],
  )
}

function named(name: string): DomainError[] {
  if (factories.test(name)) return [{ name, isClass: false }]
  return className.test(name) && !builtIn.has(name) ? [{ name, isClass: true }] : []
}

/** Packages whose errors frameworks answer with, whatever the file imports of them. */
const errorPackages = ['http-errors', '@hapi/boom', 'http-errors-enhanced', '@feathersjs/errors', 'restify-errors']

/** Whether a project has errors of its own, or a package that has them: by its dependencies and the names of its files. */
export function hasDomainErrors(context: RuleContext): boolean {
  const around = path.isAbsolute(context.filename) ? packageAround(context.filename) : undefined
  if (!around) return false
  const telling = [...errorPackages, ...catalogFor(context).packagesOf('http.error')]
  // A schema of GraphQL is served without its errors as well.
  if (telling.some((name) => name !== 'graphql' && name !== 'hono' && around.dependencies.has(name))) return true
  return foldersUp(context.filename, around.folder).some((folder) =>
    namesIn(folder).some((name) => fileName.test(name) && declaresErrors(path.join(folder, name))),
  )
}

/** A class, a function in its place, or what hands classes of other files on. */
const declaration =
  /\bextends\s+[\w.]*(?:Error|Exception|Boom)\b|\binherits\s*\(|\.prototype\s*=|\bexport\s*(?:\*|\{[^}]*(?:Error|Exception)\b[^}]*\})\s*from\b/

/** Whether a file, or one of those in a folder, has errors in it: by its name alone it may as well be empty. */
function declaresErrors(place: string): boolean {
  const files = /\.[cm]?[jt]s$/.test(place) ? [place] : namesIn(place).map((name) => path.join(place, name))
  return files.some((file) => /\.[cm]?[jt]s$/.test(file) && declaration.test(contentOf(file) ?? ''))
}

const fileName = /^(?:(?:[\w-]+[.-])?(?:errors?|exceptions?)|[\w]*(?:Errors?|Exceptions?))(?:\.[cm]?[jt]s)?$/

/** The folders between a file and its package, and those in which code shared by all of them stands. */
function foldersUp(file: string, root: string): string[] {
  const folders: string[] = []
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
    folders.push(folder)
    if (folder === root || folder === path.dirname(folder)) break
  }
  const shared = ['lib', 'common', 'shared', 'utils', 'core'].map((name) => path.join(root, 'src', name))
  return [...folders, path.join(root, 'src'), ...shared]
}
