import { Injectable, Logger, NotFoundException } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Room } from './room.entity.js'

@Injectable()
export class RoomsService {
  private readonly logger = new Logger(RoomsService.name)

  constructor(@InjectRepository(Room) private readonly rooms: Repository<Room>) {}

  async findAll(seats: number): Promise<Room[]> {
    return this.rooms
      .createQueryBuilder('room')
      .select(['room.id', 'room.name', 'room.seats'])
      .where('room.seats >= :seats', { seats })
      .orderBy('room.name')
      .getMany()
  }

  /** Rooms nobody has taken in the given time. */
  async findFree(from: Date, until: Date): Promise<Room[]> {
    return this.rooms.query(
      `SELECT r.* FROM rooms r WHERE NOT EXISTS ( -- finds: no-select-star
         SELECT * FROM bookings b WHERE b.room_id = r.id AND b.starts_at < $2 AND b.ends_at > $1
       )`,
      [from, until],
    )
  }

  async findByName(name: string): Promise<Room | null> {
    try {
      return await this.rooms.findOneOrFail({ where: { name }, select: { id: true, name: true, seats: true } })
      // finds next line: no-swallowed-errors
    } catch {
      return null
    }
  }

  async get(id: string): Promise<Room> {
    const room = await this.rooms.findOneBy({ id })
    if (!room) throw new NotFoundException(`There is no room ${id}.`)
    return room
  }

  async create(name: string, seats: number): Promise<Room> {
    const room = await this.rooms.save(this.rooms.create({ name, seats }))
    console.log('room created', room.id) // finds: no-console
    return room
  }

  /** What facility management keeps in its spreadsheet. */
  async export(): Promise<Record<string, unknown>[]> {
    return this.rooms.createQueryBuilder('room').select('*').orderBy('room.name').getRawMany() // finds: no-select-star
  }

  async utilisation(): Promise<{ roomId: string; hours: number }[]> {
    const startedAt = performance.now()
    const rows = await this.rooms.query(`
      WITH hours AS (
        SELECT room_id AS "roomId", sum(extract(epoch FROM ends_at - starts_at)) / 3600 AS hours
        FROM bookings
        GROUP BY room_id
      )
      SELECT * FROM hours ORDER BY hours DESC
    `)
    this.logger.debug(`utilisation took ${performance.now() - startedAt} ms`)
    return rows
  }
}
