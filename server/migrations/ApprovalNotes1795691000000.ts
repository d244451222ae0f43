import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was noted when a measure was approved, sealed on the measure. */
export class ApprovalNotes1795691000000 implements MigrationInterface {
  readonly name = 'ApprovalNotes1795691000000'

  async up(runner: QueryRunner): Promise<void> {
    const note = (name: string): string => `ADD \`${name}Sealed\` varbinary(1300) NULL, ADD \`${name}Mask\` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL`
    await runner.query(`ALTER TABLE \`measures\` ${note('approvalNote')}, ${note('secondApprovalNote')}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `measures` DROP COLUMN `approvalNoteSealed`, DROP COLUMN `approvalNoteMask`, DROP COLUMN `secondApprovalNoteSealed`, DROP COLUMN `secondApprovalNoteMask`')
  }
}
