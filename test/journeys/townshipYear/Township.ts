import ExcelJS from 'exceljs'
import { ConsentNotice } from '../../../server/bureau/consentNotices/ConsentNotice'
import { Plan } from '../../../server/bureau/plans/Plan'
import { newId } from '../../../server/kernel/entity'
import { app, person, type Person, put, setClock } from '../../support/app'
import { runJobs } from '../../support/jobs'
import { anIdCard, aPhone, aPlace, next } from '../../support/people'
import { after, later } from './reckoning'
import { CIVILIANS, type Held, LEADERS, type TeamKey } from './script'

/** Something that is done at a time, as Shanghai's clock shows it: YYYY-MM-DD HH:mm. */
export type Entry = [at: string, act: () => Promise<unknown>]

const ACTIVITY = 'id version state'
const CREATE_TEAM = 'mutation ($input: TeamInput!) { createTeam(input: $input) { id state memberMin minBasis } }'
const LEAD = 'mutation ($id: ID!, $version: Int!, $input: TeamChange!) { updateTeam(id: $id, version: $version, input: $input) { led } }'
const ACTIVATE_TEAM = 'mutation ($id: ID!, $version: Int!) { activateTeam(id: $id, version: $version) { state foundedOn } }'
const REGISTER = 'mutation ($input: VolunteerInput!) { registerVolunteer(input: $input) { id version state person { id name } } }'
const ACTIVATE = 'mutation ($id: ID!, $version: Int!, $input: ActivateVolunteerInput!) { activateVolunteer(id: $id, version: $version, input: $input) { state teamId } }'
const IMPORT = 'id version state columns { field } verdicts { verdict count }'
const PLAN = `mutation ($input: ActivityInput!) { createActivity(input: $input) { ${ACTIVITY} } }`
const MOVE = `mutation ($id: ID!, $version: Int!, $action: ActivityAction!, $note: String) { moveActivity(id: $id, version: $version, action: $action, note: $note) { ${ACTIVITY} } }`
const PUBLISH = `mutation ($id: ID!, $version: Int!, $input: PublishActivityInput!) { publishActivity(id: $id, version: $version, input: $input) { ${ACTIVITY} } }`
/** A birthday of somebody who may do dangerous work: of age, and not over the greatest age. */
const fit = (): string => `19${60 + (next() % 35)}-0${1 + (next() % 9)}-${10 + (next() % 18)}`
const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { id version state } }'
const SEEN = 'mutation ($id: ID!, $version: Int!, $input: InsuranceInput!) { confirmInsurance(id: $id, version: $version, input: $input) { id state } }'
const CODE = 'query ($id: ID!, $purpose: CheckPurpose!) { checkCode(activityId: $id, purpose: $purpose) { path } }'
const CHECK = { IN: 'mutation ($input: CheckInput!) { checkIn(input: $input) { state } }', OUT: 'mutation ($input: CheckInput!) { checkOut(input: $input) { state } }' }
const ATTEND = 'mutation ($input: AttendanceInput!) { confirmAttendance(input: $input) { counts { confirmed minutes } } }'
const CLOSE = `mutation ($id: ID!, $version: Int!, $input: CloseActivityInput!) { closeActivity(id: $id, version: $version, input: $input) { ${ACTIVITY} } }`

const instant = (at: string): string => new Date(`${at.replace(' ', 'T')}:00+08:00`).toISOString()

/** Does everything in the order of its time, with the product's clock set to it. */
export async function play(diary: readonly Entry[]): Promise<void> {
  const order = [...diary].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  for (const [at, act] of order) {
    setClock(instant(at))
    await act().catch((error: Error) => {
      throw new Error(`${at}: ${error.message}`, { cause: error })
    })
  }
}

/** A township with those who work in it, and what they do as the bureau would say it. */
export class Township {
  readonly teams = {} as Record<TeamKey, string>
  readonly volunteers: Record<string, { id: string; personId: string }> = {}
  private readonly led = {} as Record<TeamKey, Person>
  private readonly own: Record<string, Person> = {}

  private constructor(
    readonly place: Awaited<ReturnType<typeof aPlace>>,
    readonly bureau: Record<'administrator' | 'leader' | 'officer', Person>,
    readonly station: Record<'head' | 'worker', Person>,
    readonly liaison: Person,
  ) {}

  static async open(villages: number): Promise<Township> {
    const place = await aPlace(villages)
    await put(ConsentNotice.of({ edition: '2025-1', textZh: '告知书', textEn: null, fromOn: '2025-01-01', writtenById: newId(), writtenByName: '局管理员' }))
    return new Township(
      place,
      { administrator: await person('bureauAdministrator'), leader: await person('bureauLeader'), officer: await person('bureauOfficer') },
      { head: await person('stationHead', { regionCode: place.township }), worker: await person('stationWorker', { regionCode: place.township }) },
      await person('villageLiaison', { regionCode: place.village(2) }),
    )
  }

  /** Where a team is at home: the second village has the squad. */
  regionOf(team: TeamKey): string {
    return { TOWN: this.place.township, VILLAGE: this.place.village(1), SQUAD: this.place.village(2) }[team]
  }

  /** The administrator copies the plan of the year before, sets its targets, and marks which villages have no station. */
  async setPlan(year: number, targets: readonly { subject: string; number: number; dueOn: string }[]): Promise<string> {
    const last = await put(Plan.of({ year: year - 1, title: `${year - 1}年方案`, documentNo: null, issuedOn: `${year - 1}-01-01`, reportDueOn: `${year - 1}-12-01`, activitiesMonthly: 1, teamMinimum: 10, squadVeterans: 3 }))
    const { administrator } = this.bureau
    let { copyPlan: plan } = await administrator.get('mutation ($id: ID!, $year: Int!) { copyPlan(id: $id, year: $year) { id version } }', { id: last.id, year })
    for (const { subject, number, dueOn } of targets) ({ setPlanTarget: plan } = await administrator.get('mutation ($id: ID!, $v: Int!, $input: PlanTargetInput!) { setPlanTarget(planId: $id, version: $v, input: $input) { id version } }', { id: plan.id, v: plan.version, input: { subject, number, dueOn } }))
    for (const village of [2, 3]) {
      const { regions } = await administrator.get('query ($code: [String!]) { regions(filter: { code: $code }) { items { id version } } }', { code: [this.place.village(village)] })
      await administrator.get('mutation ($id: ID!, $version: Int!) { updateRegion(id: $id, version: $version, input: { hasStation: false }) { id } }', regions.items[0])
    }
    return plan.id
  }

  async foundTeam(team: TeamKey, name: string): Promise<void> {
    this.teams[team] = (await this.station.worker.get(CREATE_TEAM, { input: { name, tier: { TOWN: 'TOWNSHIP', VILLAGE: 'VILLAGE', SQUAD: 'SQUAD' }[team], regionCode: this.regionOf(team) } })).createTeam.id
  }

  /** The station names the leader, who has an account from then on. */
  async appoint(team: TeamKey): Promise<void> {
    const leader = this.volunteers[LEADERS[team]]!
    const { team: held } = await this.station.worker.get('query ($id: ID!) { team(id: $id) { id version } }', { id: this.teams[team] })
    expect(await this.station.worker.get(LEAD, { ...held, input: { leaderId: leader.id } })).toEqual({ updateTeam: { led: true } })
    this.led[team] = await person('teamLeader', { teamId: this.teams[team], volunteerId: leader.id, personId: leader.personId, regionCode: this.regionOf(team) })
  }

  /** The officer activates a team; answers the code of the refusal where there is one, and the rule. */
  async activateTeam(team: TeamKey): Promise<unknown> {
    const { team: held } = await this.bureau.officer.get('query ($id: ID!) { team(id: $id) { id version } }', { id: this.teams[team] })
    const { data, error } = await this.bureau.officer.ask(ACTIVATE_TEAM, held)
    return error ? [error.extensions.code, error.extensions.rule] : data.activateTeam.state
  }

  /** The station sends a sheet of names, each with a team, and lets it in; answers how many rows came to what. */
  async importSheet(rows: readonly { name: string; village: number; team: string; damaged: boolean }[]): Promise<Record<string, number>> {
    const { worker } = this.station
    const { regions } = await worker.get('query ($code: [String!]) { regions(filter: { code: $code }) { items { name } } }', { code: [this.place.township] })
    const sheet = new ExcelJS.Workbook()
    const page = sheet.addWorksheet('名册')
    page.addRow(['姓名', '身份证号', '手机号', '苏木乡镇', '嘎查村', '是否退役军人', '所属服务队'])
    for (const { name, village, team, damaged } of rows) page.addRow([name, damaged ? '1.50525E+17' : anIdCard(fit()), aPhone(), regions.items[0].name, `测试村${village}`, CIVILIANS.includes(name) ? '否' : '是', team])
    const { http } = await app()
    const sent = await http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'sheet.xlsx', authorization: `Bearer ${worker.token}` }, payload: Buffer.from(await sheet.xlsx.writeBuffer()) })
    const { importSheet: asked } = await worker.get(`mutation ($input: ImportSheetInput!) { importSheet(input: $input) { ${IMPORT} } }`, { input: { fileId: sent.json().id, source: 'SHEET' } })
    const next = async () => (await runJobs(), (await worker.get(`query ($id: ID!) { volunteerImport(id: $id) { ${IMPORT} } }`, { id: asked.id })).volunteerImport)
    const read = await next()
    await worker.get('mutation ($id: ID!, $version: Int!, $columns: [String!]!) { checkImport(id: $id, version: $version, columns: $columns) { id } }', { id: read.id, version: read.version, columns: read.columns.map((column: any) => column.field) })
    const checked = await next()
    await worker.get('mutation ($id: ID!, $version: Int!) { runImport(id: $id, version: $version) { id } }', { id: read.id, version: checked.version })
    const done = await next()
    expect(done.state).toBe('DONE')
    return Object.fromEntries(done.verdicts.map((each: any) => [each.verdict, each.count]))
  }

  /** Somebody registers a new volunteer of a village, who asks for a team. */
  async register(by: Person, name: string, village: number, team: TeamKey): Promise<void> {
    await by.get(REGISTER, { input: { person: { name, idCard: anIdCard(fit()), phone: aPhone(), regionCode: this.place.village(village), isVeteran: !CIVILIANS.includes(name) }, teamId: this.teams[team] } })
  }

  /** The station has looked at the documents of some, who have agreed to the notice: they serve from now on. */
  async activate(...names: string[]): Promise<void> {
    const { worker } = this.station
    const { volunteers } = await worker.get('{ volunteers(filter: { state: [PENDING] }, page: { number: 1, size: 100 }) { items { id version person { id name } } } }')
    for (const name of names) {
      const { id, version, person: who } = volunteers.items.find((each: any) => each.person.name === name)
      await worker.get(ACTIVATE, { id, version, input: { identityChecked: true, consentVersion: '2025-1' } })
      this.volunteers[name] = { id, personId: who.id }
    }
  }

  /** The account of a team's leader. */
  leaderOf(team: TeamKey): Person {
    return this.led[team]
  }

  /** The account of a volunteer. */
  async as(name: string): Promise<Person> {
    const { id, personId } = this.volunteers[name]!
    return (this.own[name] ??= await person('volunteer', { volunteerId: id, personId }))
  }

  /** The team that takes somebody in answers the request that waits. */
  async accept(by: Person, name: string): Promise<void> {
    const { memberships } = await by.get('query ($v: ID!) { memberships(filter: { volunteerId: $v, toAnswer: true }) { items { id version } } }', { v: this.volunteers[name]!.id })
    expect(memberships.items).toHaveLength(1)
    await by.get('mutation ($id: ID!, $version: Int!) { confirmMember(id: $id, version: $version) { state } }', memberships.items[0])
  }

  /** An activity from its plan to the station's confirmation, with everybody who comes and goes, as entries of the diary. */
  activity(held: Held): Entry[] {
    const { on, at, lasts, team, programme, cancelledOn, confirmedOn, reopened, dangerous = false } = held
    const parts: Record<string, string> = {}
    let id = ''
    const version = async (by: Person): Promise<number> => (await by.get('query ($id: ID!) { activity(id: $id) { version } }', { id })).activity.version
    const move = async (by: Person, action: string, note?: string) => by.get(MOVE, { id, version: await version(by), action, note })
    const close = async (by: Person, lines: object[]) => {
      await by.get(ATTEND, { input: { activityId: id, lines } })
      await by.get(CLOSE, { id, version: await version(by), input: { summary: '如期举行', servedCount: 10, noPhotoReason: '手机没电' } })
    }
    const scan = async (name: string, purpose: 'IN' | 'OUT') => {
      const { checkCode } = await this.led[team].get(CODE, { id, purpose })
      await (await this.as(name)).get(CHECK[purpose], { input: { activityId: id, code: checkCode.path.split('/').at(-1) } })
    }
    const came = Object.entries(held.came).flatMap(([name, times]) => (times ? [{ name, came: times[0], went: times[1] }] : []))
    const planned: Entry[] = [
      [`${later(on, -9)} 09:00`, async () => {
        const input = { title: `活动${on}`, programme, purpose: 'SPECIAL', teamId: this.teams[team], coTeamIds: held.with ? [this.teams[held.with]] : [], place: '村部门前', startsAt: instant(`${on} ${at}`), endsAt: instant(after(on, at, lasts)), capacity: 20, isDrill: held.drill ?? false, dangerous }
        id = (await this.led[team].get(PLAN, { input })).createActivity.id
        await move(this.led[team], 'SUBMIT')
      }],
      [`${later(on, -8)} 10:00`, () => move(dangerous ? this.bureau.leader : this.station.worker, 'APPROVE')],
      [`${later(on, -7)} 09:00`, async () => this.led[team].get(PUBLISH, { id, version: await version(this.led[team]), input: { riskNote: '注意脚下', platformId: `WM-${on}` } })],
      ...Object.keys(held.came).map((name): Entry => [`${later(on, -3)} 20:00`, async () => {
        const { signUp } = await (await this.as(name)).get(SIGN_UP, { input: { activityId: id, riskAcknowledged: true, ...(dangerous && { policyNo: 'PA-1', insuredTo: on }) } })
        parts[name] = signUp.id
        if (!dangerous) return expect(signUp.state).toBe('ACCEPTED')
        const input = { company: '示例保险公司', policyNo: 'PA-1', fromOn: later(on, -9), toOn: on }
        const { confirmInsurance } = await this.station.worker.get(SEEN, { id: signUp.id, version: signUp.version, input })
        expect([signUp.state, confirmInsurance.state]).toEqual(['APPLIED', 'ACCEPTED'])
      }]),
    ]
    if (cancelledOn) return [...planned, [`${cancelledOn} 12:00`, () => move(this.led[team], 'CANCEL', '大雪封路')]]
    const over = after(on, at, lasts + 150)
    return [
      ...planned,
      ...came.flatMap(({ name, came: from, went }): Entry[] => [[after(on, at, from), () => scan(name, 'IN')], [after(on, at, went), () => scan(name, 'OUT')]]),
      [over, () => close(this.led[team], came.map(({ name }) => ({ signUpId: parts[name] })))],
      ...(held.unconfirmed ? [] : [[`${confirmedOn ?? later(on, 2)} 10:00`, () => move(this.station.worker, 'CONFIRM')] as Entry]),
      ...(reopened ? [
        [`${reopened.on} 09:00`, () => move(this.bureau.administrator, 'REOPEN', '时长有误')] as Entry,
        [`${reopened.on} 10:00`, () => close(this.led[team], [{ signUpId: parts[reopened.who], checkedOutAt: instant(after(on, at, reopened.went)), reason: '提前离开' }])] as Entry,
        [`${reopened.on} 11:00`, () => move(this.station.head, 'CONFIRM')] as Entry,
      ] : []),
    ]
  }
}
