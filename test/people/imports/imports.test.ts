import ExcelJS from 'exceljs'
import { Line } from '../../../server/kernel/database'
import { newId } from '../../../server/kernel/entity'
import { Person as PersonOfRegistry } from '../../../server/people/persons/Person'
import { readDay, readMonth } from '../../../server/people/imports/readRow'
import { matchHeads } from '../../../server/people/imports/fields'
import { forgetCells } from '../../../server/people/imports/retention'
import { app, asOwner, person, type Person, stop, systemCtx } from '../../support/app'
import { database } from '../../support/database'
import { runLongJobs } from '../../../server/kernel/runLongJobs'
import { fetchSheet, jobOf, runJobs } from '../../support/jobs'
import { aName, anIdCard, aPerson, aPhone, aPlace, aTeam, aVolunteer } from '../../support/people'
import { checkDigitOf } from '../../../server/people/persons/residentId'

afterAll(stop)

const FIELDS = 'id version state total jobId columns { head field suggested } verdicts { verdict count } questions { key text rows choices { value label } } rows(page: { size: 100 }) { total items { number name verdict outcome reason undone } }'
const OPEN = `mutation ($input: ImportSheetInput!) { importSheet(input: $input) { ${FIELDS} } }`
const SEE = `query ($id: ID!) { volunteerImport(id: $id) { ${FIELDS} } }`
const CHECK = 'mutation ($id: ID!, $version: Int!, $columns: [String!]!, $answers: [ImportAnswerInput!]!) { checkImport(id: $id, version: $version, columns: $columns, answers: $answers) { id } }'
const RUN = 'mutation ($id: ID!, $version: Int!) { runImport(id: $id, version: $version) { id } }'
const UNDO = 'mutation ($id: ID!, $version: Int!) { undoImport(id: $id, version: $version, reason: "导错了表") { id } }'
const RESUME = 'mutation ($id: ID!, $version: Int!) { resumeImport(id: $id, version: $version) { id } }'

async function workbook(rows: unknown[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名册')
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function send(who: Person, bytes: Buffer, name = '名册.xlsx'): Promise<{ status: number; id?: string; code?: string }> {
  const { http } = await app()
  const response = await http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), authorization: `Bearer ${who.token}` }, payload: bytes })
  const body = response.json() as { id?: string; errors?: { extensions: { code: string } }[] }
  return { status: response.statusCode, id: body.id, code: body.errors?.[0]?.extensions.code }
}

const see = async (who: Person, id: string) => (await who.get(SEE, { id })).volunteerImport

/** Sends a sheet, lets it be read, and takes every column for what it says. */
async function opened(who: Person, rows: unknown[][], source = 'SHEET') {
  const { id: fileId } = await send(who, await workbook(rows))
  const { importSheet } = await who.get(OPEN, { input: { fileId, source } })
  await runJobs()
  return see(who, importSheet.id)
}
async function checked(who: Person, one: { id: string; version: number; columns: { field: string | null }[] }, answers: object[] = []) {
  await who.get(CHECK, { id: one.id, version: one.version, columns: one.columns.map(column => column.field ?? 'IGNORE'), answers })
  await runJobs()
  return see(who, one.id)
}
async function ran(who: Person, one: { id: string; version: number }) {
  await who.get(RUN, { id: one.id, version: one.version })
  await runJobs()
  return see(who, one.id)
}
const verdicts = (one: { rows: { items: { verdict: string }[] } }): string[] => one.rows.items.map(row => row.verdict)

let place: Awaited<ReturnType<typeof aPlace>>
let township: string
let worker: Person
const HEAD = ['姓名', '身份证号', '性别', '联系电话', '乡镇', '嘎查村', '是否退役军人', '特长']
beforeAll(async () => {
  place = await aPlace(3)
  worker = await person('stationWorker', { regionCode: place.township })
  township = (await asOwner<{ name: string }[]>('SELECT name FROM regions WHERE code = ?', [place.township]))[0]!.name
})

it('takes a sheet from its columns over the preview to the registry; the same sheet again changes nothing; and is taken back where untouched', async () => {
  const team = await aTeam({ regionCode: place.township })
  const ids = [anIdCard('1961-01-01'), anIdCard('1970-02-03'), anIdCard('1980-04-05')]
  const standing = await aVolunteer({ regionCode: place.village(1), teamId: team.id, name: '旧志愿', idCard: ids[0], birthDate: '1961-01-01', phone: aPhone() })
  const rows = [
    HEAD,
    ['旧志愿', ids[0], '男', '15400009991', township, '测试村1', '是', '理发、驾驶'],
    ['新甲', ids[1]!.toLowerCase(), '男', '154 0000 9992', township, '测试村2', '是', ''],
    ['新乙', `　${ids[2]}`.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), '', '', township, '测试村3', '否', ''],
  ]
  const read = await opened(worker, rows)
  expect([read.state, read.total, read.columns.map((column: any) => column.field)]).toEqual(['COLUMNS', 3, ['name', 'idCard', 'sex', 'phone', 'township', 'village', 'isVeteran', 'skills']])
  const dry = await checked(worker, read)
  expect([dry.state, dry.rows.items.map((row: any) => [row.name, row.verdict, row.reason])]).toEqual(['CHECKED', [['旧志愿', 'UPDATE', null], ['新甲', 'NEW', null], ['新乙', 'NEW', null]]])
  expect(await asOwner("SELECT id FROM persons WHERE name IN ('新甲', '新乙')")).toEqual([])
  const done = await ran(worker, dry)
  expect([done.state, done.rows.items.map((row: any) => row.outcome)]).toEqual(['DONE', ['UPDATE', 'NEW', 'NEW']])
  const [made] = await asOwner("SELECT v.id, v.state, v.category, v.version, m.state AS membership, m.teamId FROM volunteers v JOIN persons p ON p.id = v.personId JOIN memberships m ON m.volunteerId = v.id WHERE p.name = '新甲'")
  expect(made).toMatchObject({ state: 'PENDING', category: 'VETERAN', membership: 'JOIN_REQUESTED', teamId: team.id })
  expect((await asOwner('SELECT skills FROM volunteers WHERE id = ?', [standing.id]))[0]!.skills).toBe('HAIRCUT,DRIVING')

  const again = await ran(worker, await checked(worker, await opened(worker, rows)))
  expect(verdicts(again)).toEqual(['SAME', 'SAME', 'SAME'])
  expect(await asOwner('SELECT version FROM volunteers WHERE id = ?', [made!.id as string])).toEqual([{ version: made!.version }])

  // Somebody touches 新乙; the others are taken back.
  await asOwner("UPDATE volunteers v JOIN persons p ON p.id = v.personId SET v.version = v.version + 1 WHERE p.name = '新乙'")
  await worker.get(UNDO, { id: done.id, version: done.version })
  await runJobs()
  const undone = await see(worker, done.id)
  expect([undone.state, undone.rows.items.map((row: any) => row.undone)]).toEqual(['UNDONE', [true, true, false]])
  expect((await asOwner('SELECT skills FROM volunteers WHERE id = ?', [standing.id]))[0]!.skills).toBe('')
  expect(await asOwner("SELECT v.state FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN ('新甲', '新乙') ORDER BY p.name")).toEqual(expect.arrayContaining([{ state: 'WITHDRAWN' }, { state: 'PENDING' }]))
  const back = await ran(worker, await checked(worker, await opened(worker, rows)))
  expect(verdicts(back)).toEqual(['UPDATE', 'UPDATE', 'SAME'])
  expect(await asOwner("SELECT v.state FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name = '新甲'")).toEqual([{ state: 'PENDING' }])
}, 120_000)

it('names what is damaged, twice, unknown or out of reach, and says it in the sheet of results', async () => {
  const good = anIdCard('1972-03-04')
  const digits = '15239919750506'
  const endings = Array.from({ length: 10 }, (_, n) => `${digits}${n}00`)
  const zeros = endings.find(each => checkDigitOf(each) === '0')!
  const cut = endings.find(each => checkDigitOf(each) !== '0')!
  const elsewhere = await aPlace(1)
  const [other] = await asOwner<{ name: string }[]>('SELECT name FROM regions WHERE code = ?', [elsewhere.township])
  const row = (name: string, id: string, more: Record<number, string> = {}) => HEAD.map((_, index) => more[index] ?? [name, id, '', '', township, '测试村1', '', ''][index]!)
  const rows = [
    HEAD,
    row('甲一', '1.50525E+17'),
    row('甲二', `${cut}0`),
    row('甲三', `${zeros}0`),
    row('甲四', good),
    row('甲五', good),
    row('甲六', '', { 3: '12345' }),
    row('甲七', '', { 4: '', 5: '没有这个村' }),
    row('甲八', '', { 4: other!.name, 5: '测试村1' }),
    row('甲九', '', { 7: '飞行' }),
    row('', ''),
    row('甲十', '', { 2: '不详', 6: '也许' }),
  ]
  const dry = await checked(worker, await opened(worker, rows))
  const said = Object.fromEntries(dry.rows.items.map((one: any) => [one.name, [one.verdict, one.reason]]))
  expect(said['甲一']).toEqual(['ERROR', expect.stringMatching(/spreadsheet has damaged/)])
  expect(said['甲二']).toEqual(['ERROR', expect.stringMatching(/spreadsheet has damaged/)])
  expect(said['甲三']).toEqual(['CONFLICT', expect.stringMatching(/ends in 000/)])
  expect(said['甲四'][0]).toBe('NEW')
  expect(said['甲五']).toEqual(['ERROR', 'Row 5 has the same resident ID.'])
  expect(said['甲六'][0]).toBe('ERROR')
  expect(said['甲七']).toEqual(['ERROR', expect.stringMatching(/no place/)])
  expect(said['甲八']).toEqual(['ERROR', expect.stringMatching(/outside your reach/)])
  expect(said['甲九']).toEqual(['ERROR', expect.stringMatching(/catalogue/)])
  expect(said['甲十']).toEqual(['ERROR', expect.stringMatching(/Sex .*Veteran/)])
  expect(said['']).toEqual(['ERROR', expect.stringMatching(/name/i)])
  const done = await ran(worker, dry)
  // The real run says exactly what the dry run said.
  expect(done.rows.items.map((one: any) => [one.name, one.verdict, one.reason])).toEqual(dry.rows.items.map((one: any) => [one.name, one.verdict, one.reason]))
  const { fileId } = await jobOf(worker, done.jobId)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await fetchSheet(worker, fileId)).bytes as never)
  const sheet = book.worksheets[0]!
  expect([sheet.getCell(1, 10).value, sheet.getCell(2, 2).value, sheet.getCell(2, 10).value, sheet.getCell(5, 9).value]).toEqual(['Reason', '1.50525E+17', expect.stringMatching(/damaged/), 'new'])
})

it('asks where a place may mean several, once for all its rows, and about suspects; it never guesses', async () => {
  const land = await aPlace(2)
  const other = await aPlace(2)
  const officer = await person('bureauOfficer')
  const twin = await aPerson({ name: '同名者', birthDate: '1966-06-06', regionCode: land.village(1) })
  const [{ name: town }] = (await asOwner('SELECT name FROM regions WHERE code = ?', [land.township])) as [{ name: string }]
  await asOwner('UPDATE regions SET name = ? WHERE code IN (?)', ['双名嘎查', [land.village(2), other.village(2)]])
  const { forgetRegions } = await import('../../../server/bureau/regions/regionOf')
  forgetRegions()
  const rows = [['姓名', '出生日期', '乡镇', '嘎查村'], ['某甲', '1970-01-01', '', '双名嘎查'], ['某乙', '1971/2/3', '', '双名嘎查'], ['同名者', '1966年6月6日', town, '测试村1']]
  const dry = await checked(officer, await opened(officer, rows))
  expect(verdicts(dry)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT'])
  expect(dry.questions.map((question: any) => [question.rows, question.choices.length])).toEqual([[2, 2], [1, 2]])
  const answers = [{ key: dry.questions[0].key, value: land.village(2) }, { key: dry.questions[1].key, value: 'SAME' }]
  const next = await checked(officer, dry, answers)
  expect([verdicts(next), next.questions]).toEqual([['NEW', 'NEW', 'NEW'], []])
  await ran(officer, next)
  expect(await asOwner("SELECT regionCode FROM persons WHERE name IN ('某甲', '某乙') AND regionCode LIKE ?", [`${land.township.slice(0, 9)}%`])).toEqual([{ regionCode: land.village(2) }, { regionCode: land.village(2) }])
  expect((await asOwner('SELECT id FROM volunteers WHERE personId = ?', [twin.id])).length).toBe(1)
})

/** All that the registry, its search and its trail hold of somebody; without what no two acts share: ids, instants, numbers given out. */
async function everythingOf(name: string) {
  const plain = (rows: Record<string, unknown>[]) =>
    rows.map(row => Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (/^(id|createdAt|updatedAt|volunteerNo|personId|volunteerId|live)$/.test(key) ? [] : [[key, Buffer.isBuffer(value) ? value.length : value]]))))
  const [one] = await asOwner<{ id: string; volunteer: string; membership: string }[]>('SELECT p.id, v.id AS volunteer, m.id AS membership FROM persons p JOIN volunteers v ON v.personId = p.id JOIN memberships m ON m.volunteerId = v.id WHERE p.name = ?', [name])
  const { idCard, phone, address } = await (await systemCtx()).store.hold(PersonOfRegistry, one!.id)
  const trail = await asOwner('SELECT act, actorId, result, entity, regionCode, action, note, changes FROM audit_entries WHERE entityId IN (?) ORDER BY id', [[one!.id, one!.volunteer, one!.membership]])
  const unalike = /("(?:volunteerNo|personId|volunteerId|live)":\[null,)"[^"]*"/g
  return {
    ids: one!,
    opened: { idCard, phone, address },
    person: plain(await asOwner('SELECT * FROM persons WHERE id = ?', [one!.id])),
    volunteer: plain(await asOwner('SELECT * FROM volunteers WHERE id = ?', [one!.volunteer])),
    membership: plain(await asOwner('SELECT * FROM memberships WHERE id = ?', [one!.membership])),
    tokens: (await asOwner('SELECT kind, token FROM search_tokens WHERE entityId = ? ORDER BY token', [one!.id])),
    trail: trail.map(line => JSON.stringify(line).replaceAll('\\"', '"').replaceAll(unalike, '$1')),
    kept: plain(await asOwner('SELECT verdict, outcome, reasonZh, reasonEn, volunteerVersion, personVersion, undone FROM import_rows WHERE personId = ?', [one!.id])),
  }
}

it('writes many at once exactly what a form writes; where one of them is refused, only that one is left out, and the others go on together', async () => {
  await aTeam({ regionCode: place.township })
  const head = ['姓名', '身份证号', '手机号', '苏木乡镇', '嘎查村', '住址', '是否退役军人', '入伍年月', '特长', '文明实践云编号', '中国志愿编号', '民族']
  const row = ['同笔人', anIdCard('1959-09-09'), '15400066001', township, '测试村1', '村东头', '是', '1980-01', '理发', 'WM-77', 'ZY-77', '蒙古族']
  const other = (name: string, national: string) => head.map((_, index) => ({ 0: name, 3: township, 4: '测试村2', 10: national })[index] ?? '')
  const together = await ran(worker, await checked(worker, await opened(worker, [head, row, other('同批人', 'ZY-78')])))
  expect(together.rows.items.map((one: any) => one.outcome)).toEqual(['NEW', 'NEW'])
  const { ids, ...first } = await everythingOf('同笔人')
  expect([first.opened, first.trail.length]).toEqual([{ idCard: row[1], phone: row[2], address: row[5] }, 3])
  expect(await asOwner("SELECT p.name FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN ('同笔人', '同批人') ORDER BY v.volunteerNo")).toEqual([{ name: '同笔人' }, { name: '同批人' }])

  const forget = async (gone: { id: string; volunteer: string; membership: string }): Promise<void> => {
    await asOwner('DELETE FROM memberships WHERE id = ?', [gone.membership])
    await asOwner('DELETE FROM volunteers WHERE id = ?', [gone.volunteer])
    await asOwner('DELETE FROM persons WHERE id = ?', [gone.id])
  }
  await forget(ids)
  // Somebody takes the number in the moment between the judgement and the writing.
  await asOwner("CREATE TRIGGER taken BEFORE INSERT ON volunteers FOR EACH ROW IF NEW.nationalNo = 'ZY-79' THEN SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062; END IF")
  const crowd = Array.from({ length: 30 }, (_, n) => other(`${aName()}众`, `ZY-2${n}`))
  const sent = jest.spyOn(Line.prototype, 'query')
  const alone = await ran(worker, await checked(worker, await opened(worker, [head, row, ...crowd, other('撞号人', 'ZY-79')])))
  const writes = sent.mock.calls.filter(([sql]) => sql.startsWith('INSERT INTO volunteers ')).length
  sent.mockRestore()
  await asOwner('DROP TRIGGER taken')
  expect(alone.rows.items.map((one: any) => one.outcome)).toEqual(['NEW', ...crowd.map(() => 'NEW'), 'ERROR'])
  expect(writes).toBe(1 + 2 * 5 + 1)
  expect(await asOwner("SELECT id FROM persons WHERE name = '撞号人'")).toEqual([])
  const { ids: again, ...second } = await everythingOf('同笔人')
  expect(second).toEqual(first)

  await forget(again)
  const person = { name: row[0], idCard: row[1], phone: row[2], regionCode: place.village(1), address: row[5], isVeteran: true, enlistedMonth: row[7], ethnicCode: '02' }
  await worker.get('mutation ($input: VolunteerInput!) { registerVolunteer(input: $input) { id } }', { input: { person, teamId: first.membership[0]!.teamId, skills: ['HAIRCUT'], platformNo: row[9], nationalNo: row[10] } })
  const { ids: _, kept: nothing, ...byForm } = await everythingOf('同笔人')
  const { kept, ...byImport } = first
  expect([nothing, kept.length]).toEqual([[], 1])
  // But for the act, and where they came from.
  const alike = (all: object): unknown => JSON.parse(JSON.stringify(all).replaceAll('runImport', 'registerVolunteer').replaceAll('SHEET', 'STAFF'))
  expect(alike(byForm)).toEqual(alike(byImport))
})

it('judges a national number like the platform’s: another’s is a conflict, one that comes twice an error', async () => {
  const phone = aPhone()
  const holder = await aVolunteer({ regionCode: place.village(1), name: '持号人', phone })
  await asOwner("UPDATE volunteers SET nationalNo = 'ZY-500' WHERE id = ?", [holder.id])
  const head = ['姓名', '手机号', '苏木乡镇', '嘎查村', '中国志愿编号']
  const row = (name: string, number: string, at = aPhone()) => [name, at, township, '测试村1', number]
  const dry = await checked(worker, await opened(worker, [head, row('持号人', 'ZY-500', phone), row('冒号人', 'ZY-500'), row('头一个', 'ZY-501'), row('又一个', 'ZY-501'), row('换号人', 'ZY-502')]))
  expect(dry.rows.items.map((one: any) => [one.verdict, one.reason])).toEqual([
    ['SAME', null], ['ERROR', 'Row 2 has the same national number.'], ['NEW', null], ['ERROR', 'Row 4 has the same national number.'], ['NEW', null],
  ])
  const other = await checked(worker, await opened(worker, [head, row('冒号人', 'ZY-500')]))
  expect(other.rows.items.map((one: any) => [one.verdict, one.reason])).toEqual([['CONFLICT', 'The national number is another volunteer’s.']])
})

it('takes two rows of one name, birth and village for suspects of each other, and asks; the run says what the preview said', async () => {
  const head = ['姓名', '身份证号', '出生日期', '苏木乡镇', '嘎查村']
  const [one, other] = [anIdCard('1969-09-19'), anIdCard('1969-09-19')]
  const row = (name: string, idCard = '') => [name, idCard, '1969-09-19', township, '测试村2']
  const filler = Array.from({ length: 260 }, () => [aName(), '', '', township, '测试村3'])
  const rows = [head, row('双生人'), row('双生人'), row('异号人', one), row('异号人', other), row('有号人', anIdCard('1969-09-19')), ...filler, row('双生人'), row('有号人')]
  const dry = await checked(worker, await opened(worker, rows))
  const verdictOf = async (id: string, number: number) => (await asOwner('SELECT verdict, outcome FROM import_rows WHERE importId = ? AND number = ?', [id, number]))[0]
  const last = rows.length
  expect(await Promise.all([2, 3, 4, 5, 6, last - 1, last].map(async number => (await verdictOf(dry.id, number))!.verdict))).toEqual(['NEW', 'CONFLICT', 'NEW', 'NEW', 'NEW', 'CONFLICT', 'CONFLICT'])
  expect(dry.questions.map((question: any) => question.text)).toEqual([3, last - 1, last].map(number => expect.stringMatching(new RegExp(`Row ${number}: .* of row [26]`))))
  const [first, second, third] = dry.questions
  const next = await checked(worker, dry, [{ key: first.key, value: 'SAME' }, { key: second.key, value: 'OTHER' }])
  expect(next.questions.map((question: any) => question.key)).toEqual([third.key])
  const done = await ran(worker, next)
  expect(await Promise.all([2, 3, last - 1, last].map(async number => (await verdictOf(done.id, number))!.outcome))).toEqual(['NEW', 'ERROR', 'NEW', 'CONFLICT'])
  expect(await asOwner("SELECT name, COUNT(*) AS n FROM persons WHERE name IN ('双生人', '异号人', '有号人') GROUP BY name ORDER BY n")).toEqual(expect.arrayContaining([{ name: '双生人', n: 2 }, { name: '异号人', n: 2 }, { name: '有号人', n: 1 }]))
}, 60_000)

it('lets two imports of the same rows that run at once double nobody', async () => {
  const head = ['姓名', '手机号', '苏木乡镇', '嘎查村']
  const people = Array.from({ length: 300 }, () => [aName(), aPhone(), township, '测试村3'])
  const both = [await checked(worker, await opened(worker, [head, ...people])), await checked(worker, await opened(worker, [head, ...people]))]
  for (const { id, version } of both) await worker.get(RUN, { id, version })
  const db = await database()
  await Promise.all([runLongJobs(db), runLongJobs(db)])
  const outcomes = await Promise.all(both.map(({ id }) => asOwner('SELECT outcome, COUNT(*) AS n FROM import_rows WHERE importId = ? GROUP BY outcome', [id])))
  const sum = (outcome: string) => outcomes.flat().filter(each => each.outcome === outcome).reduce((total, each) => total + Number(each.n), 0)
  expect([sum('NEW'), sum('SAME')]).toEqual([300, 300])
  expect(await asOwner('SELECT COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN (?)', [people.map(row => row[0])])).toEqual([{ n: 300 }])
}, 60_000)

it('takes back a whole sheet by the page: new and changed alike, somebody who moved, only what is untouched; the chips then tell', async () => {
  const head = ['姓名', '手机号', '苏木乡镇', '嘎查村', '住址']
  await aTeam({ regionCode: place.township })
  const standing = Array.from({ length: 40 }, () => [aName(), aPhone(), township, '测试村1', '村东头'])
  await ran(worker, await checked(worker, await opened(worker, [head, ...standing])))
  const moved = standing.map(([name, phone]) => [name, phone, township, '测试村2', '村西头'])
  const fresh = Array.from({ length: 260 }, () => [aName(), aPhone(), township, '测试村3', ''])
  const done = await ran(worker, await checked(worker, await opened(worker, [head, ...moved, ...fresh])))
  const where = () => asOwner('SELECT v.regionCode, m.regionCode AS asked, COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId AND p.regionCode = v.regionCode LEFT JOIN memberships m ON m.volunteerId = v.id AND m.live IS NOT NULL WHERE p.name IN (?) GROUP BY v.regionCode, m.regionCode', [standing.map(row => row[0])])
  expect(await where()).toEqual([{ regionCode: place.village(2), asked: place.village(2), n: 40 }])
  const touch = (name: string) => asOwner('UPDATE persons SET version = version + 1 WHERE name = ?', [name])
  await touch(moved[0]![0]!)
  await touch(fresh[0]![0]!)
  const sent = jest.spyOn(Line.prototype, 'query')
  await worker.get(UNDO, { id: done.id, version: done.version })
  await runJobs()
  expect(sent.mock.calls.length).toBeLessThan(600)
  sent.mockRestore()
  expect((await where()).map(row => [row.regionCode, row.asked, row.n])).toEqual(expect.arrayContaining([[place.village(1), place.village(1), 39], [place.village(2), place.village(2), 1]]))
  expect(await asOwner('SELECT v.state, m.state AS membership, COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId JOIN memberships m ON m.volunteerId = v.id WHERE p.name IN (?) GROUP BY v.state, m.state ORDER BY n', [fresh.map(row => row[0])])).toEqual([{ state: 'PENDING', membership: 'JOIN_REQUESTED', n: 1 }, { state: 'WITHDRAWN', membership: 'ENDED', n: 259 }])
  const [job] = await asOwner('SELECT done, total, messageEn FROM long_jobs WHERE kind = ? ORDER BY id DESC LIMIT 1', ['IMPORT_UNDO'])
  expect(job).toEqual({ done: 300, total: 300, messageEn: '298 taken back; 2 were touched since and stay.' })
  const counted = async (filter: string) => (await worker.get(`query ($id: ID!) { volunteerImport(id: $id) { undone verdicts { verdict count } rows(${filter}) { total } } }`, { id: done.id })).volunteerImport
  expect(await counted('verdict: [NEW]')).toEqual({ undone: 298, verdicts: expect.arrayContaining([{ verdict: 'NEW', count: 1 }, { verdict: 'UPDATE', count: 1 }]), rows: { total: 1 } })
  expect((await counted('undone: true')).rows.total).toBe(298)
  const back = await ran(worker, await checked(worker, await opened(worker, [head, ...fresh])))
  expect(await asOwner('SELECT outcome, COUNT(*) AS n FROM import_rows WHERE importId = ? GROUP BY outcome ORDER BY n', [back.id])).toEqual([{ outcome: 'SAME', n: 1 }, { outcome: 'UPDATE', n: 259 }])
  expect(await asOwner("SELECT COUNT(DISTINCT v.id) AS n FROM volunteers v JOIN persons p ON p.id = v.personId JOIN memberships m ON m.volunteerId = v.id AND m.state = 'JOIN_REQUESTED' WHERE v.state = 'PENDING' AND p.name IN (?)", [fresh.map(row => row[0])])).toEqual([{ n: 260 }])

  // Taken back again, those who were readmitted have left again.
  await worker.get(UNDO, { id: back.id, version: back.version })
  await runJobs()
  expect(await asOwner('SELECT v.state, COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN (?) GROUP BY v.state ORDER BY n', [fresh.map(row => row[0])])).toEqual([{ state: 'PENDING', n: 1 }, { state: 'WITHDRAWN', n: 259 }])
}, 60_000)

it('matches by platform number, then ID, then name and telephone; never overwrites by what is empty; names contradictions', async () => {
  const idCard = anIdCard('1963-07-08')
  const known = await aVolunteer({ regionCode: place.village(1), name: '对得上', idCard, birthDate: '1963-07-08', phone: '15400077001' })
  await asOwner("UPDATE volunteers SET platformNo = 'WM-1' WHERE id = ?", [known.id])
  const byPhone = await aVolunteer({ regionCode: place.village(1), name: '电话人', phone: '15400077002' })
  const far = anIdCard('1964-08-09')
  await aVolunteer({ name: '外乡人', idCard: far, birthDate: '1964-08-09' })
  const head = ['姓名', '身份证号', '手机号', '苏木乡镇', '嘎查村', '文明实践云编号', '住址']
  const rows = [
    head,
    ['对得上', '', '', township, '测试村1', 'WM-1', ''],
    ['电话人', '', '15400077002', township, '测试村1', 'WM-2', ''],
    ['错名字', idCard, '', township, '测试村1', '', ''],
    ['外乡人', far, '', township, '测试村1', '', ''],
  ]
  const done = await ran(worker, await checked(worker, await opened(worker, rows, 'PLATFORM')))
  expect(verdicts(done)).toEqual(['SAME', 'UPDATE', 'CONFLICT', 'CONFLICT'])
  expect(done.rows.items[3].reason).not.toMatch(/152399/)
  expect((await asOwner('SELECT phoneMask, addressMask FROM persons WHERE id = ?', [known.personId]))[0]).toMatchObject({ phoneMask: '154****7001' })
  expect((await asOwner('SELECT platformNo FROM volunteers WHERE id = ?', [byPhone.id]))[0]).toEqual({ platformNo: 'WM-2' })
})

it('leaves out no column in silence, and remembers what one was taken for', async () => {
  const rows = [['姓名', '居住的村子', '血型', '嘎查村'], ['列甲', '', 'A', '测试村1']]
  const read = await opened(worker, rows)
  expect(read.columns.map((column: any) => column.field)).toEqual(['name', null, null, 'village'])
  const ask = (columns: string[]) => worker.ask(CHECK, { id: read.id, version: read.version, columns, answers: [] })
  for (const columns of [['name', '', '', 'village'], ['name', 'IGNORE', 'IGNORE'], ['name', 'name', 'IGNORE', 'village'], ['IGNORE', 'IGNORE', 'IGNORE', 'village'], ['name', 'blood', 'IGNORE', 'village']]) expect([columns, (await ask(columns)).code]).toEqual([columns, 'INVALID'])
  expect((await ask(['name', 'IGNORE', 'IGNORE', 'village'])).code).toBeUndefined()
  await runJobs()
  expect((await opened(worker, rows)).columns.map((column: any) => column.field)).toEqual(['name', 'IGNORE', 'IGNORE', 'village'])
  expect(matchHeads(['姓 名*', '身份证号(必填)', '联系电活'], new Map())).toEqual([{ head: '姓 名*', field: 'name', suggested: null }, { head: '身份证号(必填)', field: 'idCard', suggested: null }, { head: '联系电活', field: null, suggested: 'phone' }])
  expect(['1962/3/4', '1962年3月4日', '19620304', '1962.3.4', '1962-02-30', '昨天'].map(readDay)).toEqual(['1962-03-04', '1962-03-04', '1962-03-04', '1962-03-04', null, null])
  expect(['1986-11', '1986年11月', '198611', '1986.11.02', '1986-13'].map(readMonth)).toEqual(['1986-11', '1986-11', '198611'.replace('198611', '1986-11'), '1986-11', null])
})

it('goes on where it was cut off, without doing anything twice; keeps to its owner; forgets what it read', async () => {
  const names = Array.from({ length: 300 }, () => aName())
  const rows = [['姓名', '苏木乡镇', '嘎查村'], ...names.map(name => [name, township, '测试村1'])]
  const dry = await checked(worker, await opened(worker, rows))
  await worker.get(RUN, { id: dry.id, version: dry.version })
  // The job dies after its first piece: what is committed stays.
  const { jobId, version } = await see(worker, dry.id)
  await asOwner("CREATE TRIGGER cut_off BEFORE UPDATE ON long_jobs FOR EACH ROW IF NEW.done > 250 AND NEW.kind = 'IMPORT_RUN' THEN SIGNAL SQLSTATE '45000'; END IF")
  await runJobs()
  await asOwner('DROP TRIGGER cut_off')
  expect((await jobOf(worker, jobId)).state).toBe('FAILED')
  const half = await asOwner('SELECT COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN (?) AND p.regionCode = ?', [names, place.village(1)])
  expect(half).toEqual([{ n: 250 }])
  const stranger = await person('bureauOfficer')
  expect((await stranger.ask(RESUME, { id: dry.id, version })).code).toBe('NOT_FOUND')
  expect((await (await person('stationWorker', { regionCode: (await aPlace()).township })).ask(SEE, { id: dry.id })).code).toBe('NOT_FOUND')
  await worker.get(RESUME, { id: dry.id, version })
  await runJobs()
  expect((await see(worker, dry.id)).state).toBe('DONE')
  expect(await asOwner('SELECT COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE p.name IN (?) AND p.regionCode = ?', [names, place.village(1)])).toEqual([{ n: 300 }])
  expect((await worker.ask(RUN, { id: dry.id, version })).code).toBe('STALE')
  expect(JSON.stringify(await asOwner('SELECT cells FROM import_rows WHERE importId = ? LIMIT 1', [dry.id]))).not.toContain('测试村1')
  await forgetCells(await database(), new Date(Date.now() + 31 * 86_400_000))
  expect(await asOwner('SELECT COUNT(*) AS n FROM import_rows WHERE importId = ? AND cells IS NOT NULL', [dry.id])).toEqual([{ n: 0 }])
})

it('changes more people than one transaction takes one by one, each once, among others who are new', async () => {
  const head = ['姓名', '手机号', '苏木乡镇', '嘎查村', '住址']
  const people = Array.from({ length: 60 }, () => [aName(), aPhone(), township, '测试村3'])
  await ran(worker, await checked(worker, await opened(worker, [head, ...people])))
  const again = await ran(worker, await checked(worker, await opened(worker, [head, ...people.map(row => [...row, '村西头']), [aName(), aPhone(), township, '测试村3', '']])))
  expect(again.rows.items.map((one: any) => one.outcome)).toEqual([...people.map(() => 'UPDATE'), 'NEW'])
  const versions = await asOwner('SELECT p.version, COUNT(*) AS n FROM import_rows r JOIN persons p ON p.id = r.personId WHERE r.importId = ? GROUP BY p.version ORDER BY p.version', [again.id])
  expect(versions).toEqual([{ version: 1, n: 1 }, { version: 2, n: 60 }])
}, 60_000)

it('gives a template that it reads back itself, and takes csv as Excel in China writes it', async () => {
  const { importTemplate } = await worker.get('mutation { importTemplate { id } }')
  await runJobs()
  const { fileId } = await jobOf(worker, importTemplate.id)
  const { bytes } = await fetchSheet(worker, fileId)
  const sent = await send(worker, bytes)
  const { importSheet } = await worker.get(OPEN, { input: { fileId: sent.id, source: 'SHEET', clientKey: newId() } })
  await runJobs()
  expect((await see(worker, importSheet.id)).columns.every((column: any) => column.field !== null)).toBe(true)
  const gbk = Buffer.concat([Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from(','), Buffer.from([0xb4, 0xe5]), Buffer.from('\r\n'), Buffer.from([0xcd, 0xf5, 0xce, 0xe5]), Buffer.from(',x\r\n')])
  const csv = await send(worker, gbk, '名册.csv')
  const { importSheet: ofCsv } = await worker.get(OPEN, { input: { fileId: csv.id, source: 'SHEET' } })
  await runJobs()
  expect((await see(worker, ofCsv.id)).columns.map((column: any) => column.head)).toEqual(['姓名', '村'])
})

it('is for who may', async () => {
  for (const role of ['villageLiaison', 'auditor', 'volunteer', 'bureauLeader'] as const) {
    const who = await person(role, { regionCode: place.village(1) })
    expect([role, (await send(who, Buffer.from('姓名\n王五'))).status, (await who.ask('{ volunteerImports { total } }')).code]).toEqual([role, 403, 'FORBIDDEN'])
  }
})
