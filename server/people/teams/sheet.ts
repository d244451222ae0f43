import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import { defineSheet, inWords, named, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { TeamFilter, TeamSort } from './inputs'
import { searchTeams } from './searchTeams'
import { Team, TeamState, TeamTier } from './Team'

export const teamTiers = wordsFor<TeamTier>('TeamTier', { BANNER: say('旗级', 'Banner'), TOWNSHIP: say('苏木乡镇级', 'Township'), VILLAGE: say('嘎查村级', 'Village'), SQUAD: say('小分队', 'Squad') })
export const teamStates = wordsFor<TeamState>('TeamState', { PREPARING: say('筹建', 'Preparing'), ACTIVE: say('正常', 'Active'), RECTIFYING: say('整改', 'Rectifying'), SUSPENDED: say('暂停', 'Suspended'), DISBANDED: say('已撤销', 'Disbanded') })

/** Who leads a team, read in one statement for a whole batch. */
const LEADERS = 'SELECT t.id, p.name FROM teams t JOIN volunteers v ON v.id = t.leaderId JOIN persons p ON p.id = v.personId WHERE t.id IN (?)'

/** The teams, as they may leave. */
export const teamSheet = defineSheet<Team, TeamFilter, TeamSort>({
  name: 'teams', title: say('服务队', 'Teams'), type: Team, may: 'team.read', filter: TeamFilter, sort: TeamSort, rows: searchTeams,
  columns: [
    { key: 'name', title: say('名称', 'Name'), width: 30, value: row => row.name },
    { key: 'code', title: say('队伍编号', 'Code'), width: 18, value: row => row.code },
    { key: 'tier', title: say('级别', 'Tier'), width: 12, value: (row, ctx) => inWords(teamTiers, row.tier, ctx) },
    { key: 'state', title: say('状态', 'State'), width: 10, value: (row, ctx) => inWords(teamStates, row.state, ctx) },
    ...placeColumns<Team>(),
    {
      key: 'leader.person.name', title: say('队长', 'Leader'), width: 14,
      value: (row, { store }) => store.batch('sheet.leaders', row.id, async ids => {
        const names = new Map((await store.sql(LEADERS, [ids])).map(one => [one.id as string, one.name as string]))
        return ids.map(id => names.get(id) ?? null)
      }),
    },
    { key: 'memberCount', title: say('队员数', 'Members'), width: 10, value: row => row.memberCount },
    { key: 'veteranCount', title: say('退役军人数', 'Veterans'), width: 12, value: row => row.veteranCount },
    { key: 'memberMin', title: say('最低人数', 'Minimum'), width: 10, value: row => row.memberMin },
    { key: 'meetsMinimum', title: say('是否达标', 'Meets it'), width: 10, value: (row, ctx) => yesNo(row.meetsMinimum(), ctx) },
    { key: 'foundedOn', title: say('成立日期', 'Founded'), width: 12, value: row => row.foundedOn },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, tier: { title: say('级别', 'Tier'), words: teamTiers }, state: { title: say('状态', 'State'), words: teamStates }, belowMinimum: { title: say('人数不足', 'Below minimum') },
    parentId: named(say('上级队伍', 'Parent'), Team, team => team.name),
  },
})
