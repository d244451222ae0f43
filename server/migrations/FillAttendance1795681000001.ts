import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who has served in the activities that were booked before attendance was counted is told by the ledger. */
export class FillAttendance1795681000001 implements MigrationInterface {
  readonly name = 'FillAttendance1795681000001'

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    await runner.query(
      `UPDATE activity_teams x JOIN (
         SELECT s.activityId, COUNT(*) AS n FROM sign_ups s JOIN service_records r ON r.sourceType = 'SignUp' AND r.sourceId = s.id AND r.state = 'CONFIRMED' GROUP BY s.activityId
       ) served ON served.activityId = x.activityId SET x.attendance = served.n`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE activity_teams SET attendance = 0')
  }
}
