import { createRequire } from 'node:module'
import type { ESLint } from 'eslint'
import { commentsIn, type FileForm } from './comments.ts'
import type { FileNode } from './source-code.ts'

type Language = NonNullable<ESLint.Plugin['languages']>[string]

const require = createRequire(import.meta.url)
const scanner = (): typeof import('../sql/scan.ts') => require('../sql/scan.js')

/** Files that are no programs, as ESLint languages: one node with the whole text, read by whoever asks. */
function languageOf(form: FileForm): Language {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: {},
    // A configuration without `files` brings the options of programs, and rules that read them.
    defaultLanguageOptions: { sourceType: 'module', parserOptions: {} },
    validateLanguageOptions() {},
    normalizeLanguageOptions: (options) => options,
    parse({ body }) {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
      return { ok: true, ast: rootOf(text, form) }
    },
    createSourceCode({ body }, { ast }) {
      const { FileSourceCode }: typeof import('./source-code.ts') = require('./source-code.js')
      return new FileSourceCode(typeof body === 'string' ? body : new TextDecoder().decode(body), ast as FileNode, form)
    },
  }
}

function rootOf(text: string, { root }: FileForm): FileNode {
  const lines = text.split(/\r?\n/)
  const end = { line: lines.length, column: lines.at(-1)?.length ?? 0 }
  return {
    type: root,
    range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end },
    body: [],
    sourceType: 'module',
  }
}

/** A string, which hides what it holds, or a comment. */
const prismaComments = /"(?:[^"\\\n]|\\.)*"|\/\/\/?(?<line>[^\r\n]*)|\/\*(?<block>[^]*?)(?:\*\/|$)/g
const hashComments = /(?<=^|\s)#(?<line>[^\r\n]*)/g

export const languages: Readonly<Record<'sql' | 'prisma' | 'text', Language>> = {
  sql: languageOf({ root: 'SqlFile', commentsOf: (text) => scanner().commentsOf(text) }),
  prisma: languageOf({ root: 'PrismaFile', commentsOf: (text) => commentsIn(text, prismaComments) }),
  text: languageOf({ root: 'TextFile', commentsOf: (text) => commentsIn(text, hashComments) }),
}
