import * as accounts from './people/accounts'
import * as auditTrail from './overview/auditTrail'

/** A module, as its index gives it. */
export interface Module {
  readonly entities: readonly Function[]
  readonly resolvers: readonly Function[]
}

/** The modules, one line each; lower tiers first. */
export const modules: readonly Module[] = [
  accounts,
  auditTrail,
]
