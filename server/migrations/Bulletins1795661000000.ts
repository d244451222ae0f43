import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The monthly bulletins that were issued. */
export class Bulletins1795661000000 implements MigrationInterface {
  readonly name = 'Bulletins1795661000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulletins')
  }
}

const UP =
  "CREATE TABLE `bulletins` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `number` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `month` varchar(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `edition` int NOT NULL, `issuedOn` date NOT NULL, `issuedById` varchar(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `issuedByName` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `remark` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `correctsId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `reason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `content` json NOT NULL, UNIQUE INDEX `IDX_3ffe63268f815214589d85fa17` (`number`), UNIQUE INDEX `IDX_a384acaa29025f887ab2a6086e` (`correctsId`), UNIQUE INDEX `IDX_40d1869cb5b1749e4c334ff159` (`month`, `edition`), PRIMARY KEY (`id`)) ENGINE=InnoDB"
