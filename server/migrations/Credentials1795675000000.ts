import type { MigrationInterface, QueryRunner } from 'typeorm'
import { newId } from '../kernel/entity'

/** The catalogue of courses and certificates, and when a published activity was moved. What activities asked for by name becomes the first of the catalogue, and records of that name are known as it. */
export class Credentials1795675000000 implements MigrationInterface {
  readonly name = 'Credentials1795675000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
    await carry(runner, 'TRAINING', 'requiredTraining', 'trainings', 'course')
    await carry(runner, 'QUALIFICATION', 'requiredQualification', 'qualifications', 'title')
    await runner.query('ALTER TABLE `activities` DROP COLUMN `requiredTraining`, DROP COLUMN `requiredQualification`')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `activities` ADD `requiredTraining` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, ADD `requiredQualification` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL')
    await runner.query('UPDATE activities a JOIN credentials c ON c.id = a.requiredTrainingId SET a.requiredTraining = c.name')
    await runner.query('UPDATE activities a JOIN credentials c ON c.id = a.requiredQualificationId SET a.requiredQualification = c.name')
    await runner.query('ALTER TABLE `activities` DROP COLUMN `requiredTrainingId`, DROP COLUMN `requiredQualificationId`, DROP COLUMN `movedAt`, DROP COLUMN `moveReason`')
    await runner.query('ALTER TABLE `qualifications` DROP COLUMN `credentialId`')
    await runner.query('ALTER TABLE `trainings` DROP COLUMN `credentialId`')
    await runner.query('DROP TABLE credentials')
  }
}

/** Puts the names that activities ask for into the catalogue, and lets activities and records point to them. */
async function carry(runner: QueryRunner, kind: string, asked: string, table: string, column: string): Promise<void> {
  const names = (await runner.query(`SELECT DISTINCT TRIM(\`${asked}\`) AS name FROM activities WHERE TRIM(\`${asked}\`) > ''`)) as { name: string }[]
  for (const { name } of names) {
    await runner.query('INSERT IGNORE INTO credentials (id, version, createdAt, updatedAt, kind, name, active) VALUES (?, 1, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?, LEFT(?, 80), 1)', [newId(), kind, name])
  }
  await runner.query(`UPDATE activities a JOIN credentials c ON c.kind = ? AND c.name = LEFT(TRIM(a.\`${asked}\`), 80) SET a.\`${asked}Id\` = c.id`, [kind])
  await runner.query(`UPDATE ${table} r JOIN credentials c ON c.kind = ? AND c.name = LEFT(TRIM(r.\`${column}\`), 80) SET r.credentialId = c.id`, [kind])
}

const ID = 'char(26) CHARACTER SET ascii COLLATE ascii_bin'
const UP = [
  `CREATE TABLE \`credentials\` (\`id\` ${ID} NOT NULL, \`version\` int NOT NULL, \`createdAt\` datetime(3) NOT NULL, \`updatedAt\` datetime(3) NOT NULL, \`kind\` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, \`name\` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, \`active\` tinyint NOT NULL, UNIQUE INDEX \`IDX_3bc7eb98d43b14c424b7251fcc\` (\`kind\`, \`name\`), PRIMARY KEY (\`id\`)) ENGINE=InnoDB`,
  `ALTER TABLE \`qualifications\` ADD \`credentialId\` ${ID} NULL, ADD INDEX \`IDX_453773369205ef70b2a1454510\` (\`credentialId\`)`,
  `ALTER TABLE \`trainings\` ADD \`credentialId\` ${ID} NULL, ADD INDEX \`IDX_9b4560c8d8c4f90a9019d6db65\` (\`credentialId\`)`,
  `ALTER TABLE \`activities\` ADD \`requiredTrainingId\` ${ID} NULL, ADD \`requiredQualificationId\` ${ID} NULL, ADD \`movedAt\` datetime(3) NULL, ADD \`moveReason\` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL`,
]
