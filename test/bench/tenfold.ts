import mysql, { type Connection } from 'mysql2/promise'
import { FillKeptTotals1795710000001 } from '../../server/migrations/FillKeptTotals1795710000001'
import type { Loading } from './county'

/** What is otherwise where there are ten times the visits. Of each table there are two, the other one aside: they take each other's name in a moment, so that both counties can be asked in turns. */
const TABLES = ['visits', 'kept_totals'] as const
/** The ids of the county's own visits tell their time and begin with it; those of the older copies with what no time has yet. */
const FIRST_OF_OWN = '01'
const COPIES = 10
const DAYS_APART = 730

const aside = (table: string): string => `${table}_aside`

/** The county as it is, and the same with ten times its visits. */
export class Tenfold {
  private constructor(private readonly connection: Connection) {}

  static async on(ownerUrl: string): Promise<Tenfold> {
    const connection = await mysql.createConnection({ uri: ownerUrl, timezone: 'Z' })
    await connection.query("SET SESSION time_zone = '+00:00', unique_checks = 0, foreign_key_checks = 0")
    return new Tenfold(connection)
  }

  /** Has the visits tenfold: nine older copies of each, unless a bench that broke off has left them. */
  async make(say: Loading['say']): Promise<void> {
    if (await this.isMade()) return
    const begun = performance.now()
    say('visits: nine older copies of each are being made, which takes some minutes')
    await this.sql(`DROP TABLE IF EXISTS visits_making, ${aside('kept_totals')}`)
    // An empty table is filled much faster, and by one statement each of its indexes is sorted once.
    await this.sql('CREATE TABLE visits_making LIKE visits')
    const columns = (await this.sql<{ name: string }>("SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'visits' ORDER BY ORDINAL_POSITION")).map(({ name }) => name)
    const copies = Array.from({ length: COPIES }, (_, n) => `SELECT ${COPIES - 1 - n} AS copy`).join(' UNION ALL ')
    await this.sql(`INSERT INTO visits_making (${columns.map(name => `\`${name}\``).join(',')}) SELECT ${columns.map(ofCopy).join(',')} FROM (${copies}) copies STRAIGHT_JOIN visits`)
    await this.sql(`CREATE TABLE ${aside('kept_totals')} LIKE kept_totals`)
    await this.sql(`RENAME TABLE visits_making TO ${aside('visits')}`)
    await this.exchange()
    await new FillKeptTotals1795710000001().up({ query: async (sql: string) => (await this.connection.query(sql))[0] as never })
    for (const table of TABLES) await this.sql(`ANALYZE TABLE ${table}`)
    say(`ten times the visits, after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  }

  /** Asks of the county with ten times the visits from now on, or of the county as it is. */
  async turnTo(ten: boolean): Promise<void> {
    if ((await this.isTen()) !== ten) await this.exchange()
  }

  /** Leaves the county as it is, also after a bench that broke off. */
  async end(): Promise<void> {
    if (await this.isMade()) {
      await this.turnTo(false)
      await this.sql(`DROP TABLE ${TABLES.map(aside).join(', ')}`)
    }
    await this.connection.end()
  }

  private async isMade(): Promise<boolean> {
    return (await this.sql(`SHOW TABLES LIKE '${aside('visits')}'`)).length > 0
  }

  private async isTen(): Promise<boolean> {
    return (await this.sql('SELECT 1 FROM visits WHERE id < ? LIMIT 1', [FIRST_OF_OWN])).length > 0
  }

  /** Rights are given by the name, and stay. */
  private async exchange(): Promise<void> {
    await this.sql(`RENAME TABLE ${TABLES.map(table => `${table} TO ${table}_going, ${aside(table)} TO ${table}, ${table}_going TO ${aside(table)}`).join(', ')}`)
  }

  private async sql<T = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.connection.query(sql, values as unknown[]))[0] as never
  }
}

/** What a column of a copy holds: each is so many days further back; of an id's beginning, which tells the time, is left which copy it is. */
function ofCopy(name: string): string {
  if (name === 'id') return `CASE WHEN copy = 0 THEN id ELSE CONCAT('00', ${COPIES - 1} - copy, SUBSTR(id, 4)) END`
  return /(On|At)$/.test(name) ? `\`${name}\` - INTERVAL (copy * ${DAYS_APART}) DAY` : `\`${name}\``
}
