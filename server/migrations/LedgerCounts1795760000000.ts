import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The hours of a place are counted by state and programme from their index alone. */
const [FORMER_HERE, FORMER_HOME] = ['IDX_9a96d5876d833959ace000f816', 'IDX_0fe6f8ebac56165439852339c6']
const [HERE, HOME] = ['IDX_7e450557d8855f84fe56882de6', 'IDX_e5bcc54d7d619ac5b5e4c5887d']

export class LedgerCounts1795760000000 implements MigrationInterface {
  readonly name = 'LedgerCounts1795760000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`service_records\` DROP INDEX \`${FORMER_HERE}\`, DROP INDEX \`${FORMER_HOME}\`, ADD INDEX \`${HERE}\` (\`regionCode\`, \`servedOn\`, \`id\`, \`state\`, \`programmeCode\`), ADD INDEX \`${HOME}\` (\`homeRegionCode\`, \`servedOn\`, \`id\`, \`regionCode\`, \`state\`, \`programmeCode\`)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE \`service_records\` DROP INDEX \`${HERE}\`, DROP INDEX \`${HOME}\`, ADD INDEX \`${FORMER_HERE}\` (\`regionCode\`, \`servedOn\`, \`id\`), ADD INDEX \`${FORMER_HOME}\` (\`homeRegionCode\`, \`servedOn\`, \`id\`, \`regionCode\`)`)
  }
}
