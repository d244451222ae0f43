import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The pauses that were over before they were kept are read from the trail: from each pause to what ended it. */
export class FillPairingPauses1795680000001 implements MigrationInterface {
  readonly name = 'FillPairingPauses1795680000001'

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    await runner.query(
      `INSERT INTO pairing_pauses (id, version, createdAt, updatedAt, pairingId, fromOn, toOn, cause)
       SELECT CONCAT('P', UPPER(SUBSTR(SHA2(began.id, 256), 1, 25))), 1, over_.createdAt, over_.createdAt, began.entityId, ${dayOf('began')}, ${dayOf('over_')}, NULL
       FROM audit_entries began JOIN audit_entries over_ ON over_.id = (
         SELECT MIN(later.id) FROM audit_entries later WHERE later.entity = 'Pairing' AND later.entityId = began.entityId AND later.id > began.id AND later.action IN ('RESUME', 'END', 'HAND_OVER'))
       WHERE began.entity = 'Pairing' AND began.action = 'PAUSE' AND ${dayOf('began')} < ${dayOf('over_')}`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM `pairing_pauses`')
  }
}

/** The bureau's day of a line of the trail. */
const dayOf = (line: string): string => `DATE(DATE_ADD(${line}.createdAt, INTERVAL 8 HOUR))`
