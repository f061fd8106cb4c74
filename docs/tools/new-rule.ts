import { copyRule } from './copy-rule.ts'
import { root } from './repository.ts'

const [name] = process.argv.slice(2)
if (name === undefined) {
  console.error('Usage: pnpm new-rule <chapter>/<id>, such as errors/no-lost-cause')
  process.exit(1)
}
for (const file of copyRule(root, name)) console.log(file)
console.log('Write the rule, its test and its page; then `pnpm run docs` and `pnpm check`.')
