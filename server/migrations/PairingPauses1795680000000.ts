import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The pauses of pairings are kept when they are over. */
export class PairingPauses1795680000000 implements MigrationInterface {
  readonly name = 'PairingPauses1795680000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE `pairing_pauses` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `pairingId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `fromOn` date NOT NULL, `toOn` date NOT NULL, `cause` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NULL, INDEX `IDX_9a391b1f4b9425bdb5b4681c31` (`pairingId`, `fromOn`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE `pairing_pauses`')
  }
}
