import type { Relation } from 'typeorm'
import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'
import { Room } from '../rooms/room.entity.js'

@Entity('bookings')
@Index(['room', 'startsAt'])
export class Booking {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @ManyToOne(() => Room, (room) => room.bookings, { nullable: false })
  @JoinColumn({ name: 'room_id' })
  room!: Relation<Room>

  @Column('text')
  title!: string

  @Column('text', { name: 'calendar_uid' })
  calendarUid!: string

  @Column('text', { name: 'organiser_email' })
  organiserEmail!: string

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date
}
