import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Sheets of volunteers on their way into the registry. */
export class VolunteerImports1795652000000 implements MigrationInterface {
  readonly name = 'VolunteerImports1795652000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_rows', 'volunteer_imports']) await runner.query(`DROP TABLE ${table}`)
  }
}

const UP = [
  "CREATE TABLE `volunteer_imports` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `ownerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `ownerName` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `source` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `fileId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `fileName` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `digest` varchar(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `heads` json NULL, `columns` json NULL, `answers` json NULL, `total` int NOT NULL, `jobId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, INDEX `IDX_a566c4434dc6b0461e6f82dcee` (`source`, `state`, `id`), INDEX `IDX_1fa1b74a7b41c0a2c0968e18e6` (`regionCode`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `import_rows` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `importId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `number` int NOT NULL, `cells` mediumblob NULL, `name` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `verdict` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL, `reasonZh` varchar(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `reasonEn` varchar(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `question` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NULL, `outcome` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL, `volunteerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `volunteerVersion` int NULL, `personId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `personVersion` int NULL, `replaced` mediumblob NULL, `undone` tinyint NOT NULL, INDEX `IDX_212420e50e510b164ecdc5fbf9` (`importId`, `verdict`, `number`), UNIQUE INDEX `IDX_367ad725a5119f66c509c877c9` (`importId`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
