import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Records of service that the bureau seals, and their numbers. */
export class Certificates1795648673823 implements MigrationInterface {
  readonly name = 'Certificates1795648673823'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['certificates', 'certificate_counters']) await runner.query(`DROP TABLE ${table}`)
  }
}

const UP = [
  "CREATE TABLE `certificates` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `volunteerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `from` date NOT NULL, `to` date NOT NULL, `purpose` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `requestedById` varchar(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `number` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL, `checkCode` varchar(8) CHARACTER SET ascii COLLATE ascii_bin NULL, `approvedAt` datetime(3) NULL, `content` json NULL, `sealedOn` date NULL, `remarks` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `reason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `pendingKey` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, UNIQUE INDEX `IDX_8b379f595aea96c9406c5a4490` (`number`), UNIQUE INDEX `IDX_751c54adc3330860ffcb65c974` (`pendingKey`), INDEX `IDX_d887b1391a22ca36776d541a22` (`volunteerId`, `id`), INDEX `IDX_98568bfd1c836d9be07b316638` (`regionCode`, `state`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `certificate_counters` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `series` varchar(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `last` int NOT NULL, UNIQUE INDEX `IDX_23ac7e84bd8af2bb107d615905` (`series`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
