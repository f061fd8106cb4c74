import KSUID from 'ksuid'
import { BeforeInsert, Column, Entity, OneToMany, PrimaryColumn } from 'typeorm'
import { Booking } from '../bookings/booking.entity.js'

@Entity('rooms')
export class Room {
  @PrimaryColumn('text')
  id!: string

  @Column('text', { unique: true })
  name!: string

  @Column('int')
  seats!: number

  @Column('jsonb', { default: {} })
  equipment!: Record<string, any> // finds: no-any

  @OneToMany(() => Booking, (booking) => booking.room)
  bookings!: Booking[]

  @BeforeInsert()
  giveId(): void {
    this.id ??= KSUID.randomSync().string
  }
}
