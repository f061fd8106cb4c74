import type { MigrationInterface, QueryRunner } from 'typeorm'

export class CreateBookings1741953600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS "uuid-ossp"')
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist')
    await runner.query(`
      CREATE TABLE rooms (
        id text PRIMARY KEY,
        name text NOT NULL UNIQUE,
        seats int NOT NULL CHECK (seats > 0),
        equipment jsonb NOT NULL DEFAULT '{}'
      )
    `)
    await runner.query(`
      CREATE TABLE bookings (
        id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
        room_id text NOT NULL REFERENCES rooms (id),
        title text NOT NULL,
        calendar_uid text NOT NULL,
        organiser_email text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      )
    `)
    const rooms = await runner.query('SELECT * FROM legacy_rooms')
    console.log(`Copying ${rooms.length} rooms`)
    for (const { name, seats } of rooms) {
      await runner.query('INSERT INTO rooms (id, name, seats) VALUES ($1, $1, $2)', [name, seats])
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bookings')
    await runner.query('DROP TABLE rooms')
  }
}
