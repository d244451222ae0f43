import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Squads proposed by villages, the standings by which targets are counted on any day, exemptions, deputies, transfers. */
export class Teams1795647142586 implements MigrationInterface {
  readonly name = 'Teams1795647142586'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('These tables are not taken back: restore a backup instead.')
  }
}

const UP = [
  "CREATE TABLE `squad_proposals` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `name` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `leaderId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `memberIds` varchar(600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `reason` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `decision` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `proposedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `checkedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `teamId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL, `openIn` char(12) CHARACTER SET ascii COLLATE ascii_bin NULL, UNIQUE INDEX `IDX_bdfc8b0b44c131cb5175c0d680` (`openIn`), INDEX `IDX_c9ef1f1f1a3043804a314ff7d7` (`regionCode`, `state`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `team_standings` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `teamId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `tier` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `sinceOn` date NOT NULL, `untilOn` date NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `memberCount` int NOT NULL, `veteranCount` int NOT NULL, `metMinimum` tinyint NOT NULL, INDEX `IDX_ccebf794fbbffdc0b5e83a3b96` (`tier`, `sinceOn`), INDEX `IDX_8a7fa541d86a054b9f7cafcd11` (`teamId`, `untilOn`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `village_notes` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `regionCode` char(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `reason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `notedOn` date NOT NULL, UNIQUE INDEX `IDX_7e3c92dd59026e89635541ed6c` (`regionCode`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "ALTER TABLE `teams` ADD `deputyIds` varchar(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL",
  "ALTER TABLE `teams` ADD `exemptReason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL",
  "ALTER TABLE `teams` ADD `rectifyCause` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL",
  "ALTER TABLE `teams` ADD `rectifyBy` date NULL",
  "ALTER TABLE `memberships` ADD `wish` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL",
  "ALTER TABLE `memberships` ADD `fromTeamId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL",
  "INSERT INTO `team_standings` (`id`, `version`, `createdAt`, `updatedAt`, `teamId`, `tier`, `regionCode`, `sinceOn`, `untilOn`, `state`, `memberCount`, `veteranCount`, `metMinimum`) SELECT `id`, 1, `createdAt`, `updatedAt`, `id`, `tier`, `regionCode`, COALESCE(`foundedOn`, DATE(`createdAt`)), NULL, `state`, `memberCount`, `veteranCount`, CASE `minBasis` WHEN 'VETERAN' THEN `veteranCount` ELSE `memberCount` END >= `memberMin` FROM `teams`",
]
