import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Team } from '../teams/Team'
import type { MembershipFilter } from './inputs'
import { answerable, Membership } from './Membership'

/** The memberships within reach, as they are asked for, the latest first. */
export function searchMemberships(ctx: Context, filter: MembershipFilter): Query<Membership> {
  const reach = reachOf(ctx.actor, Team)
  return search(ctx, Membership, { filter, rules: { toAnswer: (rows, wanted) => rows.where(wanted ? answerable(reach.sql) : `NOT (${answerable(reach.sql)})`, ...reach.values) } })
}
