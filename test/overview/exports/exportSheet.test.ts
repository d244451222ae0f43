import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { enums as english } from '../../../admin/i18n/en/enums'
import { enums as chinese } from '../../../admin/i18n/zh/enums'
import { knownWords } from '../../../server/kernel/sheets'
import { lists } from '../../../server/overview/exports/lists'
import { Task, TaskKind, TaskState } from '../../../server/bureau/tasks/Task'
import { NeedRequest, NeedState } from '../../../server/programmes/pairings/needs/NeedRequest'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { newId } from '../../../server/kernel/entity'
import { Certificate, CertificateState } from '../../../server/people/certificates/Certificate'
import { aTerritory, asOwner, person, type Person, put, stop } from '../../support/app'
import { fetchSheet, jobOf, runJobs } from '../../support/jobs'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { aPairing, aVisit } from '../../support/pairings'
import { anIdCard, aPerson, aPlace, aTeam, aVolunteer } from '../../support/people'

afterAll(stop)

const EXPORT = 'mutation ($input: ExportSheetInput!) { exportSheet(input: $input) { id state } }'

/** Asks for a sheet, lets it be made, fetches it: the rows beneath the head, with the head and the cover. */
async function exported(who: Person, input: object): Promise<{ cover: string; head: string[]; rows: string[][]; book: ExcelJS.Worksheet }> {
  const { exportSheet } = await who.get(EXPORT, { input })
  await runJobs()
  const job = await jobOf(who, exportSheet.id)
  expect([job.state, job.message]).toEqual(['DONE', job.message])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await fetchSheet(who, job.fileId)).bytes as never)
  const [sheet] = book.worksheets
  const all: string[][] = []
  sheet!.eachRow({ includeEmpty: true }, row => {
    const cells: string[] = []
    for (let column = 1; column <= sheet!.columnCount; column++) cells.push(String(row.getCell(column).value ?? ''))
    all.push(cells)
  })
  return { cover: all[0]![0]!, head: all[1]!, rows: all.slice(2), book: sheet! }
}

it('gives the ledger of hours as a sheet: whose, when, how long, in what', async () => {
  const place = await aPlace()
  const worker = await person('stationWorker', { regionCode: place.township })
  const volunteer = await aVolunteer({ regionCode: place.village(), name: '示例工时' })
  await worker.get('mutation ($input: ServiceInput!) { enterService(input: $input) { id } }', { input: { volunteerId: volunteer.id, programmeCode: 'LOCAL', servedOn: '2026-11-02', content: '=村屯整治', minutes: 95 } })
  const { rows, cover } = await exported(worker, { serviceRecords: { filter: { volunteerId: volunteer.id, state: ['CONFIRMED'] }, sort: { field: 'SERVED_ON', order: 'DESC' } }, columns: ['volunteer.person.name', 'servedOn', 'minutes', 'programmeCode', 'content', 'drill', 'state'] })
  expect(rows).toEqual([['示例工时', '2026-11-02', '95', 'A village, a programme', expect.stringContaining('村屯整治'), 'No', 'Confirmed']])
  expect(cover).toContain('Service records')
})

it('gives the certificates as a sheet, with what was frozen and without the code by which they are checked', async () => {
  const place = await aPlace()
  const head = await person('stationHead', { regionCode: place.township })
  const volunteer = await aVolunteer({ regionCode: place.village(), name: '示例今名' })
  const content = { name: '示例原名', volunteerNo: volunteer.volunteerNo, nationalNo: null, idCardMask: null, minutes: 90, drillMinutes: 30, lines: [], issuer: '测试中心', responsible: '甲', handler: '乙', contact: '' }
  const known = { volunteerId: volunteer.id, regionCode: place.village(), from: '2026-01-01', to: '2026-10-31', purpose: null, requestedById: newId(), remarks: null, reason: null, sealedOn: null, pendingKey: null }
  await put(Certificate.of({ ...known, state: CertificateState.ISSUED, number: '999999-2026-000001', checkCode: 'ABCD2345', approvedAt: new Date('2026-11-01T02:00:00Z'), content, sealedOn: '2026-11-02' }))
  await put(Certificate.of({ ...known, state: CertificateState.REQUESTED, number: null, checkCode: null, approvedAt: null, content: null }))
  const { head: titles, rows } = await exported(head, { certificates: { filter: { volunteerId: volunteer.id }, sort: { field: 'NUMBER', order: 'DESC' } } })
  expect(titles.slice(0, 6)).toEqual(['Volunteer no.', 'Name', 'Number', 'From', 'To', 'Minutes'])
  expect(rows.map(row => [row[1], row[2], row[5], row[8], row[titles.indexOf('Sealed on')]])).toEqual([['示例原名', '999999-2026-000001', '90', 'Sealed', '2026-11-02'], ['示例今名', '', '', 'Asked for', '']])
  expect(JSON.stringify([titles, rows])).not.toMatch(/ABCD2345|code/i)
})

it('gives activities, who came to them, and the matrix of teams and months as the pages show them', async () => {
  const { team, leader, township } = await aLedTeam()
  const worker = await person('stationWorker', { regionCode: township })
  const activity = await anActivity({ team, state: ActivityState.ARCHIVED, servedCount: 60, startsAt: new Date('2025-03-08T01:00:00Z'), endsAt: new Date('2025-03-08T03:00:00Z') })
  await aSignUp(activity, leader, { state: SignUpState.CONFIRMED, checkedInAt: new Date('2025-03-08T01:00:00Z'), checkedOutAt: new Date('2025-03-08T03:00:00Z'), minutes: 120 })
  await aSignUp(activity, await aVolunteer({ regionCode: team.regionCode, name: '示例未到' }), { state: SignUpState.NO_SHOW })
  const held = await exported(worker, { activities: { filter: { teamId: team.id }, sort: { field: 'STARTS_AT', order: 'ASC' } }, columns: ['title', 'startsAt', 'state', 'counts.confirmed', 'counts.minutes', 'servedCount'] })
  expect(held.rows).toEqual([['清扫村道', '2025-03-08 09:00', 'Archived', '1', '2', '60']])
  const came = await exported(worker, { signUps: { filter: { activityId: activity.id }, sort: { field: 'STAGE', order: 'ASC' } }, columns: ['activity', 'name', 'state', 'checkedInAt', 'minutes'] })
  expect(came.rows.map(row => [row[0], row[2], row[3], row[4]])).toEqual([['清扫村道', 'Confirmed', '2025-03-08 09:00', '120'], ['清扫村道', 'Absent', '', '']])
  expect(came.rows[1]![1]).toBe('示例未到')
  const matrix = await exported(worker, { teamCompliance: { filter: { year: 2025, region: township, tier: ['VILLAGE'] } } })
  expect(matrix.cover).toContain('Year: 2025')
  expect(matrix.rows).toEqual([[team.name, 'Village', 'Active', expect.any(String), expect.any(String), 'Missing', 'Missing', 'Done', ...Array(9).fill('Missing'), '1', '11']])
})

it('gives exactly the rows and the order of the list, within reach, masked as the list is, and says so in the trail', async () => {
  const place = await aPlace()
  const worker = await person('stationWorker', { regionCode: place.township })
  for (let n = 0; n < 7; n++) await aPerson({ regionCode: place.village(1 + (n % 2)), idCard: anIdCard(`195${n}-03-0${n + 1}`), birthDate: `195${n}-03-0${n + 1}` })
  await aPerson({ name: '外乡人' })
  const asked = { filter: { region: place.township }, sort: { field: 'NAME', order: 'DESC' } }
  const { persons } = await worker.get('query ($filter: PersonFilter!, $sort: PersonSort) { persons(filter: $filter, sort: $sort, page: { size: 100 }) { total items { name idCard phone birthYear region { name } } } }', asked)
  const { cover, head, rows, book } = await exported(worker, { persons: asked, columns: ['name', 'idCard', 'phone', 'birthYear', 'region.name'] })
  expect(head).toEqual(['Name', 'Resident ID', 'Phone', 'Year of birth', 'Place'])
  expect(rows).toEqual(persons.items.map((one: any) => [one.name, one.idCard, one.phone, String(one.birthYear), one.region.name]))
  expect(rows.length).toBe(7)
  expect(rows.every(row => /^152\*{11}\w{4}$/.test(row[1]!) && /^154\*{4}\d{4}$/.test(row[2]!))).toBe(true)
  expect(cover).toMatch(/^Persons · 测试stationWorker · \d{4}-\d\d-\d\d \d\d:\d\d · Place: 测试镇\d+ · 7 rows$/)
  expect(book.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect([book.getCell('B3').type, book.getCell('B3').numFmt]).toEqual([ExcelJS.ValueType.String, '@'])
  const lines = await asOwner("SELECT entity, action, note FROM audit_entries WHERE actorId = ? AND act = 'exportSheet' AND entity = 'Person'", [worker.account.id])
  expect(lines).toEqual([{ entity: 'Person', action: 'XLSX', note: expect.stringMatching(/^Persons；Place: 测试镇\d+；7$/) }])

  // Another township's worker who asks for these rows by their very ids gets none.
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await exported(stranger, { persons: asked })).rows).toEqual([])
})

it('says each value in the words of the asker’s language, with the columns of every list', async () => {
  const land = aTerritory()
  const officer = await person('bureauOfficer')
  const team = await aTeam({ regionCode: land.township, name: '第九志愿服务队' })
  const volunteer = await aVolunteer({ regionCode: land.village(), teamId: team.id, name: '周志愿', skills: ['HAIRCUT', 'LAW'] as never, totalMinutes: 90 })
  const pairing = await aPairing({ volunteer })
  await aVisit(pairing, { flags: ['NO_HEATING'] as never })
  await put(NeedRequest.of({ beneficiaryId: pairing.beneficiaryId, pairingId: pairing.id, regionCode: pairing.regionCode, programme: ProgrammeCode.SUNSET, service: null, text: '修炉子', state: NeedState.OPEN, volunteerId: volunteer.id, result: null, rating: null, ratingNote: null }))
  await put(Task.of({ kind: TaskKind.OTHER, state: TaskState.OPEN, regionCode: land.village(), entity: 'Pairing', entityId: pairing.id, cause: 'TEST', openKey: newId(), personId: null, assigneeId: null, volunteerId: null, teamId: null, caseWorkerId: null, title: '去看看', titleEn: 'Go and see', openedAt: new Date(), dueAt: new Date(), settledAt: null, settledById: null, settlement: null }))
  const filter = { region: land.township }
  const row = async (list: string, by: object = filter) => {
    const { head, rows } = await exported(officer, { [list]: { filter: by } })
    expect([list, rows.length]).toEqual([list, 1])
    return Object.fromEntries(head.map((title, index) => [title, rows[0]![index]]))
  }
  expect(await row('volunteers')).toMatchObject({ Name: '周志愿', Team: '第九志愿服务队', State: 'Active', Skills: 'Hairdressing, Law', 'Hours of service': '1.5', Veteran: 'Yes' })
  expect(await row('teams')).toMatchObject({ Name: '第九志愿服务队', Tier: 'Township', State: 'Active' })
  expect(await row('memberships', { teamId: team.id })).toMatchObject({ Team: '第九志愿服务队', Name: '周志愿', State: 'Member', From: '2026-01-10' })
  expect(await row('beneficiaries')).toMatchObject({ Kinds: 'Children away', 'Risk grade': 'Key', Consent: 'Given' })
  expect(await row('pairings')).toMatchObject({ Volunteer: '周志愿', Programme: 'Hand in hand at sunset', State: 'Active' })
  expect(await row('visits')).toMatchObject({ Volunteer: '周志愿', 'Red flags': 'No heating', Manner: 'At home', Minutes: '45' })
  expect(await row('needRequests')).toMatchObject({ Need: '修炉子', State: 'Raised', Volunteer: '周志愿' })
  expect(await row('tasks')).toMatchObject({ What: 'Go and see', Kind: 'Other', State: 'Open' })
  const auditor = await person('auditor')
  const { head, rows } = await exported(auditor, { auditTrail: { filter: { actorId: officer.account.id, act: 'exportSheet', from: '2020-01-01T00:00:00.000Z' } } })
  expect([head.slice(0, 4), rows.length >= 8]).toEqual([['When', 'Who', 'Role', 'Act'], true])
})

it('disarms formulas: text in a workbook, quoted in csv, which begins with its mark', async () => {
  const place = await aPlace()
  const worker = await person('stationWorker', { regionCode: place.township })
  const nasty = ['=cmd|calc', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1']
  for (const text of nasty) {
    const pairing = await aPairing({ regionCode: place.village() })
    await aVisit(pairing, { note: text })
  }
  const asked = { visits: { filter: { region: place.township }, sort: { field: 'CREATED_AT', order: 'ASC' } }, columns: ['note', 'minutes'] }
  const { rows, book } = await exported(worker, asked)
  expect(rows.map(row => row[0])).toEqual(nasty)
  expect([book.getCell('A3').type, book.getCell('A3').formula, book.getCell('A3').numFmt]).toEqual([ExcelJS.ValueType.String, undefined, '@'])
  const { exportSheet } = await worker.get(EXPORT, { input: { ...asked, format: 'CSV' } })
  await runJobs()
  const { bytes } = await fetchSheet(worker, (await jobOf(worker, exportSheet.id)).fileId)
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect((parse(bytes, { bom: true }) as string[][]).slice(1)).toEqual(nasty.map(text => [`'${text}`, '45']))
})

it('keeps personal numbers that were asked by out of the trail and off the cover', async () => {
  const officer = await person('bureauOfficer')
  const { cover } = await exported(officer, { persons: { filter: { idCard: '152326195001010014', q: '15400001234' } } })
  expect(cover).not.toMatch(/\d{6}/)
  expect(JSON.stringify(await asOwner('SELECT note, changes FROM audit_entries WHERE actorId = ?', [officer.account.id]))).not.toMatch(/152326|154000/)
})

it('refuses who may not export, who may not see the list, and what no list has', async () => {
  const { exportSheet: refused, ...codes } = { exportSheet: null, liaison: (await (await person('villageLiaison')).ask(EXPORT, { input: { persons: {} } })).code, auditor: (await (await person('auditor')).ask(EXPORT, { input: { persons: {} } })).code }
  expect([refused, codes]).toEqual([null, { liaison: 'FORBIDDEN', auditor: 'FORBIDDEN' }])
  const worker = await person('stationWorker', { regionCode: aTerritory().township })
  for (const input of [{}, { persons: {}, teams: {} }, { persons: {}, columns: ['idCardSealed'] }, { persons: {}, columns: [] }, { persons: { filter: { q: 'x'.repeat(51) } } }]) expect([input, (await worker.ask(EXPORT, { input })).code]).toEqual([input, 'INVALID'])
  const clientKey = newId()
  const one = await worker.get(EXPORT, { input: { teams: {}, clientKey } })
  expect((await worker.get(EXPORT, { input: { teams: {}, clientKey } })).exportSheet.id).toBe(one.exportSheet.id)
  const { sheets } = await (await person('auditor')).get('{ sheets { list title columns { key title } } }')
  expect(sheets.map((sheet: { list: string }) => sheet.list)).toEqual(['auditTrail'])
})

it('never offers a sealed value but as its mask, and uses the console’s words', () => {
  for (const { name, columns } of lists) expect([name, new Set(columns.map(column => column.key)).size]).toEqual([name, columns.length])
  const said = (catalogue: object) => catalogue as Record<string, Record<string, string>>
  for (const [name, words] of knownWords()) {
    for (const [code, text] of Object.entries(words)) expect([name, code, text.zh, text.en]).toEqual([name, code, said(chinese)[name]?.[code], said(english)[name]?.[code]])
  }
})
