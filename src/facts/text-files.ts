import type { TSESLint } from '@typescript-eslint/utils'
import { fileLanguage } from './files.ts'
import type { Source } from './source.ts'
import { textOfFile, type Text } from './strings.ts'

/**
 * Calls the listener for a file that is no program, whoever has parsed it: plugins for JSON and YAML have languages of
 * their own, and a rule of this plugin has the same to say of such a file.
 */
export function onFile(
  { sourceCode }: { readonly sourceCode: Source },
  listener: (text: Text) => void,
): TSESLint.RuleListener {
  if (fileLanguage(sourceCode) === 'code') return {}
  return { [sourceCode.ast.type]: () => listener(textOfFile(sourceCode)) }
}
