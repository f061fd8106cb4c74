import { writeFile } from 'node:fs/promises'
import { pool } from '../src/db/client.ts'
import { rawPayments, revenueByMonth } from '../src/repositories/revenue.repository.ts'

const [month = new Date().toISOString().slice(0, 7)] = process.argv.slice(2)

const revenue = await revenueByMonth(new Date(`${month}-01T00:00:00Z`))
console.table(revenue)
const payments = await rawPayments(month)
await writeFile(`payments-${month}.json`, JSON.stringify(payments, null, 2))
console.log(`Wrote ${payments.length} payments`)
await pool.end()
