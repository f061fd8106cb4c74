import path from 'node:path'
import { Linter } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { Listeners } from '../../dist/source/listeners.js'
import { lintFile, type Entry } from '../../dist/hosts/lint-file.js'
import type { HostFile } from '../../dist/source/file.js'
import { convert } from '../../dist/hosts/typescript-file.js'
import { asMessage, compared, definitions, lintedWithoutEslint } from '../support/without-eslint.ts'

// In no package: what a package is for tells what its files are for.
const cwd = path.resolve('/shop')
const filename = path.join(cwd, 'src/orders.ts')

/** What ESLint says of the same code. */
function lintedByEslint(text: string, rules: Readonly<Record<string, Entry>>) {
  const parsers = backend.configs.all.filter(({ language }) => language === undefined)
  const messages = new Linter({ cwd }).verify(
    text,
    [
      ...parsers.map(({ rules: _, ...config }) => config),
      {
        files: ['**/*.ts'],
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: Object.fromEntries(
          Object.entries(rules).map(([rule, [level, ...options]]) => [rule, [level, ...options]]),
        ),
      },
    ],
    filename,
  )
  return messages
    .filter(({ ruleId, message }) => definitions[ruleId ?? ''] && !message.startsWith('Inline'))
    .map(compared)
}

const two = { 'backend/no-any': [2], 'backend/no-console': [2] } as const

describe('comments that switch rules off', () => {
  const code = 'console.log(1 as any)'
  it.each([
    code,
    `// eslint-disable-next-line\n${code}`,
    `// eslint-disable-next-line -- it is needed\n${code}\n${code}`,
    `// eslint-disable-next-line backend/no-any\n${code}\n${code}`,
    `/* eslint-disable-next-line backend/no-any,\n backend/no-console -- both */\n${code}\n${code}`,
    `// eslint-disable-next-line 'backend/no-any'\n${code}`,
    `// eslint-disable-next-line other/no-any\n${code}`,
    `// eslint-disable-next-line other/x, backend/no-any\n${code}`,
    `${code} // eslint-disable-line\n${code}`,
    `${code} // eslint-disable-line backend/no-console -- why\n${code}`,
    `${code} /* eslint-disable-line\n backend/no-console */\n${code}`,
    `/* eslint-disable */\n${code}`,
    `// eslint-disable\n${code}`,
    `${code}\n/* eslint-disable */ ${code} /* eslint-enable */ ${code}`,
    `/* eslint-disable backend/no-any */\n${code}\n/* eslint-enable backend/no-any */\n${code}`,
    `/* eslint-disable */\n${code}\n/* eslint-enable backend/no-any */\n${code}\n/* eslint-enable */\n${code}`,
    `/* eslint-disable backend/no-any */\n${code}\n/* eslint-enable */\n${code}`,
    `/* eslint-disable backend/no-any -- eslint-enable */\n${code}`,
    `/* eslint-enable */\n${code}`,
    `/* eslint-disable no-console */\n${code}`,
    `/* eslint-disable @typescript-eslint/no-explicit-any */\n${code}`,
    `const text = '/* eslint-disable */'\n${code}`,
    'const text = `${1} // eslint-disable-line`; ' + code,
    `const pattern = /[/*] eslint-disable */; ${code}`,
    `#!/usr/bin/env node\n/* eslint-disable backend/no-any */\n${code}`,
    `\r\n// eslint-disable-next-line\r\n${code}\r\n${code}`,
  ])('%j', (text) => {
    expect(lintedWithoutEslint({ filename, cwd, text }, two).map(asMessage)).toEqual(lintedByEslint(text, two))
  })
})

describe('comments that configure rules', () => {
  const code = `console.log(1 as any)\nfunction f() {\n${'g()\n'.repeat(12)}}`
  const rules = { ...two, 'backend/max-function-length': [0, { max: 8 }] } as const
  it.each([
    code,
    `/* eslint backend/no-any: off */\n${code}`,
    `/* eslint backend/no-any: "off", backend/no-console: 0 */\n${code}`,
    `/* eslint backend/no-any: off -- for now */\n${code}`,
    `/* eslint backend/no-any: off */\n/* eslint backend/no-any: error */\n${code}`,
    `/* eslint backend/max-function-length: error */\n${code}`,
    `/* eslint backend/max-function-length: [error, { max: 20 }] */\n${code}`,
    `/* eslint backend/max-function-length: [error, { max: 10 }] */\n${code}`,
    `/* eslint backend/max-function-length: [error, { most: 10 }] */\n${code}`,
    `/* eslint backend/no-any: sometimes */\n${code}`,
    `/* eslint backend/unknown: error */\n${code}`,
    `/* eslint { */\n${code}`,
    `// eslint backend/no-any: off\n${code}`,
    `${code}\n/* eslint backend/no-any: off */`,
  ])('%j', (text) => {
    expect(lintedWithoutEslint({ filename, cwd, text }, rules).map(asMessage)).toEqual(lintedByEslint(text, rules))
  })

  it('a rule that a comment makes a warning is not run where only errors count', () => {
    const text = `/* eslint backend/no-any: warn */\n${code}`
    const { findings } = lintFile(fileOf(text), { definitions, rules: two, settings: {}, from: 2 })
    expect(findings.map(({ rule }) => rule)).toEqual(['backend/no-console'])
  })
})

function fileOf(text: string, parse?: () => void): HostFile {
  return {
    filename,
    cwd,
    text,
    services: {},
    parse() {
      parse?.()
      return convert(ts, ts.createSourceFile(filename, text, ts.ScriptTarget.Latest, true)).parsed
    },
  }
}

describe('what is not needed is not done', () => {
  const config = { definitions, rules: two, settings: {}, from: 2 } as const

  it('a file in which no rule finds its word is not parsed', () => {
    let parsed = 0
    lintFile(
      fileOf('export const total = 1', () => (parsed += 1)),
      config,
    )
    expect(parsed).toBe(0)
    lintFile(
      fileOf('export const any = 1', () => (parsed += 1)),
      config,
    )
    expect(parsed).toBe(1)
  })

  it('tokens and scopes are not made for a rule that asks for nodes only', () => {
    const file = fileOf('export type Keys = keyof any')
    const parse = () => ({
      ...file.parse(),
      tokens: () => expect.fail('tokens'),
      scopes: () => expect.fail('scopes'),
      comments: () => expect.fail('comments'),
    })
    expect(lintFile({ ...file, parse }, { ...config, rules: { 'backend/no-any': [2] } })).toEqual({
      findings: [],
      failures: [],
    })
  })
})

describe('what goes wrong', () => {
  it('a file that does not parse has no findings', () => {
    const { findings } = lintFile(fileOf('const any: any ='), { definitions, rules: two, settings: {}, from: 2 })
    expect(findings).toEqual([])
  })

  it('a rule that throws is named, and the others go on', () => {
    const broken = { create: () => ({ Program: () => expect.fail('broken') }) }
    const { findings, failures } = lintFile(fileOf('console.log(1)'), {
      definitions: { ...definitions, 'backend/broken': broken },
      rules: { 'backend/broken': [2], ...two },
      settings: {},
      from: 2,
    })
    expect(findings.map(({ rule }) => rule)).toEqual(['backend/no-console'])
    expect(failures.map(({ rule }) => rule)).toEqual(['backend/broken'])
  })

  it('a selector that says more than a type is refused', () => {
    const listeners = new Listeners()
    listeners.add('backend/x', {
      'Program:exit': () => {},
      ':function': () => {},
      'Literal, TemplateElement': () => {},
    })
    expect([...listeners.byType.keys()].sort()).toEqual([
      'ArrowFunctionExpression',
      'FunctionDeclaration',
      'FunctionExpression',
      'Literal',
      'Program',
      'TemplateElement',
    ])
    expect(() => listeners.add('backend/x', { 'CallExpression > Literal': () => {} })).toThrow(
      "The selector 'CallExpression > Literal' says more than a type of node",
    )
  })
})
