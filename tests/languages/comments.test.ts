import { describe, expect, it } from 'vitest'
import { fix, lint } from './probe.ts'

/** How each language writes a comment that ends with its line, and one that ends with a mark. */
const languages = [
  { filename: 'a.sql', line: '--', block: ['/*', '*/'] },
  { filename: 'a.prisma', line: '//', block: ['/*', '*/'] },
  { filename: 'a.prisma', line: '///', block: ['/*', '*/'] },
  { filename: 'a.yml', line: '#', block: undefined },
] as const

describe.each(languages)('$filename with $line', ({ filename, line, block }) => {
  const lines = (...texts: readonly string[]) => texts.join('\n')
  const bad = (at: number, column = 1) => `${at}:${column}-${at}:${column + 3} bad`

  it('reports without a comment', () => {
    expect(lint(filename, lines('bad', `${line} a comment`, 'bad'))).toEqual([bad(1), bad(3)])
  })

  it.each([
    'eslint-disable-next-line probe/spot',
    'eslint-disable-next-line',
    'eslint-disable-next-line probe/spot -- it is history',
    'eslint-disable-next-line probe/spot, probe/spot',
  ])('%s', (comment) => {
    expect(lint(filename, lines(`${line} ${comment}`, 'bad', 'bad'))).toEqual([bad(3)])
    expect(lint(filename, lines(`${line}${comment}`, '  bad', 'bad'))).toEqual([bad(3)])
    expect(lint(filename, lines(`${line} ${comment}`, 'bad', 'bad').replaceAll('\n', '\r\n'))).toEqual([bad(3)])
  })

  it('eslint-disable-line', () => {
    expect(lint(filename, lines(`bad ${line} eslint-disable-line probe/spot`, 'bad'))).toEqual([bad(2)])
    expect(lint(filename, lines(`bad ${line} eslint-disable-line probe/spot`, 'bad').replace('\n', '\r\n'))).toEqual([
      bad(2),
    ])
  })

  it('eslint-disable to eslint-enable', () => {
    const text = lines(`${line} eslint-disable probe/spot`, 'bad', 'bad', `${line} eslint-enable`, 'bad')
    expect(lint(filename, text)).toEqual([bad(5)])
    expect(lint(filename, lines(`${line} eslint-disable -- all of it`, 'bad', 'bad'))).toEqual([])
  })

  it('says nothing of other rules', () => {
    expect(lint(filename, lines(`${line} eslint-disable-next-line probe/other`, 'bad')).at(-1)).toBe(bad(2))
  })

  it('is no word in a sentence', () => {
    expect(lint(filename, lines(`${line} see eslint-disable-next-line`, 'bad'))).toEqual([bad(2)])
    expect(lint(filename, lines(`${line} eslint-disabled`, 'bad'))).toEqual([bad(2)])
    expect(lint(filename, lines(`${line} eslint probe/spot: off`, 'bad'))).toEqual([bad(2)])
  })

  it('is reported, and removed, when nothing needs it', () => {
    const text = lines('fine', `${line} eslint-disable-next-line probe/spot`, 'fine')
    expect(lint(filename, text)).toEqual([
      "2:1 Unused eslint-disable directive (no problems were reported from 'probe/spot').",
    ])
    expect(fix(filename, text)).toBe(lines('fine', ' ', 'fine'))
    expect(fix(filename, text.replaceAll('\n', '\r\n'))).toBe('fine\r\n \r\nfine')
  })

  it('loses only the rule that nothing needs', () => {
    const text = lines(`${line} eslint-disable-next-line probe/spot, probe/other -- both`, 'bad')
    expect(lint(filename, text)).toEqual([expect.stringContaining("from 'probe/other'")])
    expect(fix(filename, text)).toBe(lines(`${line} eslint-disable-next-line probe/spot -- both`, 'bad'))
  })

  it.runIf(block)('between marks', () => {
    const [open = '', close = ''] = block ?? []
    const comment = (text: string) => `${open} ${text} ${close}`
    expect(lint(filename, lines(comment('eslint-disable-next-line'), 'bad', 'bad'))).toEqual([bad(3)])
    expect(lint(filename, lines(`bad ${comment('eslint-disable-line probe/spot')}`, 'bad'))).toEqual([bad(2)])
    const range = lines(comment('eslint-disable'), 'bad', comment('eslint-enable'), 'bad')
    expect(lint(filename, range)).toEqual([bad(4)])
    expect(lint(filename, lines(comment('eslint-disable-next-line\n  probe/spot'), 'bad', 'bad'))).toEqual([bad(4)])
    expect(lint(filename, lines(`bad ${comment('eslint-disable-line\n')}`, 'fine'))).toContainEqual(
      expect.stringContaining('should not span multiple lines'),
    )
  })
})

describe('what looks like a comment', () => {
  it.each([
    ['a.sql', "select '\n-- eslint-disable\n', bad"],
    ['a.sql', 'select $$ -- eslint-disable\n$$, bad'],
    ['a.sql', 'select "-- eslint-disable", bad'],
    ['a.sql', '// eslint-disable\nbad'],
    ['a.prisma', '@default("// eslint-disable")\nbad'],
    ['a.prisma', '@default("\\"// eslint-disable")\nbad'],
    ['a.prisma', '-- eslint-disable\nbad'],
    ['a.prisma', '# eslint-disable\nbad'],
    ['a.yml', 'a#eslint-disable\nbad'],
    ['a.yml', '// eslint-disable\nbad'],
  ])('is none in %s: %j', (filename, text) => {
    expect(lint(filename, text)).toHaveLength(1)
  })

  it.each([
    ['a.sql', "it's -- eslint-disable\nbad"],
    ['a.prisma', '@default("it) // eslint-disable\nbad'],
    ['a.sql', '# eslint-disable\nbad'],
    ['a.sh', "it's # eslint-disable\nbad"],
  ])('is one where a quote never closes, or MySQL writes it, in %s: %j', (filename, text) => {
    expect(lint(filename, text).length).toBeLessThanOrEqual(1)
  })
})
