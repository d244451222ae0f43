import fc from 'fast-check'
import { Plan } from '../../../server/bureau/plans/Plan'
import { Setting } from '../../../server/bureau/settings/Setting'
import { forgetSettings } from '../../../server/bureau/settings/defineSetting'
import { watchAll } from '../../../server/bureau/tasks/watches'
import { insertAll } from '../../../server/kernel/bulk'
import { newId } from '../../../server/kernel/entity'
import { MinimumBasis, Team, TeamState, TeamTier } from '../../../server/people/teams/Team'
import { TeamStanding } from '../../../server/people/teams/TeamStanding'
import { Activity, ActivityState } from '../../../server/programmes/activities/Activity'
import { ActivityTeam } from '../../../server/programmes/activities/ActivityTeam'
import { counts, type DutyNumbers, dutyOf, dutySql, DutyState, isRequired } from '../../../server/programmes/activities/dutyRule'
import { closeNotices } from '../../../server/programmes/activities/watches'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { aLedTeam, anActivity, aSignUp, aStanding } from '../../support/activities'
import { aTerritory, person, put, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'

const TODAY = '2026-11-20'
const MONTHS = ['2026-10', '2026-11', '2026-12'] as const

beforeEach(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

const team = (values: Partial<Team> = {}): Team =>
  Team.of({
    code: newId().slice(-20), name: '第一志愿服务队', tier: TeamTier.VILLAGE, regionCode: aTerritory().village(), parentId: null, stationId: null, leaderId: null, memberMin: 10, minBasis: MinimumBasis.ALL, exemptUntil: null,
    state: TeamState.ACTIVE, foundedOn: '2022-03-01', memberCount: 0, veteranCount: 0, place: null, deputyIds: [], exemptReason: null, rectifyCause: null, rectifyBy: null, ...values,
  })

/** A team that has been at work since it was founded. */
async function aWorkingTeam(values: Partial<Team> = {}): Promise<Team> {
  const founded = await put(team(values))
  await aStanding(founded)
  return founded
}

describe('the monthly duty', () => {
  const part = { takesPart: true, organiser: true, confirmedCount: 1, attendance: 1, state: ActivityState.ARCHIVED, isDrill: false }
  const plain: DutyNumbers = { needed: 1, drillsCount: false }

  it('is done by what the station has confirmed, for the organiser and for whoever brought somebody', () => {
    expect(counts(part, plain)).toBe(true)
    expect(counts({ ...part, confirmedCount: 0 }, plain)).toBe(true)
    expect(counts({ ...part, confirmedCount: 0, attendance: 0 }, plain)).toBe(false)
    expect(counts({ ...part, organiser: false, confirmedCount: 0 }, plain)).toBe(false)
    expect(counts({ ...part, organiser: false }, plain)).toBe(true)
    expect(counts({ ...part, state: ActivityState.FINISHED }, plain)).toBe(false)
    expect(counts({ ...part, takesPart: false }, plain)).toBe(false)
    expect([counts({ ...part, isDrill: true }, plain), counts({ ...part, isDrill: true }, { needed: 1, drillsCount: true })]).toEqual([false, true])
  })

  it('asks nothing of a team that was not at work when the month began', () => {
    const since = (sinceOn: string, state = TeamState.ACTIVE, untilOn: string | null = null) => ({ sinceOn, untilOn, state, needsMonthly: true })
    const young = [since('2026-11-02')]
    expect([isRequired(young, '2026-11'), isRequired(young, '2026-12')]).toEqual([false, true])
    expect(dutyOf(young, '2026-11', TODAY, [part], plain)).toBe(DutyState.DONE)
    const old = [since('2022-03-01')]
    expect(['2026-10', '2026-11', '2026-12'].map(month => dutyOf(old, month, TODAY, [], plain))).toEqual([DutyState.MISSING, DutyState.DUE, DutyState.DUE])
    const suspended = [since('2022-03-01', TeamState.ACTIVE, '2026-11-01'), since('2026-11-01', TeamState.SUSPENDED)]
    expect(['2026-10', '2026-11'].map(month => dutyOf(suspended, month, TODAY, [], plain))).toEqual([DutyState.MISSING, DutyState.NOT_REQUIRED])
    expect(dutyOf(old, '2026-11', TODAY, [part], { needed: 2, drillsCount: false })).toBe(DutyState.DUE)
    expect(isRequired([{ ...since('2022-03-01'), needsMonthly: false }], '2026-11')).toBe(false)
    // Nobody can hold an activity with a team that was disbanded or suspended in the month.
    const ended = [since('2022-03-01', TeamState.ACTIVE, '2026-11-10'), since('2026-11-10', TeamState.DISBANDED)]
    expect(['2026-10', '2026-11', '2026-12'].map(month => dutyOf(ended, month, TODAY, [], plain))).toEqual([DutyState.MISSING, DutyState.NOT_REQUIRED, DutyState.NOT_REQUIRED])
  })

  it('is the same as a condition and as a value, whatever the teams and their activities', async () => {
    const one = fc.record({
      turns: fc.uniqueArray(fc.constantFrom('2022-03-01', '2026-10-01', '2026-10-02', '2026-11-01', '2026-11-15', '2026-12-01'), { maxLength: 3 }),
      states: fc.array(fc.constantFrom(TeamState.ACTIVE, ...Object.values(TeamState)), { minLength: 3, maxLength: 3 }),
      asked: fc.array(fc.constantFrom(true, true, false), { minLength: 3, maxLength: 3 }),
      parts: fc.array(fc.record({ month: fc.constantFrom(...MONTHS), takesPart: fc.boolean(), organiser: fc.boolean(), confirmedCount: fc.integer({ min: 0, max: 2 }), attendance: fc.integer({ min: 0, max: 2 }), state: fc.constantFrom(ActivityState.ARCHIVED, ActivityState.ARCHIVED, ...Object.values(ActivityState)), isDrill: fc.boolean() }), { maxLength: 4 }),
    })
    const made = fc.sample(one, 250).map(({ turns, states, asked, parts }) => {
      const days = turns.sort()
      const of = team()
      return { team: of, parts, standings: days.map((sinceOn, n) => TeamStanding.of({ teamId: of.id, tier: of.tier, regionCode: of.regionCode, sinceOn, untilOn: days[n + 1] ?? null, state: states[n]!, needsMonthly: asked[n]!, memberCount: 0, veteranCount: 0, metMinimum: false })) }
    })
    const template = await anActivity({ state: ActivityState.DRAFT })
    const rows = made.flatMap(({ team: { id, regionCode }, parts }) => parts.map(({ state, isDrill, ...rest }) => {
      const activity = Activity.of({ ...template, id: newId(), activityNo: newId().slice(-20), version: 0, state, isDrill })
      return { activity, taken: ActivityTeam.of({ activityId: activity.id, teamId: id, regionCode, ...rest }) }
    }))
    const ctx = await systemCtx()
    await ctx.transact('arrange', async inner => {
      await insertAll(inner, Team, made.map(each => each.team))
      await insertAll(inner, TeamStanding, made.flatMap(each => each.standings))
      await insertAll(inner, Activity, rows.map(row => row.activity))
      await insertAll(inner, ActivityTeam, rows.map(row => row.taken))
    })
    const ids = made.map(each => each.team.id)
    const seen = new Set<string>()
    for (const month of MONTHS) {
      for (const numbers of [plain, { needed: 1, drillsCount: true }, { needed: 2, drillsCount: false }]) {
        const values = new Map(made.map(each => [each.team.id, dutyOf(each.standings, month, TODAY, each.parts.filter(taken => taken.month === month), numbers)]))
        for (const state of Object.values(DutyState)) {
          const { sql, values: asked } = dutySql(state, month, TODAY, numbers)
          const found = await ctx.store.query(Team).where('it.id IN (?)', ids).where(sql, ...asked).ids()
          expect(found.sort()).toEqual(ids.filter(id => values.get(id) === state).sort())
          if (found.length > 0) seen.add(state)
        }
      }
    }
    expect([...seen].sort()).toEqual(Object.values(DutyState).sort())
  }, 60_000)
})

const MATRIX = `query($year: Int, $month: String, $plan: ID, $region: RegionCode, $tier: [TeamTier!], $duty: DutyState, $page: Page!) { teamCompliance(year: $year, month: $month, plan: $plan, region: $region, tier: $tier, duty: $duty, page: $page) {
  months total items { team { id name } cells { month duty confirmed open } } tallies { month done due missing notRequired } } }`

describe('the matrix', () => {
  it('shows each team of a territory by month, and counts the same', async () => {
    const land = aTerritory()
    const [one, two, young] = [await aWorkingTeam({ regionCode: land.village(1) }), await aWorkingTeam({ regionCode: land.village(2), tier: TeamTier.SQUAD }), await aWorkingTeam({ regionCode: land.village(3), foundedOn: '2026-11-10' })]
    const held = await anActivity({ team: one, coTeamIds: [two.id], state: ActivityState.ARCHIVED, startsAt: new Date('2026-10-31T17:00:00Z'), endsAt: new Date('2026-10-31T18:00:00Z') })
    await asOwner('UPDATE activity_teams SET confirmedCount = 1 WHERE activityId = ? AND teamId = ?', [held.id, one.id])
    await anActivity({ team: two })
    const station = await person('stationWorker', { regionCode: land.township })
    const ask = async (asked: object) => (await station.get(MATRIX, { page: { number: 1, size: 25 }, ...asked })).teamCompliance
    const whole = await ask({ year: 2026 })
    expect([whole.months.length, whole.total]).toEqual([12, 3])
    const cells = new Map(whole.items.map((item: { team: { id: string }; cells: object[] }) => [item.team.id, item.cells]))
    // One o'clock at night on 1 November in Shanghai is still October in Greenwich, and counts for November.
    expect((cells.get(one.id) as object[])[10]).toEqual({ month: '2026-11', duty: 'DONE', confirmed: 1, open: 0 })
    expect((cells.get(one.id) as object[])[9]).toMatchObject({ duty: 'MISSING' })
    expect((cells.get(two.id) as object[])[10]).toEqual({ month: '2026-11', duty: 'DUE', confirmed: 1, open: 1 })
    expect((cells.get(young.id) as object[]).map(cell => (cell as { duty: string }).duty)).toEqual([...Array(11).fill('NOT_REQUIRED'), 'DUE'])
    expect(whole.tallies[10]).toEqual({ month: '2026-11', done: 1, due: 1, missing: 0, notRequired: 1 })
    expect(whole.tallies[9]).toEqual({ month: '2026-10', done: 0, due: 0, missing: 2, notRequired: 1 })
    expect((await ask({ month: '2026-10', duty: 'MISSING' })).items.map((item: { team: { id: string } }) => item.team.id).sort()).toEqual([one.id, two.id].sort())
    expect((await ask({ month: '2026-11', tier: ['SQUAD'] })).total).toBe(1)
    expect((await ask({ year: 2026, region: land.village(3) })).total).toBe(1)
    expect((await station.ask(MATRIX, { month: '2026-13', page: {} })).code).toBe('INVALID')
    const other = await person('stationWorker', { regionCode: aTerritory().township })
    expect((await other.get(MATRIX, { year: 2026, page: {} })).teamCompliance).toMatchObject({ total: 0, tallies: expect.arrayContaining([{ month: '2026-10', done: 0, due: 0, missing: 0, notRequired: 0 }]) })
    // A team that was disbanded since stands in the years in which it was at work, and in no later one.
    await asOwner("UPDATE teams SET state = 'DISBANDED' WHERE id = ?", [two.id])
    await asOwner("UPDATE team_standings SET untilOn = '2026-11-18' WHERE teamId = ?", [two.id])
    await (await systemCtx()).transact('arrange', inner => insertAll(inner, TeamStanding, [TeamStanding.of({ teamId: two.id, tier: two.tier, regionCode: two.regionCode, sinceOn: '2026-11-18', untilOn: null, state: TeamState.DISBANDED, memberCount: 0, veteranCount: 0, metMinimum: false })]))
    const past = await ask({ year: 2026 })
    expect(past.items.find((item: { team: { id: string } }) => item.team.id === two.id).cells.slice(8, 12).map((cell: { duty: string }) => cell.duty)).toEqual(['MISSING', 'MISSING', 'NOT_REQUIRED', 'NOT_REQUIRED'])
    expect([past.tallies[9].missing, (await ask({ year: 2027 })).total]).toEqual([2, 2])
    const leader = await person('teamLeader', { teamId: one.id })
    expect((await leader.get(MATRIX, { year: 2026, page: {} })).teamCompliance.total).toBe(1)
  })

  it('asks for as many as the plan of the year says', async () => {
    const land = aTerritory()
    const lone = await aWorkingTeam({ regionCode: land.village() })
    const plan = await put(Plan.of({ year: 2031, title: '二〇三一年方案', documentNo: null, issuedOn: '2031-01-01', reportDueOn: '2031-04-15', activitiesMonthly: 2, teamMinimum: 10, squadVeterans: 3 }))
    const held = { team: lone, state: ActivityState.ARCHIVED, startsAt: new Date('2031-01-11T01:00:00Z'), endsAt: new Date('2031-01-11T03:00:00Z') }
    await anActivity(held)
    const officer = await person('bureauOfficer')
    const january = async () => (await officer.get(MATRIX, { plan: plan.id, region: land.township, page: {} })).teamCompliance.items[0].cells[0].duty
    expect(await january()).toBe('DUE')
    await anActivity(held)
    expect(await january()).toBe('DONE')
  })
})

describe('what is watched', () => {
  const tasksOf = (entityId: string) => asOwner('SELECT cause, state, teamId IS NOT NULL AS toTeam FROM tasks WHERE entityId = ? ORDER BY id', [entityId])
  const watch = async () => watchAll(await systemCtx())

  it('tells the leader on the 20th and the station on the 28th, takes it back when it is done, and lists who missed the month', async () => {
    const { team: late } = await aLedTeam()
    const { team: good } = await aLedTeam()
    await anActivity({ team: good, state: ActivityState.ARCHIVED, startsAt: new Date('2026-10-10T01:00:00Z'), endsAt: new Date('2026-10-10T03:00:00Z') })
    setClock('2026-11-19T04:00:00Z')
    await watch()
    expect(await tasksOf(good.id)).toEqual([])
    expect(await tasksOf(late.id)).toEqual([{ cause: 'DUTY_MISSED', state: 'OPEN', toTeam: 0 }])
    setClock('2026-11-20T04:00:00Z')
    await watch()
    expect(await tasksOf(good.id)).toEqual([{ cause: 'DUTY_WARNING', state: 'OPEN', toTeam: 1 }])
    setClock('2026-11-28T04:00:00Z')
    await watch()
    await watch()
    expect((await tasksOf(good.id)).map(task => task.cause)).toEqual(['DUTY_WARNING', 'DUTY_ALARM'])
    await anActivity({ team: good, state: ActivityState.ARCHIVED })
    await watch()
    expect((await tasksOf(good.id)).map(task => task.state)).toEqual(['CANCELLED', 'CANCELLED'])
  }, 60_000)

  it('tells of an approval that waits, too few people, a missing check-out and a missing summary, until they are gone', async () => {
    setClock('2026-11-27T04:00:00Z')
    const waiting = await anActivity({ state: ActivityState.SUBMITTED, submittedAt: new Date('2026-11-20T01:00:00Z') })
    const fresh = await anActivity({ state: ActivityState.SUBMITTED, submittedAt: new Date('2026-11-26T01:00:00Z') })
    const few = await anActivity({ leastPeople: 2 })
    await aSignUp(few, await aVolunteer(), { state: SignUpState.ACCEPTED })
    await watch()
    expect([(await tasksOf(waiting.id)).map(task => task.cause), await tasksOf(fresh.id), (await tasksOf(few.id)).map(task => task.cause)]).toEqual([['APPROVAL_WAITING'], [], ['FEW_SIGN_UPS']])
    await aSignUp(few, await aVolunteer(), { state: SignUpState.ACCEPTED })
    await watch()
    expect((await tasksOf(few.id)).map(task => task.state)).toEqual(['CANCELLED'])
    const running = await anActivity({ state: ActivityState.ONGOING })
    await aSignUp(running, await aVolunteer(), { state: SignUpState.CHECKED_IN, checkedInAt: new Date('2026-11-28T01:00:00Z') })
    setClock('2026-11-28T06:00:00Z')
    await watch()
    expect((await tasksOf(running.id)).map(task => task.cause)).toEqual(['MISSING_CHECK_OUT'])
    setClock('2026-12-01T04:00:00Z')
    await watch()
    expect((await tasksOf(running.id)).map(task => task.cause)).toEqual(['MISSING_CHECK_OUT', 'UNCLOSED'])
    const leader = await person('teamLeader', { teamId: running.teamId })
    const { inbox, activities } = await leader.get('{ inbox { counts { kind count } } activities(filter: { unclosed: true }) { total } }')
    expect([inbox.counts.find((each: { kind: string }) => each.kind === 'ACTIVITY_UNCLOSED').count, activities.total]).toEqual([1, 1])
  }, 60_000)

  it('lets notices to volunteers end by themselves', async () => {
    const activity = await anActivity()
    const volunteer = await aVolunteer({ regionCode: activity.regionCode })
    await aSignUp(activity, volunteer, { state: SignUpState.ACCEPTED })
    const leader = await person('teamLeader', { teamId: activity.teamId })
    await leader.get('mutation($id: ID!) { moveActivity(id: $id, version: 1, action: CANCEL, note: "大风") { state } }', { id: activity.id })
    setClock('2026-11-28T01:01:00Z')
    await closeNotices(await systemCtx())
    expect((await tasksOf(activity.id)).map(task => task.state)).toEqual(['CANCELLED'])
  })

  it('counts drills where the setting says so', async () => {
    const land = aTerritory()
    const drilled = await aWorkingTeam({ regionCode: land.village() })
    await anActivity({ team: drilled, state: ActivityState.ARCHIVED, isDrill: true, startsAt: new Date('2026-11-10T01:00:00Z'), endsAt: new Date('2026-11-10T03:00:00Z') })
    const station = await person('stationWorker', { regionCode: land.township })
    const duty = async () => (await station.get(MATRIX, { month: '2026-11', page: {} })).teamCompliance.items[0].cells[0].duty
    expect(await duty()).toBe('DUE')
    const row = await put(Setting.of({ key: 'duty.drillsCount', value: 1 }))
    forgetSettings()
    expect(await duty()).toBe('DONE')
    await asOwner('DELETE FROM settings WHERE id = ?', [row.id])
    forgetSettings()
  })
})
