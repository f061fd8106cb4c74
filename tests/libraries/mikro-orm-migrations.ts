import { Migration } from '@mikro-orm/migrations'

export class AddUsers extends Migration {
  override async up() {
    this.addSql('CREATE TABLE users (id integer)') // db.query
    await this.execute('CREATE TABLE users (id integer)') // db.query
  }
}
