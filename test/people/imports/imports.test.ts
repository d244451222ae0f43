import ExcelJS from 'exceljs'
import { newId } from '../../../server/kernel/entity'
import { readDay, readMonth } from '../../../server/people/imports/readRow'
import { matchHeads } from '../../../server/people/imports/fields'
import { asOwner, person, type Person, stop } from '../../support/app'
import { fetchSheet, jobOf, runJobs } from '../../support/jobs'
import { aName, anIdCard, aPerson, aPhone, aPlace, aTeam, aVolunteer } from '../../support/people'
import { checkDigitOf } from '../../../server/people/persons/residentId'
import { OPEN, CHECK, UNDO, send, see, opened, checked, ran, verdicts } from '../../support/imports'

afterAll(stop)

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
