import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Until when an approved certificate is published among the members before it is sealed; those approved before need not be. */
export class CertificateDisplay1795692000000 implements MigrationInterface {
  readonly name = 'CertificateDisplay1795692000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `certificates` ADD `displayUntil` date NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `certificates` DROP COLUMN `displayUntil`')
  }
}
