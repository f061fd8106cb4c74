import { Linter, type ESLint, type Rule } from 'eslint'
import { TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit'
import { describe, expect, it } from 'vitest'
import { defineRule } from '../../dist/define-rule.js'
import { onFile } from '../../dist/facts/text-files.js'

/** A rule as this plugin has them, that speaks of texts; its one twin is found by comments in them. */
const spot = defineRule({
  description: 'Report each word `bad`',
  clauses: ['000/1.1'],
  tier: 'strict',
  twins: ['other/spot'],
  files: ['server'],
  languages: ['text'],
  messages: { bad: 'bad' },
  create: (context) =>
    onFile(context, (text) => {
      for (const { index } of text.value.matchAll(/\bbad\b/g)) {
        context.report({ messageId: 'bad', loc: text.locate({ start: index, end: index + 3 }) })
      }
    }),
})

interface Tree {
  readonly type: string
  readonly loc: { readonly start: object; readonly end: object }
  readonly range: readonly number[]
}

/** A language of somebody else's, whose columns begin with 1, as those of JSON do. */
function languageOf(sourceCode: (text: string, ast: Tree) => object): NonNullable<ESLint.Plugin['languages']>[string] {
  const languageOptions = () => undefined
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 1,
    nodeTypeKey: 'type',
    visitorKeys: {},
    validateLanguageOptions: languageOptions,
    parse({ body }) {
      const lines = String(body).split('\n')
      const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
      const loc = { start: { line: 1, column: 1 }, end }
      return { ok: true, ast: { type: 'Document', loc, range: [0, String(body).length] } }
    },
    createSourceCode: ({ body }, { ast }) => sourceCode(String(body), ast as Tree) as never,
  }
}

class Counting extends TextSourceCodeBase {
  override traverse() {
    return [new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] })]
  }
}

/** As older versions of plugins are: the rule has to count the lines. */
const notCounting = (text: string, ast: Tree) => ({
  text,
  ast,
  getLoc: ({ loc }: Tree) => loc,
  getRange: ({ range }: Tree) => range,
  traverse: () => [new VisitNodeStep({ target: ast, phase: 1, args: [ast] })],
})

/** A parser of another plugin, which makes something that looks like a program. */
const parser: Linter.Parser = {
  parseForESLint(text) {
    const lines = text.split('\n')
    const loc = { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)?.length ?? 0 } }
    const ast = {
      type: 'Program',
      body: [],
      tokens: [],
      comments: [],
      sourceType: 'script',
      loc,
      range: [0, text.length],
    }
    return { ast: ast as never, services: { isYAML: true } }
  },
}

const plugins: Record<string, ESLint.Plugin> = {
  backend: { rules: { spot: spot as unknown as Rule.RuleModule } },
  foreign: {
    languages: {
      counting: languageOf((text, ast) => new Counting({ text, ast: ast as never })),
      'not-counting': languageOf(notCounting),
    },
  },
}

describe('a file of another plugin', () => {
  const ways: readonly (readonly [string, Linter.Config])[] = [
    ['a language', { language: 'foreign/counting' }],
    ['a language that does not count', { language: 'foreign/not-counting' }],
    ['a parser', { languageOptions: { parser } }],
  ]

  it.each(ways)('is spoken of as well: %s', (_, way) => {
    const config: Linter.Config = { files: ['**/*.{yml,js}'], plugins, ...way, rules: { 'backend/spot': 'error' } }
    const text = '{\n  "a": "bad",\n  "b": "eslint-disable-line other/spot"\n} bad'
    const found = new Linter().verify(text, [config], 'compose.yml')
    expect(found.map(({ line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${message}`)).toEqual([
      '2:9-12 bad',
      '4:3-6 bad',
    ])
  })

  it('is no program', () => {
    const config: Linter.Config = { files: ['**/*.{yml,js}'], plugins, rules: { 'backend/spot': 'error' } }
    expect(new Linter().verify('bad', [config], 'a.js')).toEqual([])
  })
})
