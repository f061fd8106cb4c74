import { DataSource, type DataSourceOptions } from 'typeorm'
import { Booking } from './bookings/booking.entity.js'
import { CreateBookings1741953600000 } from './migrations/1741953600000-create-bookings.js'
import { Room } from './rooms/room.entity.js'

export const dataSourceOptions: DataSourceOptions = {
  type: 'postgres',
  url: process.env.DATABASE_URL ?? 'postgres://localhost/rooms',
  entities: [Booking, Room],
  migrations: [CreateBookings1741953600000],
  synchronize: false,
}

/** For the command line of TypeORM; the application makes its own from the same options. */
export default new DataSource(dataSourceOptions)
