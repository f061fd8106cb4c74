import { Injectable } from '@nestjs/common'
import { BookingsService } from './bookings.service.js'
import { newBookingSchema } from './new-booking.dto.js'
import { RoomsService } from '../rooms/rooms.service.js'

/** Takes over bookings of the calendar of before, one JSON object on each line. */
@Injectable()
export class ImportService {
  constructor(
    private readonly bookings: BookingsService,
    private readonly rooms: RoomsService,
  ) {}

  async import(calendar: string): Promise<number> {
    let imported = 0
    for (const line of calendar.split('\n')) {
      const entry = parseLine(line)
      if (!entry) continue
      const roomId = await this.roomIdOf(entry.location)
      try {
        await this.bookings.book(newBookingSchema.parse({ ...entry, roomId }))
        imported += 1
        // finds next line: no-any
      } catch (error: any) {
        console.error(`Not imported: ${line}`, error.message) // finds: no-console
      }
    }
    return imported
  }

  private async roomIdOf(name: string): Promise<string | undefined> {
    const room = await this.rooms.findByName(name)
    return room?.id
  }
}

function parseLine(line: string): { location: string } | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
