import { useAsk, useMe } from '../Console'

/** What waits for the person signed in, kind by kind. */
export interface InboxCount {
  kind: string
  count: number
}

/** Asks what waits. */
export const INBOX_COUNTS = 'query inboxCounts { inbox { counts { kind count } } }'

/** The counts behind the menu's badges, asked again every two minutes; undefined while they are first on their way, empty when the inbox cannot be had. */
export function useInboxCounts(): ReadonlyMap<string, number> | undefined {
  const me = useMe()
  const { data, isLoading } = useAsk<{ inbox: { counts: InboxCount[] } }>(INBOX_COUNTS, {}, { enabled: me !== null && !me.mustChangePassword && !me.mustEnrolTotp, every: 120_000, staleTime: 30_000 })
  return isLoading ? undefined : new Map(data?.inbox?.counts?.map(({ kind, count }) => [kind, count]))
}

/** The sum of some kinds. */
export const badgeOf = (counts: ReadonlyMap<string, number> | undefined, kinds: readonly string[] = []): number => kinds.reduce((sum, kind) => sum + (counts?.get(kind) ?? 0), 0)
