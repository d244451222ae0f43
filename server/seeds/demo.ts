import { declareRoles } from '../kernel/access'
import type { Context } from '../kernel/context'
import type { Database } from '../kernel/database'
import { insertAll } from '../kernel/bulk'
import { addDays, addMonths, monthOf } from '../kernel/days'
import { idAt, newId } from '../kernel/entity'
import { systemContext } from '../kernel/jobs'
import { ConsentNotice } from '../bureau/consentNotices/ConsentNotice'
import { Plan, PlanTarget, TargetSubject } from '../bureau/plans/Plan'
import { Station } from '../bureau/stations/Station'
import { Task } from '../bureau/tasks/Task'
import { Account } from '../people/accounts/Account'
import { VolunteerApplication } from '../people/applications/VolunteerApplication'
import { Beneficiary } from '../people/beneficiaries/Beneficiary'
import { Consent } from '../people/beneficiaries/Consent'
import { Contact } from '../people/beneficiaries/Contact'
import { GradeChange } from '../people/beneficiaries/GradeChange'
import { Employer } from '../people/employers/Employer'
import { Employment } from '../people/employers/Employment'
import { Person } from '../people/persons/Person'
import { Credential } from '../people/records/Credential'
import { linkRecords } from '../people/records/credentials'
import { Award, Evaluation, Insurance, Qualification, Training } from '../people/records/records'
import { SquadProposal } from '../people/teams/SquadProposal'
import { Team } from '../people/teams/Team'
import { TeamStanding } from '../people/teams/TeamStanding'
import { VillageNote } from '../people/teams/VillageNote'
import { Membership } from '../people/volunteers/Membership'
import { Certificate } from '../people/certificates/Certificate'
import { CertificateCounter } from '../people/certificates/CertificateCounter'
import { recountHours } from '../people/hours/checkTotals'
import { ServiceObjection } from '../people/hours/ServiceObjection'
import { ServiceRecord } from '../people/hours/ServiceRecord'
import { Volunteer } from '../people/volunteers/Volunteer'
import { VolunteerCounter } from '../people/volunteers/VolunteerCounter'
import { issueBulletin } from '../overview/bulletins/issueBulletin'
import { Activity } from '../programmes/activities/Activity'
import { ActivityCounter } from '../programmes/activities/ActivityCounter'
import { ActivityTeam } from '../programmes/activities/ActivityTeam'
import { SignUp } from '../programmes/activities/SignUp'
import { NeedRequest } from '../programmes/pairings/needs/NeedRequest'
import { Pairing, PairingState } from '../programmes/pairings/Pairing'
import { Visit } from '../programmes/pairings/Visit'
import { PostFeedback } from '../programmes/posts/feedback/PostFeedback'
import { PostServiceLog } from '../programmes/posts/logs/PostServiceLog'
import { PioneerPost } from '../programmes/posts/PioneerPost'
import { PostCounter } from '../programmes/posts/PostCounter'
import { PostHolder } from '../programmes/posts/PostHolder'
import { PostObjection } from '../programmes/posts/PostObjection'
import { PostReview } from '../programmes/posts/reviews/PostReview'
import { ReviewRound } from '../programmes/posts/reviews/ReviewRound'
import { ruleInForce } from '../programmes/posts/rules'
import { DEMO_TOWNSHIP, makeAccounts } from './demoAccounts'
import { makeActivities } from './demoActivities'
import { tellCases } from './demoCases'
import { makeCertificates } from './demoCertificates'
import { makeNotices } from './demoNotices'
import { makeEmployers, staffed } from './demoEmployers'
import { makeHours } from './demoHours'
import { makePairings, wantsCaseWorker } from './demoPairings'
import { makePeople } from './demoPeople'
import { makePosts } from './demoPosts'
import { makeRecords } from './demoRecords'
import { tellWeather } from './demoWeather'
import { roles } from '../roles'
import { loadFoundation } from './foundation'
import { Random } from './random'

/** How many squads the demo's plan asks for: more than there are. */
const SQUADS_WANTED = 24

interface Options {
  onlyIfEmpty: boolean
  /** 1 is the demo's county; 10 is ten times its people. */
  scale: number
  say: (line: string) => void
  now?: Date
}

/** Loads the invented county: the same people every time, their days relative to today. */
export async function loadDemo(database: Database, { onlyIfEmpty, scale, say, now = new Date() }: Options): Promise<void> {
  const ctx = systemContext(database, 'loadDemo', now)
  const [{ n }] = (await database.query('SELECT COUNT(*) AS n FROM accounts')) as [{ n: number }]
  if (Number(n) > 0) {
    if (onlyIfEmpty) return say('There are accounts already; nothing is loaded.')
    throw new Error('There are accounts already; the invented people are loaded into an empty database only.')
  }
  // Some of it is told by the acts themselves, as the demo's accounts.
  declareRoles(roles)
  await loadFoundation(ctx)
  await planThisYear(ctx)
  const random = new Random('laobing-2022')
  const stationVillages = (await ctx.store.query(Station).rows()).map(station => station.regionCode).filter(code => !code.endsWith('000'))
  const people = makePeople({ random: random.fork('people'), today: ctx.today, scale, stationVillages })
  const caseWorkerId = newId()
  for (const elder of people.beneficiaries) if (elder.regionCode.startsWith(DEMO_TOWNSHIP.slice(0, 9)) && wantsCaseWorker(elder)) elder.caseWorkerId = caseWorkerId
  const told = makePairings(people, { random: random.fork('pairings'), today: ctx.today, scale })
  const hours = makeHours(people.volunteers, { random: random.fork('hours'), today: ctx.today })
  const held = makeActivities(people, [...told.records, ...hours.records], { random: random.fork('activities'), now })
  say(`people: ${people.persons.length} persons, ${people.teams.length} teams, ${people.volunteers.length} volunteers, ${people.beneficiaries.length} elders`)

  const put = async (name: string, work: (inner: Context) => Promise<void>): Promise<void> => {
    await ctx.transact(name, work)
  }
  await put('loadDemoPeople', async inner => {
    await insertAll(inner, ConsentNotice, makeNotices())
    await insertAll(inner, Team, people.teams)
    await insertAll(inner, Person, people.persons)
    await insertAll(inner, Volunteer, people.volunteers)
    await insertAll(inner, Membership, people.memberships)
    await insertAll(inner, TeamStanding, people.standings)
    await insertAll(inner, SquadProposal, people.proposals)
    await insertAll(inner, VillageNote, people.notes)
    await insertAll(inner, VolunteerCounter, [VolunteerCounter.of({ prefix: '150525', last: people.volunteers.length })])
  })
  const kept = makeRecords(people, { random: random.fork('records'), today: ctx.today, scale, stationVillages })
  await put('loadDemoRecords', async inner => {
    await insertAll(inner, Insurance, kept.insurances)
    await insertAll(inner, Qualification, kept.qualifications)
    await insertAll(inner, Training, kept.trainings)
    for (const credential of await inner.store.query(Credential).rows()) await linkRecords(inner, credential)
    await insertAll(inner, Award, kept.awards)
    await insertAll(inner, Evaluation, kept.evaluations)
    await insertAll(inner, VolunteerApplication, kept.applications)
  })
  await put('loadDemoElders', async inner => {
    await insertAll(inner, Beneficiary, people.beneficiaries)
    await insertAll(inner, GradeChange, people.grades)
    await insertAll(inner, Consent, people.consents)
    await insertAll(inner, Contact, people.contacts)
  })
  say(`pairings: ${told.pairings.length}, with ${told.visits.length} visits over the past year`)
  await put('loadDemoPairings', async inner => {
    await insertAll(inner, Pairing, told.pairings)
    await insertAll(inner, NeedRequest, told.needs)
    await insertAll(inner, Task, told.tasks)
    inner.store.entries.push(...told.pairings.flatMap(pairing => pastOf(inner, pairing)))
  })
  for (let at = 0; at < told.visits.length; at += 5000) await put('loadDemoVisits', inner => insertAll(inner, Visit, told.visits.slice(at, at + 5000)))
  say(`activities: ${held.activities.length}, with ${held.parts.length} sign-ups`)
  await put('loadDemoActivities', async inner => {
    await insertAll(inner, Activity, held.activities)
    await insertAll(inner, ActivityTeam, held.teams)
    await insertAll(inner, SignUp, held.parts)
    await insertAll(inner, ActivityCounter, held.counters)
  })
  const records = [...told.records, ...hours.records, ...held.records]
  const papers = makeCertificates(people.persons, people.volunteers, records, ctx.today)
  for (let at = 0; at < records.length; at += 5000) await put('loadDemoHours', inner => insertAll(inner, ServiceRecord, records.slice(at, at + 5000)))
  await put('countDemoHours', async inner => {
    await insertAll(inner, ServiceObjection, hours.objections)
    await insertAll(inner, Certificate, papers.certificates)
    await insertAll(inner, CertificateCounter, [papers.counter])
    await recountHours(inner)
  })
  await put('loadDemoWeather', tellWeather)
  const work = makeEmployers(people, { random: random.fork('employers'), today: ctx.today, scale, stationVillages })
  const accounts = await makeAccounts(people, told, caseWorkerId, staffed(work)[0]!.id, now)
  await put('loadDemoAccounts', inner => insertAll(inner, Account, accounts))
  say(`cases of hardship: ${await tellCases(database, ctx.today, accounts, people.persons)}, in every state`)
  const posts = makePosts(work, { random: random.fork('posts'), today: ctx.today, ruleId: (await ruleInForce(ctx)).id, accounts: new Map(accounts.map(({ username, id }) => [username, id])) })
  say(`employers: ${work.employers.length}, with ${posts.posts.length} pioneer posts and ${posts.logs.length} lines of their log`)
  await put('loadDemoPosts', async inner => {
    await insertAll(inner, Employer, work.employers)
    await insertAll(inner, Employment, work.employments)
    await insertAll(inner, PioneerPost, posts.posts)
    await insertAll(inner, PostHolder, posts.holders)
    await insertAll(inner, PostServiceLog, posts.logs)
    await insertAll(inner, PostObjection, posts.objections)
    await insertAll(inner, ReviewRound, posts.rounds)
    await insertAll(inner, PostReview, posts.reviews)
    await insertAll(inner, PostFeedback, posts.feedback)
    await insertAll(inner, PostCounter, posts.counters)
  })
  await put('loadDemoBulletin', inner => lastMonthsBulletin(inner, accounts.find(({ role }) => role === 'bureauOfficer')!))
  say(`accounts: ${accounts.map(account => account.username).join(' ')}`)
}

/** This year's plan, with the targets of the first one, so that what is reached now is seen against it. */
async function planThisYear(ctx: Context): Promise<void> {
  const year = Number(ctx.today.slice(0, 4))
  const first = await ctx.store.query(Plan).orderBy('it.year').first()
  if (!first || first.year >= year) return
  await ctx.transact('planThisYear', async inner => {
    const targets = await inner.store.beyondReach.query(PlanTarget).where('it.planId = ?', first.id).rows()
    const { activitiesMonthly, teamMinimum, squadVeterans } = first
    const plan = await inner.store.save(Plan.of({ year, title: first.title.replace(String(first.year), String(year)), documentNo: null, issuedOn: `${year}-01-10`, reportDueOn: `${year}-12-15`, activitiesMonthly, teamMinimum, squadVeterans }))
    const dueOn: Record<TargetSubject, string> = { BANNER_TEAMS: `${year}-01-31`, TOWNSHIP_TEAMS: `${year}-01-31`, VILLAGE_TEAMS: `${year}-04-10`, SQUADS: addDays(ctx.today, 10) }
    for (const { subject, number } of targets) await inner.store.save(PlanTarget.of({ planId: plan.id, subject, number: subject === TargetSubject.SQUADS ? SQUADS_WANTED : number, dueOn: dueOn[subject] }))
  })
}

/** Last month's bulletin, as the officer issued it. */
async function lastMonthsBulletin(ctx: Context, { id, displayName }: Account): Promise<void> {
  const bulletin = await issueBulletin(ctx, { month: monthOf(addMonths(ctx.today, -1)), remark: '示例：请未完成当月活动的服务队于月底前补齐，超期未访的及时上门。' })
  await ctx.store.save(Object.assign(bulletin, { issuedById: id, issuedByName: displayName }))
}

/** The moments of a pairing's life so far, as its timeline shows them. */
function pastOf(ctx: Context, pairing: Pairing) {
  const steps: [act: string, day: string, from: PairingState | null, to: PairingState][] = [['pairElder', pairing.startedOn ? addDays(pairing.startedOn, -4) : addDays(ctx.today, -9), null, PairingState.PROPOSED]]
  if (pairing.state !== PairingState.PROPOSED) steps.push(['acceptPairing', pairing.startedOn ? addDays(pairing.startedOn, -2) : addDays(ctx.today, -5), PairingState.PROPOSED, PairingState.ACCEPTED])
  if (pairing.startedOn) steps.push(['activatePairing', pairing.startedOn, PairingState.ACCEPTED, PairingState.ACTIVE])
  if (pairing.pausedOn) steps.push(['pausePairing', pairing.pausedOn, PairingState.ACTIVE, PairingState.PAUSED])
  if (pairing.endedOn) steps.push(['endPairing', pairing.endedOn, PairingState.ACTIVE, PairingState.ENDED])
  return steps.map(([act, day, from, to]) => {
    const when = new Date(`${day}T10:00:00+08:00`)
    const entry = ctx.store.entry('Pairing', pairing.id, pairing.regionCode, { state: [from, to] }, {})
    return Object.assign(entry, { id: idAt(when), createdAt: when, updatedAt: when, act, actorName: act === 'acceptPairing' ? '志愿者' : '服务站' })
  })
}
