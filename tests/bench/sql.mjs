// Ratios of reading SQL, all in one run: `pnpm bench:sql [folder] [rounds]`.
// The SQL in the literals of a folder's code and in its .sql files, against PostgreSQL's own parser on what that accepts;
// and the question that every literal is asked first, against parsing the code, which is less than a lint run takes.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from '@typescript-eslint/parser'
import { loadModule, parseSync } from 'libpg-query'
import { opensSql } from '../../dist/facts/queries.js'
import { hole } from '../../dist/sql/scan.js'
import { readStatements } from '../../dist/sql/statements.js'

const here = path.dirname(fileURLToPath(import.meta.url))
const [folder = path.join(here, '../..'), rounds = '40'] = process.argv.slice(2)
await loadModule()

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => path.join(parentPath, name))
  .filter((file) => /\.(?:[cm]?ts|sql)$/.test(file) && !/node_modules|\.d\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const code = files.filter(({ file }) => !file.endsWith('.sql'))

/** The texts of a syntax tree: literals, and templates with a hole for each expression. */
function textsIn(node, found = []) {
  if (typeof node !== 'object' || node === null) return found
  if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
  if (node.type === 'TemplateLiteral') found.push(node.quasis.map(({ value }) => value.cooked ?? value.raw).join(hole))
  for (const [key, child] of Object.entries(node)) if (key !== 'parent') textsIn(child, found)
  return found
}

function treeOf(text) {
  try {
    return parse(text, { range: true })
  } catch {
    return undefined
  }
}

function accepts(sql) {
  try {
    return parseSync(sql).stmts.length > 0
  } catch {
    return false
  }
}

/** The least of many short times, in milliseconds, taken in turn with the other: what a busy machine adds falls away. */
function times(...runs) {
  const least = runs.map(() => Infinity)
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now()
      run()
      least[index] = Math.min(least[index], performance.now() - start)
    }
  }
  return least
}

function length(some) {
  return some.reduce((sum, { text }) => sum + text.length, 0)
}

const literals = code.flatMap(({ text }) => textsIn(treeOf(text)))
const inline = literals.filter((text) => opensSql.test(text))
const whole = files.filter(({ file }) => file.endsWith('.sql')).map(({ text }) => text)

function compare(name, texts) {
  // A hole is a value for PostgreSQL; where that is no SQL for it, the text is not compared.
  const judged = texts.map((text) => [text, text.replaceAll(hole, '$1')]).filter(([, sql]) => accepts(sql))
  const read = judged.filter(([text]) => readStatements(text).some(({ verb }) => verb !== '')).length
  if (judged.length === 0) return
  const [ours, theirs] = times(
    () => judged.forEach(([text]) => readStatements(text)),
    () => judged.forEach(([, sql]) => parseSync(sql)),
  )
  console.log(
    `${name}: ${texts.length} texts, PostgreSQL accepts ${judged.length}, of which ${read} are read; ` +
      `time ${(ours / theirs).toFixed(3)} (${ours.toFixed(1)} ms to ${theirs.toFixed(1)} ms), goal 0.5`,
  )
}

compare('SQL in code / libpg-query', inline)
compare('.sql files / libpg-query', whole)
const sample = code.slice(0, 40)
const [gate, parsing] = times(
  () => literals.forEach((text) => opensSql.test(text)),
  () => sample.forEach(({ text }) => treeOf(text)),
)
const share = length(sample) / length(code)
console.log(
  `first question / parsing the code: ${((gate * share) / parsing).toFixed(5)} (${literals.length} literals in ${gate.toFixed(1)} ms), goal 0.001 of a lint run`,
)
