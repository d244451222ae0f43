declare module '../../kernel/events' {
  interface Events {
    /** Announced when a line of the ledger no longer counts, or another has taken its place: what follows from the ledger is counted anew. */
    'service.takenOut': { sourceType: string; sourceId: string }
  }
}

export {}
