import { Random } from './random.ts'

type Choice = readonly [string, ...string[]]

/** Writes statements that a database accepts, from a seed. */
export class Grammar {
  private readonly random: Random
  private readonly dialect: 'postgresql' | 'mysql' | 'sqlite'

  constructor(seed: number, dialect: 'postgresql' | 'mysql' | 'sqlite') {
    this.random = new Random(seed)
    this.dialect = dialect
  }

  statement(): string {
    const kinds = {
      query: () => this.query(3),
      insert: () => this.insert(),
      update: () => this.update(),
      remove: () => this.remove(),
      create: () => this.createTable(),
      alter: () => this.alterTable(),
      index: () => this.createIndex(),
      drop: () => this.words(`DROP TABLE ${this.maybe('IF EXISTS ')}`) + this.list(3, () => this.table()),
    }
    const name = this.random.pick([
      'query',
      'query',
      'query',
      'insert',
      'update',
      'remove',
      'create',
      'create',
      'alter',
      'index',
      'drop',
    ] as const)
    return this.spaced(kinds[name]())
  }

  private maybe(text: string, probability = 0.4): string {
    return this.random.chance(probability) ? text : ''
  }

  private pick(...choices: Choice): string {
    return this.random.pick(choices)
  }

  /** Keywords, in capitals or not. */
  private words(text: string): string {
    return this.random.chance(0.5) ? text : text.toLowerCase()
  }

  private list(most: number, make: () => string): string {
    return this.random.some(most, make).join(this.pick(', ', ',', ',\n  '))
  }

  /** Comments and line breaks where blanks are. */
  private spaced(text: string): string {
    if (this.random.chance(0.7)) return text.replaceAll('~', ' ')
    return text.replaceAll('~', () => this.pick(' ', '\n', ' /* (a, */ ', ' -- it\'s "x\n', '\t'))
  }

  private name(): string {
    const plain = this.pick('a', 'b', 'id', 'name', 'user_id', 'created_at', 'x1', 'total', 'state')
    if (this.random.chance(0.8)) return plain
    return this.dialect === 'mysql' ? `\`${plain}\`` : `"${this.pick(plain, 'Order', 'some name', 'select')}"`
  }

  private table(): string {
    const plain = this.pick('users', 'teams', 'posts', 'orders', 'items', 'logs')
    const schema = this.maybe(this.pick('public.', 'app.'), 0.15)
    if (this.random.chance(0.8)) return `${schema}${plain}`
    return this.dialect === 'mysql' ? `${schema}\`${plain}\`` : `${schema}"${plain}"`
  }

  private value(): string {
    const own: Readonly<Record<string, Choice>> = {
      postgresql: ['$1', '$2', "E'a\\'b'", "'{}'::jsonb", 'array[1, 2]', '$$x, y$$', 'now()', 'null'],
      mysql: ['?', "'a\\'b'", '"x"', 'now()', 'null'],
      sqlite: ['?', '?1', ':name', '@p', 'null', "x'1f'"],
    }
    return this.pick('1', '2.5', "'text'", "'it''s'", "'a, (b'", "'-- x'", ...(own[this.dialect] ?? []))
  }

  private expression(depth: number): string {
    const { random } = this
    const inner = () => this.expression(depth - 1)
    const leaf = random.chance(0.5) ? this.value() : `${this.maybe(`${this.pick('u', 't', 'p')}.`)}${this.name()}`
    if (depth <= 0 || random.chance(0.4)) return leaf
    const forms: Choice = [
      `${inner()} ${this.pick('=', '<>', '<', '>=', '+', '-', '*')} ${inner()}`,
      `(${inner()})`,
      `${this.pick('lower', 'coalesce', 'max')}(${inner()}${this.maybe(`, ${inner()}`)})`,
      `${this.words('CASE WHEN')} ${inner()} = ${inner()} ${this.words('THEN')} ${inner()} ${this.words('ELSE')} ${inner()} ${this.words('END')}`,
      `${leaf} ${this.words('IN')} (${this.query(depth - 1)})`,
      `${leaf} ${this.words('IN')} (${this.list(3, () => this.value())})`,
      `(${this.query(depth - 1)})`,
      `${this.words('EXISTS')} (${this.query(depth - 1)})`,
      `${leaf} ${this.words('IS NOT NULL')}`,
      `${leaf} ${this.words('BETWEEN')} ${this.value()} ${this.words('AND')} ${this.value()}`,
      `count(*)`,
    ]
    return random.pick(forms)
  }

  private condition(depth: number): string {
    const parts = this.random.some(2, () => `${this.expression(depth)} = ${this.expression(depth - 1)}`)
    return parts.join(this.words(this.pick(' AND ', ' OR ', ' AND NOT ')))
  }

  private query(depth: number): string {
    const names = depth > 1 && this.random.chance(0.25) ? this.names(depth) : ''
    const arms = this.random.chance(0.2) ? 2 : 1
    const selects = Array.from({ length: arms }, () => this.select(depth))
    const last = arms === 1 ? this.tail(depth) : ''
    return `${names}${selects.join(this.words(this.pick(' UNION ', ' UNION ALL ', ' EXCEPT ', ' INTERSECT ')))}${last}`
  }

  private names(depth: number): string {
    const made = this.random.some(2, () => this.pick('recent', 'ranked', 'tree', 'sums'))
    const distinct = [...new Set(made)]
    const named = distinct.map((name) => `${name} ${this.words('AS')} (${this.query(depth - 1)})`)
    return `${this.words(`WITH ${this.maybe('RECURSIVE ', 0.2)}`)}${named.join(', ')} `
  }

  private select(depth: number): string {
    const columns = this.list(3, () => this.column(depth - 1))
    const sources = this.random.some(2, () => this.source(depth - 1)).join(', ')
    const where = this.maybe(`~${this.words('WHERE')} ${this.condition(depth - 1)}`, 0.6)
    return `${this.words(`SELECT${this.maybe(' DISTINCT', 0.1)}`)}~${columns}~${this.words('FROM')}~${sources}${where}`
  }

  private column(depth: number): string {
    const form = this.random.next()
    if (form < 0.25) return '*'
    if (form < 0.45) return `${this.pick('u', 't', 'users')}.*`
    return `${this.expression(depth)}${this.maybe(` ${this.words('AS')} ${this.name()}`)}`
  }

  private source(depth: number): string {
    const alias = `${this.maybe(` ${this.words('AS')}`)} ${this.pick('u', 't', 'p')}`
    const own =
      depth > 0 && this.random.chance(0.3)
        ? `(${this.query(depth - 1)})${alias}`
        : `${this.table()}${this.maybe(alias, 0.6)}`
    if (depth <= 0 || !this.random.chance(0.4)) return own
    const join = this.words(this.pick('JOIN', 'LEFT JOIN', 'INNER JOIN', 'LEFT OUTER JOIN'))
    const on = this.random.chance(0.7)
      ? `${this.words('ON')} ${this.condition(depth - 1)}`
      : `${this.words('USING')} (id)`
    return `${own}~${join} ${this.source(depth - 1)} ${on}`
  }

  private tail(depth: number): string {
    const group = this.maybe(` ${this.words('GROUP BY')} ${this.list(2, () => this.name())}`, 0.2)
    const order = this.maybe(
      ` ${this.words('ORDER BY')} ${this.expression(Math.min(depth - 1, 1))} ${this.words('DESC')}`,
      0.3,
    )
    return `${group}${order}${this.maybe(` ${this.words('LIMIT')} 5`, 0.3)}`
  }

  private insert(): string {
    const columns = this.maybe(` (${this.list(3, () => this.name())})`, 0.8)
    const rows = this.random.chance(0.5)
      ? `${this.words('VALUES')} ${this.list(2, () => `(${this.list(3, () => this.expression(1))})`)}`
      : this.query(2)
    return `${this.words('INSERT INTO')}~${this.table()}${columns}~${rows}${this.returning()}`
  }

  private returning(): string {
    if (this.dialect === 'mysql') return ''
    return this.maybe(`~${this.words('RETURNING')} ${this.pick('*', 'id', 'id, name')}`, 0.3)
  }

  private update(): string {
    const set = this.list(3, () => `${this.name()} = ${this.expression(2)}`)
    const from = this.dialect === 'postgresql' ? this.maybe(` ${this.words('FROM')} ${this.source(1)}`, 0.3) : ''
    const where = this.maybe(`~${this.words('WHERE')} ${this.condition(2)}`, 0.7)
    return `${this.words('UPDATE')} ${this.table()}~${this.words('SET')} ${set}${from}${where}${this.returning()}`
  }

  private remove(): string {
    const using = this.dialect === 'postgresql' ? this.maybe(` ${this.words('USING')} ${this.source(1)}`, 0.3) : ''
    const where = this.maybe(`~${this.words('WHERE')} ${this.condition(2)}`, 0.7)
    return `${this.words('DELETE FROM')} ${this.table()}${using}${where}${this.returning()}`
  }

  private type(): string {
    const own: Readonly<Record<string, Choice>> = {
      postgresql: [
        'text[]',
        'timestamptz',
        'timestamp(3) without time zone',
        'timestamp with time zone',
        'uuid',
        'jsonb',
        'double precision',
        'character varying(20)',
        '"Role"',
        'public.citext',
        'numeric(10,2)[]',
        'bytea',
      ],
      mysql: ['datetime', 'json', 'double', 'blob', 'float'],
      sqlite: ['text', 'blob', 'real', 'integer'],
    }
    return this.pick(
      'int',
      'bigint',
      'text',
      'varchar(255)',
      'numeric(10, 2)',
      'boolean',
      'date',
      'smallint',
      ...(own[this.dialect] ?? []),
    )
  }

  private references(): string {
    const columns = this.maybe(` (${this.name()})`, 0.8)
    const action = this.maybe(
      ` ${this.words(`ON DELETE ${this.pick('CASCADE', 'SET NULL', 'NO ACTION', 'RESTRICT')}`)}`,
    )
    return `${this.words('REFERENCES')} ${this.table()}${columns}${action}`
  }

  /** A column; each option at most once, in any order. */
  private definition(): string {
    const options = [
      this.words('NOT NULL'),
      this.words('UNIQUE'),
      `${this.words('DEFAULT')} ${this.pick('1', "'x'", '(1 + 2)', 'CURRENT_TIMESTAMP', "'a, b'")}`,
      `${this.words('CHECK')} (${this.name()} > 0)`,
      this.dialect === 'mysql' ? '' : this.references(),
    ].filter((option) => option !== '' && this.random.chance(0.3))
    if (this.random.chance(0.3)) options.reverse()
    return [this.name(), this.type(), ...options].join(' ')
  }

  private constraint(): string {
    const name = this.maybe(`${this.words('CONSTRAINT')} ${this.pick('c1', 'users_fk', 'u')} `, 0.5)
    const columns = `(${this.list(2, () => this.name())})`
    const forms: Choice = [
      `${this.words('UNIQUE')} ${columns}`,
      `${this.words('FOREIGN KEY')} (${this.name()}) ${this.references()}`,
      `${this.words('CHECK')} (${this.name()} > 0 ${this.words('OR')} ${this.name()} = 'a')`,
      `${this.words('PRIMARY KEY')} ${columns}`,
    ]
    return `${name}${this.random.pick(forms)}`
  }

  private createTable(): string {
    const start = this.words(`CREATE ${this.maybe('TEMPORARY ', 0.15)}TABLE ${this.maybe('IF NOT EXISTS ')}`)
    if (this.random.chance(0.1)) return `${start}${this.table()} ${this.words('AS')} ${this.query(2)}`
    const elements = this.random.some(5, () => this.definition())
    if (this.random.chance(0.5)) elements.push(...this.random.some(3, () => this.constraint()))
    return `${start}${this.table()}~(${elements.join(',~')})`
  }

  private alterTable(): string {
    const start = `${this.words('ALTER TABLE')} ${this.table()} `
    if (this.random.chance(0.2))
      return `${start}${this.words('RENAME COLUMN')} ${this.name()} ${this.words('TO')} ${this.name()}`
    if (this.random.chance(0.1)) return `${start}${this.words('RENAME TO')} ${this.pick('people', 'things')}`
    if (this.dialect === 'sqlite') return `${start}${this.words('ADD COLUMN')} ${this.definition()}`
    return `${start}${this.list(3, () => this.alteration())}`
  }

  private alteration(): string {
    const name = this.name()
    const own: Readonly<Record<string, Choice>> = {
      postgresql: [
        `${this.words('ALTER COLUMN')} ${name} ${this.words(this.pick('SET NOT NULL', 'DROP NOT NULL', 'DROP DEFAULT'))}`,
        `${this.words('ALTER')} ${name} ${this.words('SET DEFAULT')} ${this.pick('1', "'x'", 'now()')}`,
        `${this.words('ALTER COLUMN')} ${name} ${this.words(this.pick('TYPE', 'SET DATA TYPE'))} ${this.type()}${this.maybe(` ${this.words('USING')} ${name}::int`)}`,
        `${this.words('DROP CONSTRAINT')} ${this.maybe(this.words('IF EXISTS '))}c1${this.maybe(this.words(' CASCADE'))}`,
        `${this.words('DROP COLUMN')} ${this.maybe(this.words('IF EXISTS '))}${name}`,
      ],
      mysql: [
        `${this.words('MODIFY COLUMN')} ${name} varchar(20) ${this.words('NOT NULL')}`,
        `${this.words('DROP COLUMN')} ${name}`,
      ],
    }
    return this.pick(
      `${this.words(`ADD COLUMN`)} ${this.definition()}`,
      `${this.words('ADD')} ${this.constraint()}`,
      ...(own[this.dialect] ?? []),
    )
  }

  private createIndex(): string {
    const postgres = this.dialect === 'postgresql'
    const start = this.words(`CREATE ${this.maybe('UNIQUE ')}INDEX ${postgres ? this.maybe('CONCURRENTLY ', 0.2) : ''}`)
    const method = postgres ? this.maybe(` ${this.words('USING')} ${this.pick('gin', 'btree', 'hash')}`, 0.3) : ''
    const parts = this.list(3, () => {
      if (postgres && this.random.chance(0.2)) return this.pick('lower(name)', "(a || 'x')", '(a -> 1)', 'f(a, b)')
      return `${this.name()}${this.maybe(this.words(' DESC'), 0.2)}`
    })
    const where =
      this.dialect === 'mysql' ? '' : this.maybe(`~${this.words('WHERE')} ${this.name()} ${this.words('IS NULL')}`, 0.3)
    return `${start}${this.pick('idx', 'by_name')}~${this.words('ON')} ${this.table()}${method} (${parts})${where}`
  }
}
