import { Body, Controller, Get, HttpCode, Param, Post, UseFilters, UseInterceptors } from '@nestjs/common'
import { DatabaseErrorFilter } from '../common/database-error.filter.js'
import { TimingInterceptor } from '../common/timing.interceptor.js'
import { ZodPipe } from '../common/zod.pipe.js'
import type { Booking } from './booking.entity.js'
import { BookingsService } from './bookings.service.js'
import { ImportService } from './import.service.js'
import { newBookingSchema, type NewBooking } from './new-booking.dto.js'

@Controller('bookings')
@UseFilters(DatabaseErrorFilter)
@UseInterceptors(TimingInterceptor)
export class BookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly importer: ImportService,
  ) {}

  @Get(':id')
  get(@Param('id') id: string): Promise<Booking> {
    return this.bookings.get(id)
  }

  @Post()
  book(@Body(new ZodPipe(newBookingSchema)) booking: NewBooking): Promise<Booking[]> {
    return this.bookings.book(booking)
  }

  @Post('import')
  @HttpCode(202)
  async import(@Body('calendar') calendar: string): Promise<{ imported: number }> {
    return { imported: await this.importer.import(calendar) }
  }
}
