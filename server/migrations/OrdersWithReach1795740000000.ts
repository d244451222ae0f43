import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Indexes that hold beside their order what lists of visits and of hours are narrowed by, so that rows out of reach are passed over without being read: the table, what goes, what comes. */
const INDEXES = [
  ['visits', { IDX_bf4eab5780e66b5e42ef3b7fdb: '`pairingId`, `state`, `visitedOn`', IDX_55dd50ce79b6157b9626b9b4c1: '`visitedOn`, `id`' },
    { IDX_c8d3400a6915d3284c59a22ebd: '`pairingId`, `state`, `visitedOn`, `plannedOn`', IDX_06ce1daec3c43e76c9c5dad20c: '`visitedOn`, `id`, `regionCode`, `state`', IDX_a31b605f38170542e02ab6ef14: '`plannedOn`, `id`' }],
  ['service_records', { IDX_bc79101811a7806dcb8ef1c78c: '`homeRegionCode`, `servedOn`, `id`', IDX_1876ab75112cac64a251eeb170: '`servedOn`, `id`' },
    { IDX_0fe6f8ebac56165439852339c6: '`homeRegionCode`, `servedOn`, `id`, `regionCode`', IDX_4f76b40921b5643d240c5b8d43: '`servedOn`, `id`, `regionCode`, `homeRegionCode`, `state`' }],
] as const

export class OrdersWithReach1795740000000 implements MigrationInterface {
  readonly name = 'OrdersWithReach1795740000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, former, present] of INDEXES) await runner.query(exchange(table, former, present))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, former, present] of INDEXES) await runner.query(exchange(table, present, former))
  }
}

const exchange = (table: string, goes: Readonly<Record<string, string>>, comes: Readonly<Record<string, string>>): string =>
  `ALTER TABLE \`${table}\` ${[...Object.keys(goes).map(name => `DROP INDEX \`${name}\``), ...Object.entries(comes).map(([name, columns]) => `ADD INDEX \`${name}\` (${columns})`)].join(', ')}`
