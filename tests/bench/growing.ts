/** Code that grows, by what it is of. */
export const growing: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['nested calls', (size) => `${'f('.repeat(size / 10)}1${')'.repeat(size / 10)}`],
  ['a long line', (size) => `const text = '${'select * from t '.repeat(size)}'; db.query(text)`],
  [
    'a long concatenation',
    (size) => `db.query('select * from t ' + ${Array.from({ length: size / 10 }, (_, i) => `'${i}'`).join(' + ')})`,
  ],
  [
    'a long template',
    (size) =>
      `db.query(\`select * from t where \${${Array.from({ length: size }, (_, i) => `a${i}`).join('} = ${')}}\`)`,
  ],
  ['a long chain', (size) => `db${'.where(a)'.repeat(size / 10)}.selectAll()`],
  [
    'many functions',
    (size) => Array.from({ length: size }, (_, i) => `function f${i}(a: any) { try { g() } catch {} }`).join('\n'),
  ],
  ['one long function', (size) => `function f() {\n${'  step()\n'.repeat(size)}}`],
  [
    'many uses of one name',
    (size) => `import { Pool } from 'pg'; const pool = new Pool()\n${"pool.query('select * from t')\n".repeat(size)}`,
  ],
  [
    'many console lines',
    (size) => `import pino from 'pino'; const logger = pino()\n${"console.log('a', b)\n".repeat(size)}`,
  ],
  ['many comments', (size) => `try { a() } catch {\n${'// no\n'.repeat(size)}}`],
]

/** Code that is nested, by what stands in each other, to a depth. */
export const nested: readonly (readonly [name: string, make: (depth: number) => string])[] = [
  ['parentheses', (depth) => `x = ${'('.repeat(depth)}1${')'.repeat(depth)}`],
  ['arrays', (depth) => `x = ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['objects', (depth) => `x = ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`],
  ['blocks', (depth) => '{'.repeat(depth) + '}'.repeat(depth)],
  ['functions', (depth) => 'function f() {'.repeat(depth) + '}'.repeat(depth)],
  ['arrow functions', (depth) => `x = ${'() => '.repeat(depth)}1`],
  ['conditions', (depth) => `x = ${'a ? b : '.repeat(depth)}c`],
  ['branches', (depth) => `if (a) {}${' else if (b) {}'.repeat(depth)}`],
  ['statements', (depth) => `${'if (a)\n'.repeat(depth)};`],
  ['templates', (depth) => `x = ${'`${'.repeat(depth)}1${'}`'.repeat(depth)}`],
  ['signs', (depth) => `x = ${'!'.repeat(depth)}1`],
  ['words', (depth) => `x = ${'typeof '.repeat(depth)}1`],
  ['sums', (depth) => `x = ${"'a' +\n".repeat(depth)}'b'`],
  ['calls', (depth) => `a${'.b()'.repeat(depth)}`],
  ['tuples', (depth) => `type A = ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['type arguments', (depth) => `type A = ${'B<'.repeat(depth)}C${'>'.repeat(depth)}`],
  ['conditional types', (depth) => `type A = ${'a extends b ? c : '.repeat(depth)}d`],
  ['function types', (depth) => `type A = ${'() => '.repeat(depth)}a`],
  ['elements', (depth) => `x = ${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`],
]

/** SQL that grows, by what it is of. */
export const growingSql: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['parentheses', (size) => '('.repeat(size)],
  ['derived tables', (size) => 'select * from ('.repeat(size)],
  ['open quotes', (size) => "select '\\'".repeat(size)],
  ['brackets', (size) => 'select ['.repeat(size)],
  ['braces', (size) => '{a:'.repeat(size)],
  ['comments', (size) => '/*'.repeat(size)],
  ['dollar quotes', (size) => Array.from({ length: size }, (_, i) => `$a${i}$`).join(' ')],
  [
    'named queries',
    (size) =>
      `with ${Array.from({ length: size }, (_, i) => `a${i} as (select * from b)`).join(', ')} select * from a1`,
  ],
  ['unions', (size) => 'select * from a union '.repeat(size)],
  ['joins', (size) => `select * from a ${'join b on c = d '.repeat(size)}`],
  ['statements', (size) => 'select * from a;'.repeat(size)],
]
