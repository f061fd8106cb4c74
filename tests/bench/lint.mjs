// One process of a measurement: lints a folder with the parser of the presets, with no rule, with all of ours, or with one.
import { ESLint } from 'eslint'
import backend from 'eslint-plugin-backend'

const [folder, rules, ...globs] = process.argv.slice(2)
const all = Object.fromEntries(Object.keys(backend.rules).map((id) => [`backend/${id}`, 'error']))
const chosen = rules === 'none' ? {} : rules === 'all' ? all : { [`backend/${rules}`]: 'error' }
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  errorOnUnmatchedPattern: false,
  allowInlineConfig: false,
  overrideConfig: [
    { ignores: ['**/node_modules/**', '**/dist/**'] },
    ...backend.configs.all.map((config) => ({ ...config, rules: {} })),
    { files: ['**/*.{ts,mts,cts,tsx}'], rules: chosen },
  ],
})
const results = await eslint.lintFiles(globs)
process.stdout.write(
  JSON.stringify({ files: results.length, findings: results.flatMap(({ messages }) => messages).length }),
)
