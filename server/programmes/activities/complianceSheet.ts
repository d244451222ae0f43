import { Field, InputType, Int } from 'type-graphql'
import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { Max, Min } from '../../kernel/inputRules'
import { defineSheet, inWords, type SheetColumn, wordsFor } from '../../kernel/sheets'
import { RegionCode } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { teamStates, teamTiers } from '../../people/teams/sheet'
import { Team, TeamTier } from '../../people/teams/Team'
import { TeamStanding } from '../../people/teams/TeamStanding'
import { type Cell, cellOf, monthsOf, partsOf, teamsConcerned } from './dutyOfTeams'
import { dutyNumbers, DutyState } from './dutyRule'

/** Which teams of which year the sheet of the monthly duty is of: what the matrix is asked with. */
@InputType()
export class TeamComplianceFilter {
  @Field(() => Int, { nullable: true, description: 'This year unless said.' }) @Min(2000) @Max(2999) year?: number | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [TeamTier], { nullable: true }) tier?: TeamTier[] | null
  @Field(() => DutyState, { nullable: true, description: 'Only teams that stand so in the last month of the year that has begun.' }) duty?: DutyState | null
}

export const duties = wordsFor<DutyState>('DutyState', { DONE: say('完成', 'Done'), DUE: say('待完成', 'Due'), MISSING: say('未完成', 'Missing'), NOT_REQUIRED: say('不要求', 'None') })

const yearOf = (ctx: Context, asked: TeamComplianceFilter): number => asked.year ?? Number(ctx.today.slice(0, 4))

/** A team's months of a year, reckoned for a whole batch of teams together. */
function cellsOf(ctx: Context, teamId: string, year: number): Promise<Cell[]> {
  return ctx.store.batch(`sheet.duty.${year}`, teamId, async ids => {
    const [months, numbers] = [monthsOf(year), await dutyNumbers(ctx, year)]
    const parts = await partsOf(ctx, ids, months)
    const standings = await Promise.all(ids.map(id => ctx.store.parts(TeamStanding, 'teamId', id)))
    return ids.map((id, n) => months.map(month => cellOf(standings[n]!, month, ctx.today, parts.get(`${id}/${month}`) ?? [], numbers)))
  })
}

const months: SheetColumn<Team>[] = Array.from({ length: 12 }, (_, n) => ({
  key: `month${n + 1}`, title: say(`${n + 1}月`, new Date(Date.UTC(2000, n)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })), width: 9,
  value: async (row, ctx, asked) => inWords(duties, (await cellsOf(ctx, row.id, yearOf(ctx, asked)))[n]!.duty, ctx),
}))
const howOften = (duty: DutyState) => async (row: Team, ctx: Context, asked: object) => (await cellsOf(ctx, row.id, yearOf(ctx, asked))).filter(cell => cell.duty === duty).length

/** The matrix of teams and months, as it may leave: the same teams and the same rule as on the page. */
export const complianceSheet = defineSheet<Team, TeamComplianceFilter, object>({
  name: 'teamCompliance', title: say('每月活动完成情况', 'Monthly activities of the teams'), type: Team, may: 'team.read', filter: TeamComplianceFilter,
  rows: async (ctx, asked) => teamsConcerned(ctx, asked, monthsOf(yearOf(ctx, asked)), await dutyNumbers(ctx, yearOf(ctx, asked))),
  columns: [
    { key: 'name', title: say('服务队', 'Team'), width: 30, value: row => row.name },
    { key: 'tier', title: say('级别', 'Tier'), width: 12, value: (row, ctx) => inWords(teamTiers, row.tier, ctx) },
    { key: 'state', title: say('队伍现状', 'State now'), width: 10, value: (row, ctx) => inWords(teamStates, row.state, ctx) },
    ...placeColumns<Team>(),
    ...months,
    { key: 'done', title: say('完成月数', 'Months done'), width: 10, value: howOften(DutyState.DONE) },
    { key: 'missing', title: say('未完成月数', 'Months missing'), width: 10, value: howOften(DutyState.MISSING) },
  ],
  filters: { year: { title: say('年份', 'Year') }, region: askedByRegion, tier: { title: say('级别', 'Tier'), words: teamTiers }, duty: { title: say('当月情况', 'This month'), words: duties } },
})
