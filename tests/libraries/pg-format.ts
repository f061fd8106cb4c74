import format, { ident, literal, withArray } from 'pg-format'

format('select %I from users where name = %L', 'name', 'Ada') // db.fragment
format.withArray('select %I from %I', ['name', 'users']) // db.fragment
withArray('select %I from %I', ['name', 'users']) // db.fragment
ident('users') // db.escape
literal('Ada') // db.escape
format.ident('users') // db.escape
format.literal('Ada') // db.escape
require('pg-format')('select 1') // db.fragment

// Not these
format.string('Ada')
format.config({ pattern: { ident: 'V' } })
