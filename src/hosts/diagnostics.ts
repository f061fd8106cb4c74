import type ts from 'typescript'
import type { Finding } from './lint-file.ts'

/** `ts.DiagnosticCategory.Error`, the same in every version. */
const error = 1
const source = 'eslint-plugin-backend'

/** The numbers by which a compiler prints what is not its own; none of the compiler's has six digits. */
export const codes = { finding: 990001, configuration: 990002 } as const

/** A finding as the compiler prints its own: at the range that ESLint reports, with the rule and its page. */
export function asDiagnostic(file: ts.SourceFile, finding: Finding): ts.Diagnostic {
  const [start, end] = finding.range
  return {
    source,
    category: error,
    code: codes.finding,
    file,
    start,
    length: end - start,
    messageText: textOf(finding),
  }
}

/** The message of a finding, with the address of its page on a line of its own. */
export function textOf({ message, rule, url }: Finding): string {
  return `${message} (${rule})${url === undefined ? '' : `\n  ${url}`}`
}

/** What is said of a configuration that is wrong. */
export function complaintText(complaint: string): string {
  return `eslint-plugin-backend/transformer: ${complaint}`
}

/** A configuration that is wrong, which stands in no file that the compiler knows. */
export function configurationDiagnostic(complaint: string): ts.Diagnostic {
  return {
    source,
    category: error,
    code: codes.configuration,
    file: undefined,
    start: undefined,
    length: undefined,
    messageText: complaintText(complaint),
  }
}
