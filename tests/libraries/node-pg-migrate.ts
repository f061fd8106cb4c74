import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder, given: any) {
  pgm.sql('CREATE TABLE a (id integer)') // db.query
  pgm.createExtension(given) // schema.change
  pgm.dropExtension(given) // schema.change
  pgm.addExtension(given) // schema.change
  pgm.alterTable(given, given) // schema.change
  pgm.createType(given, given) // schema.change
  pgm.dropType(given) // schema.change
  pgm.addType(given, given) // schema.change
  pgm.renameType(given, given) // schema.change
  pgm.renameTypeAttribute(given, given, given) // schema.change
  pgm.renameTypeValue(given, given, given) // schema.change
  pgm.addTypeAttribute(given, given, given) // schema.change
  pgm.dropTypeAttribute(given, given) // schema.change
  pgm.setTypeAttribute(given, given, given) // schema.change
  pgm.addTypeValue(given, given) // schema.change
  pgm.createRole(given) // schema.change
  pgm.dropRole(given) // schema.change
  pgm.alterRole(given, given) // schema.change
  pgm.renameRole(given, given) // schema.change
  pgm.createFunction(given, given, given, given) // schema.change
  pgm.dropFunction(given, given) // schema.change
  pgm.renameFunction(given, given, given) // schema.change
  pgm.createTrigger(given, given, given, given) // schema.change
  pgm.dropTrigger(given, given) // schema.change
  pgm.renameTrigger(given, given, given) // schema.change
  pgm.createSchema(given) // schema.change
  pgm.dropSchema(given) // schema.change
  pgm.renameSchema(given, given) // schema.change
  pgm.createDomain(given, given) // schema.change
  pgm.dropDomain(given) // schema.change
  pgm.alterDomain(given, given) // schema.change
  pgm.renameDomain(given, given) // schema.change
  pgm.createSequence(given) // schema.change
  pgm.dropSequence(given) // schema.change
  pgm.alterSequence(given, given) // schema.change
  pgm.renameSequence(given, given) // schema.change
  pgm.createOperator(given, given) // schema.change
  pgm.dropOperator(given) // schema.change
  pgm.createOperatorClass(given, given, given, given, given) // schema.change
  pgm.dropOperatorClass(given, given) // schema.change
  pgm.renameOperatorClass(given, given, given) // schema.change
  pgm.createOperatorFamily(given, given) // schema.change
  pgm.dropOperatorFamily(given, given) // schema.change
  pgm.renameOperatorFamily(given, given, given) // schema.change
  pgm.addToOperatorFamily(given, given, given) // schema.change
  pgm.removeFromOperatorFamily(given, given, given) // schema.change
  pgm.createPolicy(given, given) // schema.change
  pgm.dropPolicy(given, given) // schema.change
  pgm.alterPolicy(given, given, given) // schema.change
  pgm.renamePolicy(given, given, given) // schema.change
  pgm.createView(given, given, given) // schema.change
  pgm.dropView(given) // schema.change
  pgm.alterView(given, given) // schema.change
  pgm.alterViewColumn(given, given, given) // schema.change
  pgm.renameView(given, given) // schema.change
  pgm.createMaterializedView(given, given, given) // schema.change
  pgm.dropMaterializedView(given) // schema.change
  pgm.alterMaterializedView(given, given) // schema.change
  pgm.renameMaterializedView(given, given) // schema.change
  pgm.renameMaterializedViewColumn(given, given, given) // schema.change
  pgm.grantRoles(given, given) // schema.change
  pgm.revokeRoles(given, given) // schema.change
  pgm.grantOnSchemas(given) // schema.change
  pgm.revokeOnSchemas(given) // schema.change
  pgm.grantOnTables(given) // schema.change
  pgm.revokeOnTables(given) // schema.change
  pgm.createCast(given, given, given) // schema.change
  pgm.dropCast(given, given) // schema.change
  pgm.createTable('a', { id: 'id' }) // schema.change
  pgm.dropTable(given) // schema.change
  pgm.renameTable('a', 'b') // schema.change
  pgm.addColumns('a', { b: 'text' }) // schema.change
  pgm.addColumn('a', { b: 'text' }) // schema.change
  pgm.dropColumns('a', ['b']) // schema.change
  pgm.dropColumn('a', 'b') // schema.change
  pgm.renameColumn('a', 'b', 'c') // schema.change
  pgm.alterColumn('a', 'b', { notNull: true }) // schema.change
  pgm.addConstraint('a', 'b', { unique: 'c' }) // schema.change
  pgm.createConstraint('a', 'b', 'CHECK (c > 0)') // schema.change
  pgm.dropConstraint('a', 'b') // schema.change
  pgm.renameConstraint('a', 'b', 'c') // schema.change
  pgm.createIndex('a', 'b') // schema.change
  pgm.addIndex('a', 'b') // schema.change
  pgm.dropIndex('a', 'b') // schema.change
  pgm.renameIndex('a', 'b') // schema.change
}

// What a migration in JavaScript is given
// @ts-expect-error It has no annotation.
export const down = (pgm) => pgm.dropTable('a') // schema.change
