import { Linter, type ESLint, type Rule } from 'eslint'
import backend from 'eslint-plugin-backend'

/** Reports each `bad` that a file holds, and makes it `good`. */
const spot: Rule.RuleModule = {
  meta: { fixable: 'code', schema: [] },
  create(context) {
    const { sourceCode } = context
    const report = () => {
      for (const { index } of sourceCode.text.matchAll(/\bbad\b/g)) {
        const [start, end] = [sourceCode.getLocFromIndex(index), sourceCode.getLocFromIndex(index + 3)]
        const fix: Rule.ReportFixer = (fixer) => fixer.replaceTextRange([index, index + 3], 'good')
        context.report({ message: 'bad', loc: { start, end }, fix })
      }
    }
    return { SqlFile: report, PrismaFile: report, TextFile: report }
  },
}

export const probe: ESLint.Plugin = { rules: { spot: spot, other: { meta: { schema: [] }, create: () => ({}) } } }

/** The languages on the files that they are for, and the rule that reports each `bad`. */
export const config: Linter.Config[] = [
  { plugins: { backend, probe } },
  { files: ['**/*.sql'], language: 'backend/sql' },
  { files: ['**/*.prisma'], language: 'backend/prisma' },
  { files: ['**/*.sh', '**/*.yml'], language: 'backend/text' },
  {
    files: ['**/*.{sql,prisma,sh,yml}'],
    rules: { 'probe/spot': 'error' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
]

/** Each message, behind the line and column of its begin and end. */
export function lint(filename: string, text: string): string[] {
  return new Linter().verify(text, config, filename).map(({ line, column, endLine, endColumn, message }) => {
    const end = endLine === undefined ? '' : `-${endLine}:${endColumn}`
    return `${line}:${column}${end} ${message}`
  })
}

export function fix(filename: string, text: string): string {
  return new Linter().verifyAndFix(text, config, { filename }).output
}
