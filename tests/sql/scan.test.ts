import { describe, expect, it } from 'vitest'
import { commentsOf, hole, scan } from '../../dist/sql/scan.js'

/** The tokens of a text: a kind and what it says each. */
function tokens(text: string): string[] {
  return scan(text).map(({ kind, value, start, end }) =>
    kind === 'string' || kind === 'number' ? `${kind} ${text.slice(start, end)}` : `${kind} ${value}`.trim(),
  )
}

describe('tokens', () => {
  it.each([
    [
      'words and names',
      'select Ab, "C d", `e`, [f g]',
      ['word SELECT', 'word AB', 'symbol ,', 'quoted C d', 'symbol ,', 'quoted e', 'symbol ,', 'quoted f g'],
    ],
    ['a doubled quote in a name', '"a""b"', ['quoted a"b']],
    ['letters beyond ASCII', 'größe İd', ['word GRößE', 'word İD']],
    [
      'numbers',
      '1 2.5 .5 1e-3 0xFF 1_000 t.5',
      [
        'number 1',
        'number 2.5',
        'number .5',
        'number 1e-3',
        'number 0xFF',
        'number 1_000',
        'word T',
        'symbol .',
        'number 5',
      ],
    ],
    [
      'placeholders',
      '$1 ? ?2 :name @p {x:UInt8} %s %(n)s :3',
      [
        'placeholder 1',
        'placeholder',
        'placeholder 2',
        'placeholder name',
        'placeholder p',
        'placeholder x',
        'placeholder s',
        'placeholder n',
        'placeholder 3',
      ],
    ],
    ['a cast is no placeholder', 'a::int', ['word A', 'symbol ::', 'word INT']],
    [
      'strings of all kinds',
      `'it''s' E'a\\'b' N'x' $$y$$ $t$ 'z' $t$`,
      [`string 'it''s'`, `string E'a\\'b'`, `string N'x'`, 'string $$y$$', `string $t$ 'z' $t$`],
    ],
    ['a backslash that escapes', `'it\\'s' 'a\\\\' "b\\".c"`, [`string 'it\\'s'`, `string 'a\\\\'`, 'quoted b\\".c']],
    [
      'a backslash that does not',
      `like 'a' escape '\\' or b = 'c'`,
      ['word LIKE', `string 'a'`, 'word ESCAPE', `string '\\'`, 'word OR', 'word B', 'symbol =', `string 'c'`],
    ],
    [
      'operators',
      'a->>b #> c <=> d || e !~* f @> g ?| h',
      [
        'word A',
        'symbol ->>',
        'word B',
        'symbol #>',
        'word C',
        'symbol <=>',
        'word D',
        'symbol ||',
        'word E',
        'symbol !~*',
        'word F',
        'symbol @>',
        'word G',
        'placeholder',
        'symbol |',
        'word H',
      ],
    ],
    [
      'subscripts and arrays',
      'a[1] array[2] t [name]',
      [
        'word A',
        'symbol [',
        'number 1',
        'symbol ]',
        'word ARRAY',
        'symbol [',
        'number 2',
        'symbol ]',
        'word T',
        'quoted name',
      ],
    ],
    ['tables of T-SQL', 'from #work join ##all', ['word FROM', 'word #WORK', 'word JOIN', 'word ##ALL']],
    [
      'holes',
      `a = ${hole} and b_${hole}.${hole}`,
      ['word A', 'symbol =', 'hole', 'word AND', `word B_${hole}`, 'symbol .', 'hole'],
    ],
    ['a quote that never closes', `select 'a`, ['word SELECT', `string 'a`]],
    [
      'rows of a copy',
      "copy t from stdin;\n1\tit's\n\\.\nselect 1",
      ['word COPY', 'word T', 'word FROM', 'word STDIN', 'symbol ;', 'word SELECT', 'number 1'],
    ],
    ['lines for a client', "\\connect shop's\nselect 1", ['word SELECT', 'number 1']],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toEqual(expected)
  })
})

describe('comments', () => {
  it.each([
    ['to the end of the line', 'a -- b\nc', [' b']],
    ['in marks, nested', 'a /* b /* c */ d */ e', [' b /* c */ d ']],
    ['in marks that would nest and do not close', 'a /* b /* c */ d', [' b /* c ']],
    ['of MySQL', '# a\nselect 1\n  # b', [' a', ' b']],
    ['not in strings and names', `'-- a' "/* b */" $$ -- c $$`, []],
    ['not an operator', 'select a #> b, c - -1', []],
    ['at the end of the text', '-- a', [' a']],
    ['that never closes', '/* a', [' a']],
    ['empty', '/**/ --', ['', '']],
  ])('%s', (_, text, expected) => {
    expect(commentsOf(text).map(({ value }) => value)).toEqual(expected)
  })

  it('have places', () => {
    expect(commentsOf('a -- b\n/* c */')).toEqual([
      { value: ' b', start: 2, end: 6 },
      { value: ' c ', start: 7, end: 14 },
    ])
  })
})
