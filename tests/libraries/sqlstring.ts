import { escape, escapeId, format, raw } from 'sqlstring'
import * as everything from 'sqlstring'

format('select id from users where name = ?', ['Ada']) // db.fragment
everything.format('select ?', [1]) // db.fragment
raw('now()') // db.fragment
escape('Ada') // db.escape
escapeId('users') // db.escape
everything.escapeId('users') // db.escape
require('sqlstring').escape('Ada') // db.escape

// Not these
new Map<string, string>().get('escape')
