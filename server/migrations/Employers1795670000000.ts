import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Employers, who works for them, and the accounts of their contacts. */
export class Employers1795670000000 implements MigrationInterface {
  readonly name = 'Employers1795670000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement)
  }
}

const UP = [
  "CREATE TABLE `employers` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `name` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `pinyin` varchar(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `aliases` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `kind` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `creditCode` varchar(18) CHARACTER SET ascii COLLATE ascii_bin NULL, `creditCodeKey` varchar(18) CHARACTER SET ascii COLLATE ascii_bin NULL, `creditCodeReason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `industryCode` varchar(1) CHARACTER SET ascii COLLATE ascii_bin NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `premises` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `contactNameSealed` varbinary(400) NULL, `contactNameMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `contactPhoneSealed` varbinary(400) NULL, `contactPhoneMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `contactPhonePrint` char(43) CHARACTER SET ascii COLLATE ascii_bin NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `closedOn` date NULL, `closeReason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `mergedIntoId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, INDEX `IDX_1d1b1594f6dad102f79a3c227f` (`creditCode`), UNIQUE INDEX `IDX_99c526ed73bb489f066bba24ba` (`creditCodeKey`), INDEX `IDX_bfd57b4182764890822d03c74f` (`contactPhonePrint`), INDEX `IDX_8bc4b3da8bd06d4b28a560e42e` (`mergedIntoId`), INDEX `IDX_099e67f13da42a29cbcfb38c64` (`name`), INDEX `IDX_e425f09b856750a6323e59bcfc` (`regionCode`, `kind`, `id`), INDEX `IDX_20cdbed4408780c083aa1c648b` (`regionCode`, `state`, `pinyin`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `employments` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `employerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `personId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `jobTitle` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `from` date NOT NULL, `to` date NULL, `endReason` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL, `endNote` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, INDEX `IDX_0d3fae0514b5f6538b7f0aeae8` (`regionCode`, `id`), INDEX `IDX_98d1081998df523667f40142ca` (`personId`, `to`), INDEX `IDX_7f0ed608a9f0a2b6e41aa8c747` (`employerId`, `to`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `employer_merges` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `fromId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `intoId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `reason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `requestedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `decidedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `doneAt` datetime(3) NULL, `undoUntil` datetime(3) NULL, `moved` json NULL, `filled` varchar(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, INDEX `IDX_ac600e9dc1b905dc4bfbc6c841` (`fromId`), INDEX `IDX_3051997b9c2a8063c6d939fd6b` (`intoId`), INDEX `IDX_0d7f84a41189a7e3233fde5c3d` (`regionCode`, `state`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "ALTER TABLE `accounts` ADD `employerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL",
  "CREATE INDEX `IDX_6669d99078200808caefad8bd9` ON `accounts` (`employerId`)",
]

const DOWN = [
  "DROP INDEX `IDX_6669d99078200808caefad8bd9` ON `accounts`",
  "ALTER TABLE `accounts` DROP COLUMN `employerId`",
  "DROP TABLE `employers`",
  "DROP TABLE `employments`",
  "DROP TABLE `employer_merges`",
]
