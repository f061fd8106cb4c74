import { z } from 'zod'

export const orderStatuses = ['open', 'paid', 'shipped', 'cancelled'] as const

export type OrderStatus = (typeof orderStatuses)[number]

export interface OrderItem {
  readonly sku: string
  readonly quantity: number
  readonly unitPrice: number
}

export interface Order {
  readonly id: string
  readonly customerId: string
  readonly status: OrderStatus
  readonly currency: string
  readonly total: number
  readonly metadata: Record<string, any> // finds: no-any
  readonly createdAt: Date
}

export const newOrderSchema = z.object({
  customerId: z.string().min(1),
  currency: z.string().length(3),
  items: z
    .array(z.object({ sku: z.string().min(1), quantity: z.number().int().positive(), unitPrice: z.number().min(0) }))
    .min(1),
})

export type NewOrder = z.infer<typeof newOrderSchema>
