import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is in the ledger already gets its volunteer's place and its part of the totals. */
export class FillHours1795648200001 implements MigrationInterface {
  readonly name = 'FillHours1795648200001'

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not taken back: restore a backup instead.')
  }
}

const KEYS = 'month, regionCode, programmeCode, teamId, drill'

const UP = [
  "UPDATE service_records s JOIN volunteers v ON v.id = s.volunteerId SET s.homeRegionCode = v.regionCode WHERE s.homeRegionCode = ''",
  "UPDATE volunteers v JOIN (SELECT volunteerId, MAX(servedOn) AS lastOn, MAX(endedAt) AS until FROM service_records WHERE state = 'CONFIRMED' GROUP BY volunteerId) s ON s.volunteerId = v.id SET v.lastServedOn = s.lastOn, v.lastServedUntil = s.until",
  'DELETE FROM hour_totals',
  `INSERT INTO hour_totals (id, version, createdAt, updatedAt, ${KEYS}, minutes, records)
  SELECT CONCAT('T', UPPER(SUBSTR(SHA2(CONCAT_WS('/', ${KEYS}), 256), 1, 25))), 1, MAX(updatedAt), MAX(updatedAt), ${KEYS}, SUM(minutes), COUNT(*)
  FROM (SELECT DATE_FORMAT(servedOn, '%Y-%m') AS month, regionCode, programmeCode, COALESCE(teamId, '-') AS teamId, drill, minutes, updatedAt FROM service_records WHERE state = 'CONFIRMED') counted GROUP BY ${KEYS}`,
]
