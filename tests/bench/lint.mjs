// One process of a measurement: lints a folder with the parser of the presets, with no rule, with as many rules as we
// have that do nothing, with all of ours, or with one.
// `node lint.mjs <folder> <none | idle | all | rule> <globs> [--types=off | services | native] [--parser=native] [--comments]`
import { parseArgs } from 'node:util'
import { ESLint } from 'eslint'
import backend from 'eslint-plugin-backend'
import { nativeParser } from '../../dist/parser/native-parser.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    types: { type: 'string', default: 'off' },
    parser: { type: 'string' },
    comments: { type: 'boolean', default: false },
  },
})
const [folder, rules, ...globs] = positionals
const all = Object.fromEntries(Object.keys(backend.rules).map((id) => [`backend/${id}`, 'error']))
const idle = { rules: Object.fromEntries(Object.keys(backend.rules).map((id) => [id, { create: () => ({}) }])) }
const entries = {
  none: {},
  idle: Object.fromEntries(Object.keys(idle.rules).map((id) => [`idle/${id}`, 'error'])),
  all,
}
const chosen = entries[rules] ?? { [`backend/${rules}`]: 'error' }
const parserOptions = values.types === 'services' ? { projectService: true, tsconfigRootDir: folder } : {}
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  errorOnUnmatchedPattern: false,
  allowInlineConfig: values.comments,
  overrideConfig: [
    { ignores: ['**/node_modules/**', '**/dist/**'] },
    ...backend.configs.all.map((config) => ({ ...config, rules: {} })),
    {
      files: ['**/*.{ts,mts,cts,tsx}'],
      languageOptions: { parserOptions, ...(values.parser === 'native' && { parser: nativeParser }) },
      plugins: { idle },
      rules: chosen,
      settings: { backend: { types: values.types } },
    },
  ],
})
const results = await eslint.lintFiles(globs)
const findings = results.flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId?.startsWith('backend/')))
process.stdout.write(JSON.stringify({ files: results.length, findings: findings.length }))
