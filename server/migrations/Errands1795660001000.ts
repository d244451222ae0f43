import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a visit's errand cost, with its receipts and who signed for it. */
export class Errands1795660001000 implements MigrationInterface {
  readonly name = 'Errands1795660001000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('The accounts of errands are not taken back: restore a backup instead.')
  }
}

const UP = [
  'ALTER TABLE `visits` ADD `amount` decimal(14,2) NULL',
  'ALTER TABLE `visits` ADD `receiptIds` varchar(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL',
  'ALTER TABLE `visits` ADD `noReceiptReason` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL',
  'ALTER TABLE `visits` ADD `signedBackBy` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL',
]
