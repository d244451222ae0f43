import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What volunteers are told and agree to, edition by edition. */
export class ConsentNotices1795663000000 implements MigrationInterface {
  readonly name = 'ConsentNotices1795663000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consent_notices')
  }
}

const UP =
  "CREATE TABLE `consent_notices` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `edition` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `textZh` text CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `textEn` text CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `fromOn` date NOT NULL, `writtenById` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `writtenByName` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, UNIQUE INDEX `IDX_1d38e3e2ca84d8e58750f3e3e7` (`edition`), INDEX `IDX_1678f6b8fc43d50e8a3be06d1a` (`fromOn`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB"
