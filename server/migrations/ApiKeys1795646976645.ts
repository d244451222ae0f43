import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The front ends of the bureau, each known by its key. */
export class ApiKeys1795646976645 implements MigrationInterface {
  readonly name = 'ApiKeys1795646976645'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE `api_keys` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `name` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `keyHash` varchar(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `hint` varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `origins` varchar(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `operations` varchar(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `perMinute` int NOT NULL, `state` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `lastUsedAt` datetime(3) NULL, UNIQUE INDEX `IDX_df3b25181df0b4b59bd93f16e1` (`keyHash`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE `api_keys`')
  }
}
