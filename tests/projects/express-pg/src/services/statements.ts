import type { Order } from '../models/order.js'

const width = 72

/** What a customer gets at the end of the month, as plain text. */
// finds next line: max-function-length
export function renderStatement(name: string, month: string, orders: readonly Order[]): string {
  const lines: string[] = []
  const title = `Statement of ${month}`
  lines.push(title.padStart(Math.floor((width + title.length) / 2)))
  lines.push('')
  lines.push(`Dear ${name},`)
  if (orders.length === 0) {
    lines.push('you have ordered nothing this month.')
    return lines.join('\n')
  }
  let open = 0
  let paid = 0
  let cancelled = 0
  for (const { id, status, total, createdAt } of orders) {
    const day = createdAt.toISOString().slice(0, 10)
    const amount = total.toFixed(2).padStart(12)
    if (status === 'cancelled') {
      cancelled += 1
      continue
    }
    if (status === 'open') {
      open += total
    } else {
      paid += total
    }
    const left = `${day}  ${id}`
    const dots = '.'.repeat(Math.max(3, width - left.length - amount.length - 2))
    lines.push(`${left} ${dots} ${amount}`)
  }
  lines.push('-'.repeat(width))
  lines.push(`Paid: ${paid.toFixed(2)}`)
  if (open > 0) {
    lines.push(`Open: ${open.toFixed(2)}`)
    lines.push('Please pay what is open within 14 days.')
  }
  if (cancelled > 0) {
    lines.push(`${cancelled} orders were cancelled.`)
  }
  return lines.join('\n')
}
