import { Linter } from 'eslint'
import backend from 'eslint-plugin-backend'
import { describe, expect, it } from 'vitest'
import { lint } from '../../support/test-rule.ts'

/** What is done with an error, and the one rule that has something to say of it. */
const ground: readonly (readonly [code: string, rule: string | undefined])[] = [
  [`try { await save() } catch {}`, 'no-swallowed-errors'],
  [`try { await save() } catch (error) { /* ignored */ }`, 'no-swallowed-errors'],
  [`async function f() { try { return await find() } catch (error) { return null } }`, 'no-swallowed-errors'],
  [`await save().catch(() => {})`, 'no-swallowed-errors'],
  [`await save().catch(() => null)`, 'no-swallowed-errors'],
  [`try { await save() } catch (error) { logger.error(error) }`, 'no-log-only-catch'],
  [`try { await save() } catch (error) { console.error(error) }`, 'no-log-only-catch'],
  [
    `async function f() { try { return await find() } catch (e) { logger.error(e); return null } }`,
    'no-log-only-catch',
  ],
  [`await save().catch((error) => logger.error(error))`, 'no-log-only-catch'],
  [`await save().catch((error) => { console.error(error) })`, 'no-log-only-catch'],
  [`await save().catch(logger.error)`, 'no-log-only-catch'],
  [`await save().catch(console.error)`, undefined],
  [`try { await save() } catch (error) { logger.error(error); throw error }`, 'no-log-and-rethrow'],
  [`try { await save() } catch (error) { console.error(error); throw error }`, 'no-log-and-rethrow'],
  [`await save().catch((error) => { logger.error(error); throw error })`, 'no-log-and-rethrow'],
  [`try { await save() } catch (error) { throw error }`, 'no-useless-catch'],
  [`try { await save() } catch (error) { throw new SaveFailed({ cause: error }) }`, undefined],
  [`try { await save() } catch (error) { logger.error(error); throw new SaveFailed({ cause: error }) }`, undefined],
]

const ours = ['no-swallowed-errors', 'no-log-only-catch', 'no-log-and-rethrow']

function speakers(code: string): string[] {
  const core = new Linter().verify(code, {
    languageOptions: { ecmaVersion: 'latest' },
    rules: { 'no-useless-catch': 2 },
  })
  return [
    ...ours.flatMap((rule) => lint(rule, { code }).map(() => rule)),
    ...core.flatMap(({ ruleId }) => ruleId ?? []),
  ]
}

describe('what is done with an error', () => {
  it.each(ground)('%s', (code, rule) => expect(speakers(code)).toEqual(rule === undefined ? [] : [rule]))

  it('has rules that the plugin has', () => expect(Object.keys(backend.rules)).toEqual(expect.arrayContaining(ours)))

  // What the console is for is another question: it is asked of the line, never of the `catch`.
  it.each(ground)('%s, for no-console', (code) => {
    for (const { line, column, endColumn = column } of lint('no-console', { code }))
      expect(code.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)).toMatch(/^console/)
  })
})
