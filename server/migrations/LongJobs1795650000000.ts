import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Long jobs, and the sealed files that they make and read. */
export class LongJobs1795650000000 implements MigrationInterface {
  readonly name = 'LongJobs1795650000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sealed_file_parts', 'sealed_files', 'long_jobs']) await runner.query(`DROP TABLE ${table}`)
  }
}

const UP = [
  "CREATE TABLE `long_jobs` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `ownerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `kind` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `done` int NOT NULL, `total` int NULL, `titleZh` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `titleEn` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `messageZh` varchar(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `messageEn` varchar(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `askedSealed` varbinary(12000) NULL, `askedMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `subjectId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `resultFileId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `refusal` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NULL, `locale` varchar(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_bin NULL, `requestId` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NULL, `leaseHolder` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `leaseUntil` datetime(3) NULL, `attempts` int NOT NULL, `endedAt` datetime(3) NULL, INDEX `IDX_210cb2d92d63f577b0eefc0b52` (`state`, `leaseUntil`), INDEX `IDX_514063b94597fa7eed1f70c039` (`ownerId`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `sealed_files` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `ownerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `name` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `mediaType` varchar(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `size` int NOT NULL, `digest` varchar(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `may` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `reach` varchar(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `expiresAt` datetime(3) NOT NULL, INDEX `IDX_513315abe6af5d2710529e312b` (`expiresAt`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `sealed_file_parts` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `fileId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `number` int NOT NULL, `content` mediumblob NOT NULL, UNIQUE INDEX `IDX_eaa82ab731204f213947e218b0` (`fileId`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
