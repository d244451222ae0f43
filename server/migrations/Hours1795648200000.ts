import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The ledger of hours in full: drills, breaks, objections, and the totals that are kept beside it. */
export class Hours1795648200000 implements MigrationInterface {
  readonly name = 'Hours1795648200000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not taken back: restore a backup instead.')
  }
}

const UP = [
  "DROP INDEX `IDX_9295c1adc5b07ff07268f1d2dc` ON `service_records`",
  "CREATE TABLE `service_objections` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `recordId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `volunteerId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `teamId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `text` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `answerBy` date NOT NULL, `answer` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `openKey` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, INDEX `IDX_968925bf433f8f9f71558329e8` (`recordId`), UNIQUE INDEX `IDX_b58f5a002ece92387fd99c630a` (`openKey`), INDEX `IDX_cf68a514f658ac0198ff68ac20` (`volunteerId`, `id`), INDEX `IDX_0d7b6ebbc6c0becc578a1d425d` (`regionCode`, `state`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `hour_totals` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `month` varchar(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `programmeCode` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `teamId` varchar(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `drill` tinyint NOT NULL, `minutes` int NOT NULL, `records` int NOT NULL, INDEX `IDX_5bbaa1af49fd6f29fdefa06ed2` (`teamId`, `month`), INDEX `IDX_d251c86c1bc7b12f72b55bd2d0` (`regionCode`, `month`), UNIQUE INDEX `IDX_5b93208da8ceefe2195248e0f3` (`month`, `regionCode`, `programmeCode`, `teamId`, `drill`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "ALTER TABLE `volunteers` ADD `drillMinutes` int NOT NULL",
  "ALTER TABLE `volunteers` ADD `lastServedOn` date NULL",
  "ALTER TABLE `volunteers` ADD `lastServedUntil` datetime(3) NULL",
  "ALTER TABLE `service_records` ADD `homeRegionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL",
  "ALTER TABLE `service_records` ADD `content` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL",
  "ALTER TABLE `service_records` ADD `breakMinutes` int NOT NULL",
  "ALTER TABLE `service_records` ADD `drill` tinyint NOT NULL",
  "ALTER TABLE `service_records` ADD `note` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL",
  "CREATE INDEX `IDX_bc79101811a7806dcb8ef1c78c` ON `service_records` (`homeRegionCode`, `servedOn`, `id`)",
  "CREATE INDEX `IDX_83b4af2ac4a05aca51f9f50f43` ON `service_records` (`personId`, `servedOn`)",
]
