import { createRequire } from 'node:module'
import type { ESLint } from 'eslint'
import { lineComments, type FileForm } from './comments.ts'
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
    // Options that stand in a config for another language of the same file are none of ours.
    validateLanguageOptions() {},
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
  return { type: root, range: [0, text.length], loc: { start: { line: 1, column: 0 }, end } }
}

/** A string, so that it hides what it holds, or a comment. */
const prismaComments = /"(?:[^"\\\n]|\\.)*"|(?<mark>\/\/\/?)(?<value>[^\n]*)/g
const hashComments = /(?<=^|\s)(?<mark>#)(?<value>[^\n]*)/g

export const languages: Readonly<Record<'sql' | 'prisma' | 'text', Language>> = {
  sql: languageOf({ root: 'SqlFile', commentsOf: (text) => scanner().commentsOf(text) }),
  prisma: languageOf({ root: 'PrismaFile', commentsOf: (text) => lineComments(text, prismaComments) }),
  text: languageOf({ root: 'TextFile', commentsOf: (text) => lineComments(text, hashComments) }),
}
