import { ConflictException, Injectable, Logger, NotFoundException, UnprocessableEntityException } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { DataSource, EntityManager, Repository } from 'typeorm'
import { v4 as uuid, validate as isUuid } from 'uuid' // finds: no-uuid
import { MailerService } from '../notifications/mailer.service.js'
import { RoomsService } from '../rooms/rooms.service.js'
import { Booking } from './booking.entity.js'
import type { NewBooking } from './new-booking.dto.js'

const week = 7 * 24 * 60 * 60 * 1000

@Injectable()
export class BookingsService {
  private readonly logger = new Logger(BookingsService.name)

  constructor(
    @InjectRepository(Booking) private readonly bookings: Repository<Booking>,
    private readonly dataSource: DataSource,
    private readonly rooms: RoomsService,
    private readonly mailer: MailerService,
  ) {}

  async get(id: string): Promise<Booking> {
    const booking = isUuid(id) ? await this.bookings.findOne({ where: { id }, relations: { room: true } }) : null
    if (!booking) throw new NotFoundException(`There is no booking ${id}.`)
    return booking
  }

  // finds next line: max-function-length
  async book({ roomId, title, organiserEmail, startsAt, endsAt, weeks, attendees }: NewBooking): Promise<Booking[]> {
    const room = await this.rooms.get(roomId)
    if (attendees > room.seats) {
      throw new UnprocessableEntityException(`Room ${room.name} has only ${room.seats} seats.`)
    }
    const now = Date.now()
    if (startsAt.getTime() < now) {
      throw new UnprocessableEntityException('A booking cannot begin in the past.')
    }
    const calendarUid = `${uuid()}@rooms.example.com`
    const booked: Booking[] = []
    const runner = this.dataSource.createQueryRunner()
    await runner.connect()
    await runner.startTransaction('SERIALIZABLE')
    try {
      for (let index = 0; index < weeks; index += 1) {
        const from = new Date(startsAt.getTime() + index * week)
        const until = new Date(endsAt.getTime() + index * week)
        const taken = await this.findOverlap(runner.manager, roomId, from, until)
        if (taken) {
          const day = from.toISOString().slice(0, 10)
          throw new ConflictException(`Room ${room.name} is taken on ${day} by "${taken.title}".`)
        }
        const booking = new Booking()
        booking.room = room
        booking.title = title
        booking.calendarUid = calendarUid
        booking.organiserEmail = organiserEmail
        booking.startsAt = from
        booking.endsAt = until
        booked.push(await runner.manager.save(booking))
      }
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
    this.logger.log(`${booked.length} bookings of room ${room.name}`)
    await this.mailer.confirm(organiserEmail, booked).catch(() => {}) // finds: no-swallowed-errors
    return booked
  }

  private async findOverlap(manager: EntityManager, roomId: string, from: Date, until: Date) {
    const [overlap] = await manager.query<Booking[]>(
      'SELECT * FROM bookings WHERE room_id = $1 AND starts_at < $3 AND ends_at > $2 LIMIT 1', // finds: no-select-star
      [roomId, from, until],
    )
    return overlap
  }
}
