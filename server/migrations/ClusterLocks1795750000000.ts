import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What acts hold on a cluster, compared between its nodes. */
export class ClusterLocks1795750000000 implements MigrationInterface {
  readonly name = 'ClusterLocks1795750000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE `cluster_locks`')
  }
}

const UP = 'CREATE TABLE `cluster_locks` (`ending` char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `turned` tinyint NOT NULL, PRIMARY KEY (`ending`)) ENGINE=InnoDB'
