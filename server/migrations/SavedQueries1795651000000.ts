import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Questions to lists that people keep. */
export class SavedQueries1795651000000 implements MigrationInterface {
  readonly name = 'SavedQueries1795651000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['saved_queries']) await runner.query(`DROP TABLE ${table}`)
  }
}

const UP = [
  "CREATE TABLE `saved_queries` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `ownerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `list` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `name` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `askedSealed` varbinary(12500) NULL, `askedMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `sharing` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NULL, `role` varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `isDefault` tinyint NOT NULL, `archived` tinyint NOT NULL, INDEX `IDX_7f6a4b9d4e433a03c37e6afc57` (`list`, `sharing`, `regionCode`), INDEX `IDX_f271b7c4a9d0772e315e61b169` (`ownerId`, `list`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
