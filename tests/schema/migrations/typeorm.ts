import {
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
  TableUnique,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm'

export class AddTeams1700000000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "users" ("id" uuid NOT NULL, "email" character varying NOT NULL, CONSTRAINT "PK_users" PRIMARY KEY ("id"))`,
    )
    await queryRunner.createTable(
      new Table({
        name: 'teams',
        columns: [
          { name: 'id', type: 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'owner_id', type: 'uuid' },
          { name: 'slug', type: 'varchar', isNullable: true, isUnique: true },
          { name: 'size', type: 'int', isNullable: true, default: 0 },
        ],
        indices: [{ name: 'by_slug', columnNames: ['slug', 'size'] }],
        uniques: [{ name: 'one_size', columnNames: ['size', 'owner_id'] }],
      }),
    )
    await queryRunner.addColumn('teams', new TableColumn({ name: 'score', type: 'bigint', isNullable: true }))
    await queryRunner.addColumns('users', [new TableColumn({ name: 'name', type: 'text', isNullable: true })])
    await queryRunner.createForeignKey(
      'teams',
      new TableForeignKey({
        name: 'teams_owner',
        columnNames: ['owner_id'],
        referencedTableName: 'users',
        referencedColumnNames: ['id'],
      }),
    )
    await queryRunner.createIndex(
      'teams',
      new TableIndex({ name: 'by_owner', columnNames: ['owner_id'], where: '"size" > 1' }),
    )
    await queryRunner.createUniqueConstraint('users', new TableUnique({ name: 'one_name', columnNames: ['name'] }))
    await queryRunner.dropIndex('teams', 'by_slug')
    await queryRunner.renameColumn('users', 'email', 'address')
    await queryRunner.query('CREATE INDEX by_score ON teams (score)')
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('teams')
  }
}
