import type { MigrationInterface, QueryRunner } from 'typeorm'

/** On whose page a task is dealt with, where that is not the record it is about. What stands open is told the same. */
export class TaskPlaces1795662000000 implements MigrationInterface {
  readonly name = 'TaskPlaces1795662000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `tasks` ADD `atEntity` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NULL, ADD `atId` char(26) CHARACTER SET ascii COLLATE ascii_bin NULL')
    await runner.query("UPDATE tasks t JOIN insurances i ON i.id = t.entityId SET t.atEntity = 'Volunteer', t.atId = i.volunteerId WHERE t.entity = 'Insurance' AND t.state = 'OPEN'")
    await runner.query("UPDATE tasks t JOIN qualifications q ON q.id = t.entityId SET t.atEntity = 'Volunteer', t.atId = q.volunteerId WHERE t.entity = 'Qualification' AND t.state = 'OPEN'")
    await runner.query("UPDATE tasks t JOIN plan_targets p ON p.id = t.entityId SET t.atEntity = 'Plan', t.atId = p.planId WHERE t.entity = 'PlanTarget' AND t.state = 'OPEN'")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `tasks` DROP COLUMN `atEntity`, DROP COLUMN `atId`')
  }
}
