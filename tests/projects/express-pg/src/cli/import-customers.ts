#!/usr/bin/env node
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { closePool, pool } from '../db.js'
import { newId } from '../lib/ids.js'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: import-customers <file.csv>')
  process.exit(2)
}

let imported = 0
let skipped = 0
try {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [name, email, country] = line.split(';').map((cell) => cell.trim())
    if (!name || !email || !country) {
      console.warn(`Skipped: ${line}`)
      skipped += 1
      continue
    }
    await pool.query(
      `INSERT INTO customers (id, name, email, country) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING`,
      [newId('cus'), name, email, country],
    )
    imported += 1
  }
  console.log(`Imported ${imported} customers, skipped ${skipped} lines.`)
} finally {
  await closePool()
}
