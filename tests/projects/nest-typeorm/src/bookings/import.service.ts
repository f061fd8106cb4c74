import { BadRequestException, Injectable } from '@nestjs/common'
import { RoomsService } from '../rooms/rooms.service.js'
import { BookingsService } from './bookings.service.js'
import { readCalendar, type CalendarEvent } from './calendar.js'
import { newBookingSchema } from './new-booking.dto.js'

/** Takes over the bookings of a calendar from before. */
@Injectable()
export class ImportService {
  constructor(
    private readonly bookings: BookingsService,
    private readonly rooms: RoomsService,
  ) {}

  async import(calendar: string): Promise<number> {
    let imported = 0
    for (const event of eventsOf(calendar)) {
      const room = await this.rooms.findByName(event.location)
      try {
        const booking = { ...event, title: event.summary, organiserEmail: 'import@example.com', roomId: room?.id }
        await this.bookings.book(newBookingSchema.parse(booking))
        imported += 1
        // finds next line: no-any
      } catch (error: any) {
        console.error(`Not imported: ${event.uid}`, error.message) // finds: no-console
      }
    }
    return imported
  }
}

function eventsOf(calendar: string): CalendarEvent[] {
  try {
    return readCalendar(calendar)
  } catch (error) {
    throw new BadRequestException('This is no iCalendar file.', { cause: error })
  }
}
