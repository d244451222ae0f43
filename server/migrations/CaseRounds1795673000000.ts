import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a reopened case keeps of its earlier rounds, why it was closed. */
export class CaseRounds1795673000000 implements MigrationInterface {
  readonly name = 'CaseRounds1795673000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `hardship_cases` ADD `exclusionFound` tinyint NOT NULL, ADD `earlierAmount` decimal(14,2) NULL, ADD `closeNoteSealed` varbinary(3300) NULL, ADD `closeNoteMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, ADD `reopenReasonSealed` varbinary(3300) NULL, ADD `reopenReasonMask` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL')
    await runner.query('ALTER TABLE `case_exclusion_checks` ADD `round` int NOT NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `case_exclusion_checks` DROP COLUMN `round`')
    await runner.query('ALTER TABLE `hardship_cases` DROP COLUMN `exclusionFound`, DROP COLUMN `earlierAmount`, DROP COLUMN `closeNoteSealed`, DROP COLUMN `closeNoteMask`, DROP COLUMN `reopenReasonSealed`, DROP COLUMN `reopenReasonMask`')
  }
}
