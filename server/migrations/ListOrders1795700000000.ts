import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The orders in which the long lists come before anybody chooses another, for those who see the whole banner: an index each, so that a page is read from its beginning. */
const ORDERS = [
  ['IDX_d3385cac280a0d85376cf89505', 'tasks', '`state`, `dueAt`, `id`'],
  ['IDX_1876ab75112cac64a251eeb170', 'service_records', '`servedOn`, `id`'],
  ['IDX_b67277bbf05c070841a387a0f1', 'beneficiaries', '`gradeRank`, `id`'],
  ['IDX_3aad0829ccb5f8f9e68664d00b', 'pairings', '`nextVisitOn`, `id`'],
  ['IDX_55dd50ce79b6157b9626b9b4c1', 'visits', '`visitedOn`, `id`'],
  ['IDX_14916486a899bd152226d34b15', 'hardship_cases', '`dueOn`, `id`'],
  ['IDX_eb009bb2a4071dd3ce7bdc0600', 'post_service_logs', '`servedOn`, `id`'],
] as const

/** What became of one record is found in the trail by its id alone, also where its kind is not said. */
const OF_ONE = 'IDX_82eb24599ecbe45f4cf138b2b0'

export class ListOrders1795700000000 implements MigrationInterface {
  readonly name = 'ListOrders1795700000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, table, columns] of ORDERS) await runner.query(`CREATE INDEX \`${name}\` ON \`${table}\` (${columns})`)
    await runner.query(`ALTER TABLE \`audit_entries\` DROP INDEX \`${OF_ONE}\`, ADD INDEX \`${OF_ONE}\` (\`entityId\`, \`entity\`, \`id\`)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`audit_entries\` DROP INDEX \`${OF_ONE}\`, ADD INDEX \`${OF_ONE}\` (\`entity\`, \`entityId\`, \`id\`)`)
    for (const [name, table] of ORDERS) await runner.query(`DROP INDEX \`${name}\` ON \`${table}\``)
  }
}
