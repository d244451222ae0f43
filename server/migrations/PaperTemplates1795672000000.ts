import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The wordings of papers that the office uploaded, and which of them are in use. */
export class PaperTemplates1795672000000 implements MigrationInterface {
  readonly name = 'PaperTemplates1795672000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['template_choices', 'paper_templates']) await runner.query(`DROP TABLE ${table}`)
  }
}

const UP = [
  "CREATE TABLE `paper_templates` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `kind` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `number` int NOT NULL, `fileName` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `size` int NOT NULL, `uploadedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `uploadedByName` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `note` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, `losses` varchar(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `content` mediumblob NOT NULL, UNIQUE INDEX `IDX_3d2f9d8fa6e09bd048ccff3ddb` (`kind`, `number`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "CREATE TABLE `template_choices` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `kind` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `number` int NOT NULL, UNIQUE INDEX `IDX_a6a530d86831f1f26e6385c7cb` (`kind`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
