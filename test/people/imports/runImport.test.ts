import { Person as PersonOfRegistry } from '../../../server/people/persons/Person'
import { forgetCells } from '../../../server/people/imports/retention'
import { asOwner, person, type Person, stop, systemCtx } from '../../support/app'
import { database, statementsFromNow } from '../../support/database'
import { runLongJobs } from '../../../server/kernel/runLongJobs'
import { jobOf, runJobs } from '../../support/jobs'
import { aName, anIdCard, aPhone, aPlace, aTeam } from '../../support/people'
import { SEE, RUN, UNDO, RESUME, see, opened, checked, ran } from '../../support/imports'

afterAll(stop)

let place: Awaited<ReturnType<typeof aPlace>>
let township: string
let worker: Person
beforeAll(async () => {
  place = await aPlace(3)
  worker = await person('stationWorker', { regionCode: place.township })
  township = (await asOwner<{ name: string }[]>('SELECT name FROM regions WHERE code = ?', [place.township]))[0]!.name
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
  const sent = await statementsFromNow()
  const alone = await ran(worker, await checked(worker, await opened(worker, [head, row, ...crowd, other('撞号人', 'ZY-79')])))
  const writes = sent().filter(sql => sql.startsWith('INSERT INTO volunteers ')).length
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
  const sent = await statementsFromNow()
  await worker.get(UNDO, { id: done.id, version: done.version })
  await runJobs()
  expect(sent().length).toBeLessThan(600)
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
