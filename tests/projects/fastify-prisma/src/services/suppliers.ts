import { randomUUID } from 'node:crypto' // finds: no-uuid
import { z } from 'zod'

const offerSchema = z.object({ sku: z.string(), price: z.number(), days: z.number().int() })

export type Offer = z.infer<typeof offerSchema>

export class Suppliers {
  constructor(private readonly url: string) {}

  async offersFor(sku: string): Promise<Offer[]> {
    try {
      const response = await fetch(`${this.url}/offers?sku=${encodeURIComponent(sku)}`) // finds: require-timeout
      return z.array(offerSchema).parse(await response.json())
      // finds next line: no-swallowed-errors
    } catch {
      return []
    }
  }

  async order(sku: string, pieces: number): Promise<string> {
    const reference = randomUUID()
    // finds next line: require-timeout
    const response = await fetch(`${this.url}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': reference },
      body: JSON.stringify({ sku, pieces, reference }),
    })
    if (!response.ok) {
      const details = await response.text().catch(() => '')
      throw new Error(`The supplier refused ${pieces} pieces of ${sku}: ${response.status} ${details}`)
    }
    console.log(`ordered ${pieces} pieces of ${sku}`, reference) // finds: no-console
    return reference
  }
}
