import { expect, it } from 'vitest'
import type { TSESTree } from '@typescript-eslint/utils'
import { ranBefore } from '../../dist/facts/dominance.js'
import { ask } from '../support/facts-of.ts'

/** What certainly ran before the call of `here`, nearest first, of calls without arguments. */
function ran(code: string): string {
  const found: string[] = []
  ask(code, ({ context }) => ({
    'CallExpression[callee.name="here"]'(node: TSESTree.CallExpression) {
      for (const one of ranBefore(node)) {
        const text = context.sourceCode.getText(one)
        const name = /^(\w+)\(\);?$/.exec(text)?.[1]
        // A statement is told together with what stands in it.
        if (name !== undefined && found.at(-1) !== name) found.push(name)
      }
    },
  }))
  return found.join(' ')
}

it.each([
  ['function f() { a(); b(); here(); c() }', 'b a'],
  ['function f() { a(); if (x) { b(); here() } }', 'b a'],
  ['function f() { a(); if (x) b(); here() }', 'a'],
  ['function f() { a(); for (const x of y) { b(); here() } }', 'b a'],
  ['function f() { for (const x of y) a(); here() }', ''],
  ['function f() { try { a() } catch { b(); here() } }', 'b'],
  ['function f() { try { a() } catch { return } here() }', 'a'],
  ['function f() { try { a() } catch { b() } here() }', ''],
  ['function f() { try { a() } finally { b() } here() }', 'b a'],
  ['function f() { try { a() } finally { here() } }', ''],
  ['function f() { if (x) { a(); return } else { b() } here() }', 'b'],
  ['function f() { a(); run(() => { b(); here() }) }', 'b'],
  ['function f() { switch (x) { case 1: a(); case 2: b(); here() } }', 'b'],
  ['function f() { a(), here() }', 'a'],
  ['function f() { a() && here() }', 'a'],
  ['function f() { return a() ? here() : b() }', 'a'],
  ['function f() { { a() } here() }', 'a'],
  ['a(); here()', 'a'],
])('%s', (code, expected) => {
  expect(ran(code)).toBe(expected)
})
