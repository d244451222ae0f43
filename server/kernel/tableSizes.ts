import type { Row } from './Line'

/** How long an estimate is trusted, in ms. */
const TRUST_MS = 600_000

/** About how many rows each table has, as the engine estimates it. */
export class TableSizes {
  private known = new Map<string, number>()
  private askedAt = -Infinity

  constructor(private readonly ask: (sql: string) => Promise<Row[]>) {}

  /** Infinity where nobody knows. What is old is asked anew beside the request, which goes on with what is known. */
  of(table: string): number {
    if (performance.now() - this.askedAt > TRUST_MS) void this.learn()
    return this.known.get(table) ?? Infinity
  }

  /** What cannot be learned now is learned another time. */
  async learn(): Promise<void> {
    this.askedAt = performance.now()
    const rows = await this.ask('SELECT TABLE_NAME AS name, TABLE_ROWS AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()').catch(() => null)
    if (rows) this.known = new Map(rows.map(({ name, n }) => [name as string, Number(n ?? Infinity)]))
  }
}
