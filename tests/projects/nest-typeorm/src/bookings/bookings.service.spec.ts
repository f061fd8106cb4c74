import { randomUUID } from 'node:crypto'
import type { DataSource, Repository } from 'typeorm'
import { describe, expect, it, vi } from 'vitest'
import type { MailerService } from '../notifications/mailer.service.js'
import type { RoomsService } from '../rooms/rooms.service.js'
import type { Booking } from './booking.entity.js'
import { BookingsService } from './bookings.service.js'

describe('BookingsService', () => {
  const findOne = vi.fn()
  const service = new BookingsService(
    { findOne } as unknown as Repository<Booking>,
    {} as DataSource,
    { get: vi.fn().mockResolvedValue({ id: 'r1', name: 'Ada', seats: 2 }) } as unknown as RoomsService,
    {} as MailerService,
  )

  it('finds a booking by its id', async () => {
    const id = randomUUID()
    findOne.mockResolvedValueOnce({ id })
    expect(await service.get(id)).toEqual({ id })
  })

  it('asks the database for ids only', async () => {
    try {
      await service.get('not an id')
    } catch {}
    console.log(findOne.mock.calls)
    expect(findOne).toHaveBeenCalledTimes(1)
  })

  it('books no room that is too small', async () => {
    const startsAt = new Date(Date.now() + 60_000)
    const endsAt = new Date(startsAt.getTime() + 60_000)
    const booking = { roomId: 'r1', title: 'All hands', organiserEmail: 'ada@example.com', startsAt, endsAt, weeks: 1 }
    await expect(service.book({ ...booking, attendees: 40 })).rejects.toThrow('only 2 seats')
  })
})
