import { hasMore, LARGEST_PAGE } from './buildQuery'
import type { ConsoleProvider } from './dataProvider'
import type { Row } from './Definition'

/** How many pages a calendar's month may take. */
const PAGES = 6

/** All rows of a list up to a bound, and whether there are more. */
export async function everything<T extends Row>(provider: ConsoleProvider, resource: string, filter: Record<string, unknown>, sort: { field: string; order: 'ASC' | 'DESC' }): Promise<{ rows: T[]; cut: boolean }> {
  const rows: T[] = []
  for (let page = 1; page <= PAGES; page++) {
    const { data, total = 0, meta } = await provider.getList<T>(resource, { filter, sort, pagination: { page, perPage: LARGEST_PAGE } })
    rows.push(...data)
    if (rows.length >= total && !hasMore(meta)) return { rows, cut: false }
  }
  return { rows, cut: true }
}
