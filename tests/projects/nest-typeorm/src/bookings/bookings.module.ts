import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { MailerService } from '../notifications/mailer.service.js'
import { RoomsModule } from '../rooms/rooms.module.js'
import { Booking } from './booking.entity.js'
import { BookingsController } from './bookings.controller.js'
import { BookingsService } from './bookings.service.js'
import { ImportService } from './import.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Booking]), RoomsModule],
  controllers: [BookingsController],
  providers: [BookingsService, ImportService, MailerService],
})
export class BookingsModule {}
