import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { BookingsModule } from './bookings/bookings.module.js'
import { dataSourceOptions } from './data-source.js'
import { RoomsModule } from './rooms/rooms.module.js'

@Module({
  imports: [TypeOrmModule.forRoot(dataSourceOptions), RoomsModule, BookingsModule],
})
export class AppModule {}
