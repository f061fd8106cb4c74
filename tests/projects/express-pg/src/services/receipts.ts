import { readFile } from 'node:fs'
import { config } from '../config.js'
import type { Order } from '../models/order.js'

let template: string | undefined

export async function renderReceipt(order: Order, title: string): Promise<string> {
  template ??= await readTemplate()
  const values = { ...order, title } as any // finds: no-any
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(String(values[name] ?? '')))
}

function readTemplate(): Promise<string> {
  return new Promise((resolve) => {
    readFile(config.RECEIPT_TEMPLATE, 'utf8', (err, text) => resolve(text)) // finds: no-swallowed-errors
  })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char)
}
