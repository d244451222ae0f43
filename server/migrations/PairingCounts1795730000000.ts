import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The pairings of a place in a state and a programme: counted from the index alone, and found by their due day. */
const INDEX = 'IDX_78cac0de2f7a62d1497f96d673'

export class PairingCounts1795730000000 implements MigrationInterface {
  readonly name = 'PairingCounts1795730000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX \`${INDEX}\` ON \`pairings\` (\`regionCode\`, \`state\`, \`programme\`, \`nextVisitOn\`)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX \`${INDEX}\` ON \`pairings\``)
  }
}
