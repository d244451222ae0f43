/** Somebody in a role, as lists show them. */
export interface Holder {
  id: string
  person: { id: string; name: string; phone?: string | null } | null
}

/** The name behind a role; empty where it is out of reach. */
export const nameOf = (holder: unknown): string => (holder as Holder | null | undefined)?.person?.name ?? ''

/** Names one after another, the first first. */
export const namesOf = (holders: readonly Holder[] | null | undefined): string => (holders ?? []).map(nameOf).filter(Boolean).join(' / ')
