import { newId } from '../../server/kernel/entity'
import { loadRegions } from '../../server/bureau/regions/loadRegions'
import { defineSetting, forgetSettings, setting } from '../../server/bureau/settings/defineSetting'
import { cancelTasks, openTask } from '../../server/bureau/tasks/openTask'
import { Task, TaskKind } from '../../server/bureau/tasks/Task'
import { loadFoundation } from '../../server/seeds/foundation'
import { aTerritory, ask, person, setClock, stop, systemCtx } from '../support/app'
import { asOwner } from '../support/database'

const BAXIANTONG = '150525101000'
const SHANWAN = '150525102000'
const PACE = defineSetting({ key: 'test.pace', default: 7, unit: 'days', zh: '测试', en: 'A test', source: '[D]', least: 1, most: 90 })

beforeAll(async () => loadFoundation(await systemCtx()))
afterEach(() => setClock())
afterAll(stop)

describe('the foundation', () => {
  it('is the county as it is, and a second loading changes nothing', async () => {
    await loadFoundation(await systemCtx())
    const counts = await asOwner("SELECT level, COUNT(*) AS n FROM regions GROUP BY level ORDER BY level")
    expect(counts).toEqual([{ level: 'BANNER', n: 1 }, { level: 'TOWNSHIP', n: 16 }, { level: 'VILLAGE', n: 381 }])
    expect(await asOwner('SELECT COUNT(*) AS n FROM regions WHERE needsSquad = 1')).toEqual([{ n: 355 }])
    expect(await asOwner('SELECT kind, COUNT(*) AS n FROM stations GROUP BY kind ORDER BY kind')).toEqual([{ kind: 'CENTRE', n: 1 }, { kind: 'STATION', n: 43 }])
    expect(await asOwner("SELECT COUNT(*) AS n FROM regions r WHERE r.level = 'VILLAGE' AND r.hasStation = 1 AND EXISTS (SELECT 1 FROM stations s WHERE s.regionCode = r.code)")).toEqual([{ n: 27 }])
    expect(await asOwner('SELECT COUNT(*) AS n FROM programmes')).toEqual([{ n: 9 }])
    expect(await asOwner('SELECT COUNT(*) AS n FROM service_items')).toEqual([{ n: 26 }])
    await expect(loadRegions(await systemCtx(), '999999')).resolves.toBeUndefined()
  })

  it('has the plan of 2022 with its numbers and days', async () => {
    const officer = await person('bureauOfficer')
    const { plans } = await officer.get('{ plans { total items { year documentNo reportDueOn activitiesMonthly teamMinimum squadVeterans targets { subject number dueOn } } } }')
    expect(plans).toEqual({ total: 1, items: [{
      year: 2022, documentNo: '奈退役军人发〔2022〕12号', reportDueOn: '2022-04-15', activitiesMonthly: 1, teamMinimum: 10, squadVeterans: 3,
      targets: expect.arrayContaining([{ subject: 'BANNER_TEAMS', number: 1, dueOn: '2022-03-28' }, { subject: 'TOWNSHIP_TEAMS', number: 16, dueOn: '2022-03-28' }, { subject: 'VILLAGE_TEAMS', number: 27, dueOn: '2022-04-10' }, { subject: 'SQUADS', number: 328, dueOn: null }]),
    }] })
  })
})

describe('regions', () => {
  it('are found by name, alias, pinyin, initials and code, and shown with what they lie in', async () => {
    const worker = await person('stationWorker', { regionCode: BAXIANTONG })
    const find = async (q: string) => (await worker.get('query ($q: String!) { regions(filter: { q: $q }, page: { size: 100 }) { items { code } } }', { q })).regions.items.map((one: { code: string }) => one.code)
    for (const q of ['八仙筒', 'baxiantong', 'bxtz', '150525101000']) expect(await find(q)).toContain(BAXIANTONG)
    expect(await find('大镇')).toContain('150525100000')
    expect(await find('100%_')).toEqual([])
    const { regionTree } = await worker.get('{ regionTree { code level parentCode name fullName } }')
    expect(regionTree).toHaveLength(398)
    const village = regionTree.find((one: { parentCode: string }) => one.parentCode === BAXIANTONG)
    expect(village.fullName).toBe(`八仙筒镇 ${village.name}`)
  })

  it('are matched from what a sheet says, and asked about rather than guessed', async () => {
    const officer = await person('bureauOfficer')
    const match = async (township: string, village: string) => (await officer.get('query ($t: String!, $v: String!) { matchRegion(township: $t, village: $v) { match { code } candidates { code name parentCode } } }', { t: township, v: village })).matchRegion
    expect((await match('大镇', '舍利虎嘎查')).match).toEqual({ code: '150525100237' })
    const unclear = await match('', '哈沙图村')
    expect(unclear.match).toBeNull()
    expect(unclear.candidates.length).toBeGreaterThan(1)
    expect((await match('八仙筒镇', '没有这个村')).match).toBeNull()
  })

  it('are marked by the bureau alone, with a version', async () => {
    const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: RegionInput!) { updateRegion(id: $id, version: $version, input: $input) { version needsSquad hasStation aliases history { act changed } } }'
    const admin = await person('bureauAdministrator')
    const { regions } = await admin.get('{ regions(filter: { level: [VILLAGE], needsSquad: false }, page: { size: 1 }) { items { id version code } } }')
    const [{ id, version }] = regions.items
    const { updateRegion } = await admin.get(UPDATE, { id, version, input: { needsSquad: true, aliases: '别名' } })
    expect(updateRegion).toMatchObject({ version: version + 1, needsSquad: true, aliases: '别名', history: [{ act: 'updateRegion', changed: expect.arrayContaining(['needsSquad', 'aliases']) }] })
    expect((await admin.ask(UPDATE, { id, version, input: { needsSquad: false } })).code).toBe('STALE')
    expect((await (await person('stationHead', { regionCode: BAXIANTONG })).ask(UPDATE, { id, version, input: {} })).code).toBe('FORBIDDEN')
  })
})

describe('stations', () => {
  it('are seen where one’s reach goes, founded by the bureau, and mark their village', async () => {
    const head = await person('stationHead', { regionCode: BAXIANTONG })
    const { stations } = await head.get('{ stations(page: { size: 100 }) { total items { regionCode region { name } } } }')
    expect(stations.items.every((one: { regionCode: string }) => one.regionCode.startsWith('150525101'))).toBe(true)
    const officer = await person('bureauOfficer')
    expect((await officer.get('{ stations { total } }')).stations.total).toBe(44)
    const CREATE = 'mutation ($input: StationInput!) { createStation(input: $input) { id version } }'
    const { regions } = await officer.get(`{ regions(filter: { parentCode: "${SHANWAN}", hasStation: false }, page: { size: 1 }) { items { code name } } }`)
    const [{ code, name }] = regions.items
    const input = { name: `${name}退役军人服务站`, kind: 'STATION', regionCode: code }
    expect((await head.ask(CREATE, { input })).code).toBe('FORBIDDEN')
    const { createStation } = await officer.get(CREATE, { input })
    expect((await officer.get(`{ regions(filter: { code: ["${code}"] }) { items { hasStation } } }`)).regions.items).toEqual([{ hasStation: true }])
    expect((await officer.ask(CREATE, { input })).code).toBe('DUPLICATE')
    expect((await officer.ask(CREATE, { input: { ...input, regionCode: '150525999000' } })).code).toBe('INVALID')
    const { updateStation } = await officer.get('mutation ($id: ID!, $v: Int!, $input: StationInput!) { updateStation(id: $id, version: $v, input: $input) { officePhone } }', { id: createStation.id, v: createStation.version, input: { ...input, officePhone: '0475-4200000' } })
    expect(updateStation.officePhone).toBe('0475-4200000')
  })
})

describe('plans', () => {
  it('of later years begin as copies, their days moved, and are changed by themselves', async () => {
    const leader = await person('bureauLeader')
    const { plans } = await leader.get('{ plans(filter: { year: 2022 }) { items { id } } }')
    const COPY = 'mutation ($id: ID!, $year: Int!) { copyPlan(id: $id, year: $year) { id version year title documentNo reportDueOn targets { subject dueOn } } }'
    const { copyPlan } = await leader.get(COPY, { id: plans.items[0].id, year: 2027 })
    expect(copyPlan).toMatchObject({ year: 2027, title: '2027年奈曼旗退役军人志愿服务工作方案', documentNo: null, reportDueOn: '2027-04-15', targets: expect.arrayContaining([{ subject: 'VILLAGE_TEAMS', dueOn: '2027-04-10' }]) })
    expect((await leader.ask(COPY, { id: plans.items[0].id, year: 2027 })).code).toBe('DUPLICATE')
    expect((await leader.ask(COPY, { id: plans.items[0].id, year: 2021 })).code).toBe('INVALID')
    const UPDATE = 'mutation ($id: ID!, $v: Int!, $input: PlanInput!) { updatePlan(id: $id, version: $v, input: $input) { version teamMinimum title } }'
    const { updatePlan } = await leader.get(UPDATE, { id: copyPlan.id, v: copyPlan.version, input: { teamMinimum: 12, title: null } })
    expect(updatePlan).toMatchObject({ teamMinimum: 12, title: copyPlan.title })
    const SET = 'mutation ($id: ID!, $v: Int!, $input: PlanTargetInput!) { setPlanTarget(planId: $id, version: $v, input: $input) { version targets { subject number dueOn } } }'
    const { setPlanTarget } = await leader.get(SET, { id: copyPlan.id, v: updatePlan.version, input: { subject: 'VILLAGE_TEAMS', number: 60 } })
    expect(setPlanTarget.targets).toContainEqual({ subject: 'VILLAGE_TEAMS', number: 60, dueOn: '2027-04-10' })
    expect((await leader.ask(SET, { id: copyPlan.id, v: updatePlan.version, input: { subject: 'SQUADS', number: 1 } })).code).toBe('STALE')
    expect((await (await person('bureauOfficer')).ask(UPDATE, { id: copyPlan.id, v: 9, input: {} })).code).toBe('FORBIDDEN')
    expect((await leader.get('{ plans(filter: { year: 2022 }) { items { teamMinimum targets { subject number } } } }')).plans.items[0]).toMatchObject({ teamMinimum: 10, targets: expect.arrayContaining([{ subject: 'VILLAGE_TEAMS', number: 27 }]) })
  })
})

describe('programmes', () => {
  const CREATE = 'mutation ($input: ProgrammeInput!) { createProgramme(input: $input) { id version code regionCode } }'
  const UPDATE = 'mutation ($id: ID!, $v: Int!, $input: ProgrammeInput!) { updateProgramme(id: $id, version: $v, input: $input) { nameZh active } }'

  it('offer what a visit can name', async () => {
    const volunteer = await person('volunteer', { volunteerId: newId() })
    const { programmes } = await volunteer.get('{ programmes(filter: { code: [SHILIUZI, SUNSET] }) { items { code nameZh services { code nameZh } } } }')
    expect(programmes.items.map((one: { services: { code: string }[] }) => one.services.map(service => service.code))).toEqual([['CLEANING', 'SHOPPING_FESTIVAL', 'ERRANDS'], ['CHATTING', 'READING', 'HAIRCUT', 'CLINIC', 'BUYING', 'WALKING', 'EMERGENCY']])
  })

  it('of a township’s own are made by its head, within the township', async () => {
    const head = await person('stationHead', { regionCode: BAXIANTONG })
    const input = { nameZh: '老兵护渠队', regionCode: BAXIANTONG }
    const { createProgramme } = await head.get(CREATE, { input })
    expect(createProgramme).toMatchObject({ code: 'LOCAL', regionCode: BAXIANTONG })
    expect((await head.ask(CREATE, { input: { ...input, regionCode: SHANWAN } })).code).toBe('NOT_FOUND')
    expect((await head.ask(CREATE, { input: { ...input, regionCode: '150525101200' } })).code).toBe('INVALID')
    expect((await (await person('stationWorker', { regionCode: BAXIANTONG })).ask(CREATE, { input })).code).toBe('FORBIDDEN')
    const other = await person('stationHead', { regionCode: SHANWAN })
    expect((await other.ask(UPDATE, { id: createProgramme.id, v: 1, input: { ...input, regionCode: SHANWAN } })).code).toBe('NOT_FOUND')
    expect((await head.get(UPDATE, { id: createProgramme.id, v: 1, input: { ...input, active: false } })).updateProgramme).toEqual({ nameZh: '老兵护渠队', active: false })
  })

  it('of the plan are not changed', async () => {
    const officer = await person('bureauOfficer')
    const { programmes } = await officer.get('{ programmes(filter: { code: [SUNSET] }) { items { id version } } }')
    const [{ id, version }] = programmes.items
    expect((await officer.ask(UPDATE, { id, v: version, input: { nameZh: 'x', regionCode: BAXIANTONG } })).code).toBe('INVALID')
  })
})

describe('settings', () => {
  const UPDATE = 'mutation ($key: String!, $version: Int!, $value: Int!) { updateSetting(key: $key, version: $version, value: $value) { value default version source } }'

  it('are the default until the administrator sets them within their range, by version', async () => {
    const admin = await person('bureauAdministrator')
    expect(await setting(await systemCtx(), PACE)).toBe(7)
    expect((await admin.get('{ settings { items { key value default unit zh en source least most version } } }')).settings.items).toContainEqual({ key: 'test.pace', value: 7, default: 7, unit: 'days', zh: '测试', en: 'A test', source: '[D]', least: 1, most: 90, version: 0 })
    for (const value of [0, 91]) expect((await admin.ask(UPDATE, { key: 'test.pace', version: 0, value })).error!.extensions.fields).toHaveProperty('value')
    expect((await admin.get(UPDATE, { key: 'test.pace', version: 0, value: 5 })).updateSetting).toEqual({ value: 5, default: 7, version: 1, source: '[D]' })
    expect(await setting(await systemCtx(), PACE)).toBe(5)
    expect((await admin.ask(UPDATE, { key: 'test.pace', version: 0, value: 6 })).code).toBe('STALE')
    expect((await admin.ask(UPDATE, { key: 'nothing', version: 0, value: 6 })).code).toBe('NOT_FOUND')
    expect((await (await person('bureauOfficer')).ask(UPDATE, { key: 'test.pace', version: 1, value: 6 })).code).toBe('FORBIDDEN')
    await asOwner("UPDATE settings SET value = 9 WHERE `key` = 'test.pace'")
    expect(await setting(await systemCtx(), PACE)).toBe(5)
    forgetSettings()
    expect(await setting(await systemCtx(), PACE)).toBe(9)
  })
})

describe('working days', () => {
  it('are the announced ones, and the bureau’s own', async () => {
    const admin = await person('bureauAdministrator')
    const days = async () => (await admin.get('{ workingDays(year: 2026) { day kind } }')).workingDays as { day: string; kind: string }[]
    expect(await days()).toEqual(expect.arrayContaining([{ day: '2026-01-01', kind: 'OFF' }, { day: '2026-02-15', kind: 'OFF' }]))
    const SET = 'mutation ($day: Date!, $works: Boolean!) { setWorkingDay(day: $day, works: $works) }'
    expect((await admin.get(SET, { day: '2026-07-01', works: false })).setWorkingDay).toBe(true)
    expect(await days()).toContainEqual({ day: '2026-07-01', kind: 'OFF' })
    expect((await (await person('stationHead', { regionCode: BAXIANTONG })).ask(SET, { day: '2026-07-01', works: true })).code).toBe('FORBIDDEN')
  })
})

describe('tasks', () => {
  const opening = (regionCode: string, more: Partial<Task> = {}) => ({ kind: TaskKind.RED_FLAG, regionCode, entity: 'Visit', entityId: newId(), cause: 'ILL', title: '老人生病', titleEn: 'The elder is ill', dueAt: new Date('2026-11-21T00:00:00Z'), ...more })
  const open = async (what: ReturnType<typeof opening>): Promise<Task> => (await (await systemCtx()).transact('openATask', inner => openTask(inner, what))) as Task

  it('are opened once for a cause, also by many at once, and again after they were settled', async () => {
    const what = opening(BAXIANTONG)
    const tasks = await Promise.all(Array.from({ length: 8 }, () => open(what)))
    expect(new Set(tasks.map(task => task.id)).size).toBe(1)
    const worker = await person('stationWorker', { regionCode: BAXIANTONG })
    const SETTLE = 'mutation ($id: ID!, $version: Int!, $input: SettleTaskInput!) { settleTask(id: $id, version: $version, input: $input) { state settlement maySettle } }'
    const settle = (by: typeof worker, settlement: string, version = 1) => by.ask(SETTLE, { id: tasks[0]!.id, version, input: { settlement } })
    expect((await settle(worker, '  ')).code).toBe('INVALID')
    expect((await settle(await person('stationWorker', { regionCode: SHANWAN }), '已看望')).code).toBe('NOT_FOUND')
    expect((await settle(await person('bureauLeader'), '已看望')).code).toBe('FORBIDDEN')
    expect((await settle(worker, '已送医')).data.settleTask).toEqual({ state: 'SETTLED', settlement: '已送医', maySettle: false })
    expect((await settle(worker, '再次', 2)).code).toBe('WRONG_STATE')
    expect((await open(what)).id).not.toBe(tasks[0]!.id)
  })

  it('are listed within reach, those past their hour apart', async () => {
    const land = aTerritory()
    const [late, cancelled] = [await open(opening(land.township)), await open(opening(land.township))]
    const soon = await open(opening(land.village(), { dueAt: new Date('2026-11-30T00:00:00Z') }))
    await (await systemCtx()).transact('cancel', inner => cancelTasks(inner, 'Visit', cancelled.entityId))
    setClock('2026-11-22T00:00:00Z')
    const ids = async (who: Awaited<ReturnType<typeof person>>, filter: string) => (await who.get(`{ tasks(filter: ${filter}) { total items { id overdue region { code } } } }`)).tasks.items.map((one: { id: string }) => one.id)
    const worker = await person('stationWorker', { regionCode: land.township })
    expect(await ids(worker, '{ state: [OPEN] }')).toEqual([late.id, soon.id])
    expect(await ids(worker, '{ overdue: true }')).toEqual([late.id])
    expect(await ids(worker, '{ state: [CANCELLED] }')).toEqual([cancelled.id])
    expect(await ids(await person('stationWorker', { regionCode: aTerritory().township }), '{}')).toEqual([])
    const caseWorker = await person('caseWorker')
    const theirs = await open(opening(land.township, { caseWorkerId: caseWorker.account.id }))
    expect(await ids(caseWorker, '{}')).toEqual([theirs.id])
  })
})

it('tells nobody who has not signed in anything but the divisions, which the public form needs', async () => {
  expect((await ask('{ regionTree { code } }')).code).toBeUndefined()
  for (const query of ['{ regions { total } }', '{ stations { total } }', '{ plans { total } }', '{ programmes { total } }', '{ settings { total } }', '{ tasks { total } }', '{ workingDays(year: 2026) { day } }']) expect([query, (await ask(query)).code]).toEqual([query, 'UNAUTHENTICATED'])
})
