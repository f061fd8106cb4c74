import { importersOf, namesOfWhole } from '../project/importers.ts'
import { isToolPath } from './files.ts'
import type { RuleContext } from './source.ts'
import { isStartFile, isStartName } from './start-names.ts'

/** Whether no server loads a file: other files do, and each of them is a script, a command or a test. */
export function isOfTools({ filename, cwd }: RuleContext): boolean {
  const importers = [...importersOf(filename)]
  return importers.length > 0 && importers.every(([file]) => isToolPath(file, cwd))
}

/** Whether other files call an exported function, and only while the program starts, as far as their lines show. */
export function isStartedElsewhere(context: RuleContext, name: string): boolean {
  return startsElsewhere(context, name) === true
}

/** The same of a function, or of `Class.method`; `undefined` where no other file speaks of it. */
export function startsElsewhere({ filename, cwd }: RuleContext, name: string): boolean | undefined {
  const users = [...importersOf(filename)].flatMap(([file, text]) => {
    const word = wordFor(name, namesOfWhole(filename, text))
    return word.test(text) && !isToolPath(file, cwd) ? [{ file, text, word }] : []
  })
  if (users.length === 0) return undefined
  return users.every(({ file, text, word }) => isStartFile({ filename: file, cwd }) || calls(text, word))
}

/** The name alone, or as a member of what the whole module is called: `load`, `files.load`. */
function wordFor(name: string, wholes: readonly string[]): RegExp {
  const [member, ...modules] = [name, ...wholes].map((one) => one.replaceAll(/[.$]/g, String.raw`\$&`))
  const before = modules.length > 0 ? String.raw`(?:(?:${modules.join('|')})\.)?` : ''
  return new RegExp(String.raw`(?<![.\w$])${before}${member}(?![\w$])`)
}

/** Whether a text calls a function, and at the start of the program each time. */
function calls(text: string, word: RegExp): boolean {
  const lines = withoutImports(text).split(/\r?\n/)
  const uses = lines.flatMap((line, at) => (word.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line) ? [at] : []))
  return uses.length > 0 && uses.every((at) => isCall(lines[at] ?? '', word) && runsAtStart(lines, at))
}

function withoutImports(text: string): string {
  return text.replaceAll(/^import\b[^;'"]{0,2000}['"][^'"\n]*['"];?|^export\s*\{[^}]{0,2000}\}[^\n]*/gm, '')
}

function isCall(line: string, word: RegExp): boolean {
  return new RegExp(String.raw`${word.source}\s*(?:<[^()]*>)?\(`).test(line)
}

/** Whether the first function around a line, by what is indented less than it, is one that starts the program. */
function runsAtStart(lines: readonly string[], at: number): boolean {
  if (startsFunction(lines[at] ?? '')) return false
  for (const header of headersOver(lines, at)) {
    if (!startsFunction(header) || iterates.test(header)) continue
    const name = nameIn(header)
    return name !== undefined && (isStartName(name) || /^get(?:App|Application|Server)$/.test(name))
  }
  return true
}

/** The lines that open what a line stands in, from the inside out; a head of several lines is one. */
function headersOver(lines: readonly string[], from: number): readonly string[] {
  const headers: string[] = []
  let indent = indentOf(lines[from] ?? '')
  for (let at = from - 1; at >= 0 && indent > 0; at -= 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || indentOf(line) >= indent) continue
    let head = line
    indent = indentOf(line)
    while (at > 0 && /^\s*[)\]}]/.test(lines[at] ?? '') && !/^\s*\}\s*(?:else|catch|finally)\b/.test(lines[at] ?? '')) {
      do at -= 1
      while (at > 0 && ((lines[at] ?? '').trim() === '' || indentOf(lines[at] ?? '') > indent))
      head = `${lines[at] ?? ''} ${head}`
    }
    headers.push(head)
  }
  return headers
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

const iterates = /\.(?:forEach|map|flatMap|filter|reduce|some|every|find)\(/
const blocks = /^\s*(?:\}\s*)?(?:if|else|for|while|do|switch|case|default|try|catch|finally|with|return|await|new)\b/

function startsFunction(line: string): boolean {
  if (/\bfunction\b|=>/.test(line)) return true
  return !blocks.test(line) && /^\s*(?:\w+\s+)*[\w$#]+\s*\([^=]*\{\s*$/.test(line)
}

function nameIn(header: string): string | undefined {
  return /(?:\bfunction\b(?:\s*\*)?|\b(?:const|let|var)\b)\s*([\w$]+)|^\s*(?:(?:public|private|protected|static|async|override)\s+)*([\w$#]+)\s*\(/
    .exec(header)
    ?.slice(1)
    .find((name) => name !== undefined)
}
