import { z } from 'zod'
import { config } from '../config.js'

const answerSchema = z.object({ rates: z.record(z.string(), z.number()) })
const known = new Map<string, number>([['EUR', 1]])

/** How many euros one unit of the currency is worth. */
export async function rateFor(currency: string): Promise<number> {
  const cached = known.get(currency)
  if (cached !== undefined) return cached
  try {
    const rate = await fetchRate(currency)
    known.set(currency, rate)
    return rate
  } catch {
    console.warn(`No rate for ${currency}, using 1`) // finds: no-console
    return 1
  }
}

async function fetchRate(currency: string): Promise<number> {
  const response = await fetch(`${config.RATES_URL}/latest?base=${currency}&symbols=EUR`) // finds: require-timeout
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => ({}))
    throw new Error(`The rate service answered ${response.status}`, { cause: problem })
  }
  const { rates } = answerSchema.parse(await response.json())
  const rate = rates.EUR
  if (rate === undefined) throw new Error(`The rate service knows no rate of ${currency}`)
  return rate
}

/** Rates that operations pinned by hand, as JSON; anything else in the variable means none. */
export function pinnedRates(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
