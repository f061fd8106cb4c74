import { z } from 'zod'

export const newBookingSchema = z
  .object({
    roomId: z.string().min(1),
    title: z.string().trim().min(1).max(200),
    organiserEmail: z.email(),
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date(),
    weeks: z.number().int().min(1).max(52).default(1),
    attendees: z.number().int().positive().default(1),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { error: 'The end must be after the start.' })

export type NewBooking = z.infer<typeof newBookingSchema>
