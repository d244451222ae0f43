import type { Context } from '../../kernel/context'
import { schedule } from '../../kernel/jobs'
import { countMembers, MEMBERS, VETERANS } from './countMembers'
import { MEETS_MINIMUM, Team } from './Team'

const AT_ONCE = 200

/** Looks at the teams whose day or people have moved on without an act of theirs: an exemption has ended, a member turned out to be no veteran. */
export async function reviewTeams(ctx: Context): Promise<void> {
  const ids = await ctx.store
    .query(Team)
    .where(`((it.state = 'ACTIVE' AND it.exemptUntil < ? AND NOT (${MEETS_MINIMUM})) OR (it.state <> 'DISBANDED' AND (it.memberCount <> ${MEMBERS} OR it.veteranCount <> ${VETERANS})))`, ctx.today)
    .limit(AT_ONCE)
    .ids()
  for (const id of ids) await ctx.transact('reviewTeams', inner => countMembers(inner, id))
}

schedule({ name: 'reviewTeams', every: 3600, run: reviewTeams })
