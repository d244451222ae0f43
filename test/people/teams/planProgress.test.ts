import { Plan, PlanTarget, TargetSubject } from '../../../server/bureau/plans/Plan'
import { watchAll } from '../../../server/bureau/tasks/watches'
import { addDays } from '../../../server/kernel/days'
import { moveTeam } from '../../../server/people/teams/moveTeam'
import { settleTeam } from '../../../server/people/teams/settleTeam'
import { Team, TeamState, TeamTier } from '../../../server/people/teams/Team'
import { TeamAction, teamWorkflow } from '../../../server/people/teams/teamWorkflow'
import { Random } from '../../../server/seeds/random'
import { systemActor } from '../../../server/kernel/jobs'
import { Context } from '../../../server/kernel/context'
import { Deadline } from '../../../server/kernel/deadline'
import { asOwner, person, put, setClock, stop } from '../../support/app'
import { database } from '../../support/database'
import { aPlace, aTeam } from '../../support/people'

afterAll(stop)
afterEach(() => setClock())

const PROGRESS = `query ($id: ID!, $on: Date) { planProgress(planId: $id, on: $on) { on villagesWithout targets { subject number reached active standing dueOn late } townships { region { code } villagesWithout parts { subject number reached } } } }`
const SUBJECTS: Record<TeamTier, TargetSubject> = { BANNER: TargetSubject.BANNER_TEAMS, TOWNSHIP: TargetSubject.TOWNSHIP_TEAMS, VILLAGE: TargetSubject.VILLAGE_TEAMS, SQUAD: TargetSubject.SQUADS }
const VILLAGES = 8

const ctxOf = async (day: string) => Context.for(await database(), systemActor('play', ['team.found']), { requestId: null, ip: null, locale: 'zh' }, new Date(`${day}T10:00:00+08:00`), new Deadline(60_000))

async function aPlan(year: number, numbers: Partial<Record<TargetSubject, [number, string | null]>>) {
  const plan = await put(Plan.of({ year, title: `${year}年方案`, documentNo: null, issuedOn: `${year}-01-01`, reportDueOn: `${year}-12-01`, activitiesMonthly: 1, teamMinimum: 10, squadVeterans: 3 }))
  const ctx = await ctxOf(`${year}-01-01`)
  await ctx.transact('arrange', async inner => {
    await inner.store.hold(Plan, plan.id)
    for (const [subject, [number, dueOn]] of Object.entries(numbers)) await inner.store.save(PlanTarget.of({ planId: plan.id, subject: subject as TargetSubject, number, dueOn }))
  })
  return plan
}

it('tells what a plan had reached on any past day, as an independent count of each evening says', async () => {
  const random = new Random('progress')
  const place = await aPlace(VILLAGES)
  await asOwner('UPDATE regions SET hasStation = (code < ?) WHERE code LIKE ? AND level = ?', [place.village(4), `${place.township.slice(0, 9)}%`, 'VILLAGE'])
  const plan = await aPlan(2025, { TOWNSHIP_TEAMS: [1, '2026-05-01'], VILLAGE_TEAMS: [3, null], SQUADS: [5, '2026-05-20'] })
  const teams: { id: string; foundedOn: number }[] = []
  const first = '2026-05-01'
  const evenings: { day: string; teams: { tier: TeamTier; state: TeamState; met: number; regionCode: string }[] }[] = []
  for (let n = 0; n < 20; n++) {
    const day = addDays(first, n)
    const ctx = await ctxOf(day)
    if (n % 2 === 0 && teams.length <= VILLAGES) {
      const village = teams.length
      const tier = village === 0 ? TeamTier.TOWNSHIP : village < 4 ? TeamTier.VILLAGE : TeamTier.SQUAD
      const team = await aTeam({ tier, regionCode: village === 0 ? place.township : place.village(village), memberMin: 5, state: TeamState.PREPARING })
      await ctx.transact('found', async inner => { await settleTeam(inner, await inner.store.hold(Team, team.id)) })
      teams.push({ id: team.id, foundedOn: n })
    }
    for (const { id } of random.some(teams, 3)) {
      await ctx.transact('play', async inner => {
        const team = await inner.store.hold(Team, id)
        const members = random.int(2, 8)
        Object.assign(team, { memberCount: members, veteranCount: members })
        if (team.state === TeamState.PREPARING && team.meetsMinimum()) teamWorkflow.move(team, TeamAction.ACTIVATE, inner.actor)
        await settleTeam(inner, team)
        if (random.chance(0.15) && team.state === TeamState.ACTIVE) await moveTeam(inner, id, team.version, TeamAction.SUSPEND, '试')
        else if (team.state === TeamState.SUSPENDED) await moveTeam(inner, id, team.version, random.chance(0.3) ? TeamAction.DISBAND : TeamAction.RESUME, '试')
      })
    }
    const rows = await asOwner<{ tier: TeamTier; state: TeamState; met: number; regionCode: string }[]>(`SELECT tier, state, (memberCount >= memberMin) AS met, regionCode FROM teams WHERE id IN (${teams.map(() => '?').join(',')})`, teams.map(team => team.id))
    evenings.push({ day, teams: rows })
  }
  setClock('2026-06-15T02:00:00Z')
  const officer = await person('bureauOfficer')
  let differing = 0
  for (const { day, teams: there } of evenings) {
    const { planProgress } = await officer.get(PROGRESS, { id: plan.id, on: day })
    for (const target of planProgress.targets) {
      const mine = there.filter(team => SUBJECTS[team.tier] === target.subject)
      const reached = mine.filter(team => team.state === 'ACTIVE' && Number(team.met) === 1).length
      expect([day, target]).toEqual([day, {
        ...target, reached, active: mine.filter(team => team.state === 'ACTIVE').length, standing: mine.filter(team => team.state !== 'DISBANDED').length, late: target.dueOn !== null && target.dueOn < day && reached < target.number,
      }])
      if (target.standing !== reached) differing++
    }
    const covered = new Set(there.filter(team => team.tier !== 'TOWNSHIP' && team.state !== 'DISBANDED').map(team => team.regionCode))
    expect([day, planProgress.villagesWithout]).toEqual([day, VILLAGES - covered.size])
    const [township] = planProgress.townships.filter((each: any) => each.region.code === place.township)
    expect(township.parts.map((part: any) => [part.subject, part.number])).toEqual([['TOWNSHIP_TEAMS', 1], ['VILLAGE_TEAMS', 3], ['SQUADS', 5]])
    expect(township.parts.map((part: any) => part.reached)).toEqual(['TOWNSHIP_TEAMS', 'VILLAGE_TEAMS', 'SQUADS'].map(subject => planProgress.targets.find((target: any) => target.subject === subject).reached))
  }
  expect(differing).toBeGreaterThan(10)
  expect((await officer.ask(PROGRESS, { id: plan.id, on: '2026-06-16' })).code).toBe('INVALID')
  const stranger = await person('stationWorker', { regionCode: (await aPlace(1)).township })
  expect((await stranger.get(PROGRESS, { id: plan.id, on: first })).planProgress.townships.some((each: any) => each.region.code === place.township)).toBe(false)
}, 120_000)

it('announces a target before its day, and closes the alert when it is reached', async () => {
  await aPlan(2027, { BANNER_TEAMS: [1, '2027-03-20'] })
  const open = async () => (await asOwner("SELECT id FROM tasks WHERE kind = 'PLAN_TARGET' AND state = 'OPEN'")).length
  await watchAll(await ctxOf('2027-03-01'))
  expect(await open()).toBe(0)
  await watchAll(await ctxOf('2027-03-06'))
  expect(await open()).toBe(1)
  const team = await aTeam({ tier: TeamTier.BANNER, memberMin: 1, memberCount: 1, state: TeamState.ACTIVE })
  const ctx = await ctxOf('2027-03-07')
  await ctx.transact('arrange', async inner => { await settleTeam(inner, await inner.store.hold(Team, team.id)) })
  await watchAll(ctx)
  expect(await open()).toBe(0)
})
