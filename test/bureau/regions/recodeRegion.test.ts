import { carryRecodings } from '../../../server/bureau/regions/carryRecoding'
import { Region, RegionKind, RegionLevel } from '../../../server/bureau/regions/Region'
import { findAmiss } from '../../../server/kernel/totals'
import { placedColumns } from '../../../server/kernel/recode'
import { addDays, dayOf } from '../../../server/kernel/days'
import { aPlace, aBeneficiary, aTeam, aVolunteer } from '../../support/people'
import { aPairing, aVisit } from '../../support/pairings'
import { app, person, put, stop, systemCtx, type Person } from '../../support/app'
import { Station, StationKind } from '../../../server/bureau/stations/Station'
import { asOwner, database } from '../../support/database'

const today = dayOf(new Date())
const PREVIEW = 'query($id: ID!, $newCode: RegionCode!) { recodePreview(id: $id, newCode: $newCode) { carried { entity count } divisions target { code } obstacles } }'
const RECODE = 'mutation($id: ID!, $version: Int!, $input: RecodeRegionInput!) { recodeRegion(id: $id, version: $version, input: $input) { id fromCode toCode } }'
const REGION = 'query($code: [String!]) { regions(filter: { code: $code }) { items { id version code name parentCode validFrom validTo predecessorCode moves { state records merges } } } }'

let administrator: Person
beforeAll(async () => {
  await app()
  administrator = await person('bureauAdministrator')
})
afterAll(stop)

const regionOf = async (code: string) => (await administrator.get(REGION, { code: [code] })).regions.items[0]
const recode = (region: { id: string; version: number }, newCode: string, more: object = {}, who = administrator) => who.ask(RECODE, { id: region.id, version: region.version, input: { newCode, effectiveOn: today, reason: '内民政发〔2026〕1号', ...more } })

/** How many rows carry a code, in every column of every table that holds codes. */
async function carrying(code: string): Promise<Record<string, number>> {
  const ctx = await systemCtx()
  const counts: Record<string, number> = {}
  for (const { type, column } of placedColumns(await database()).filter(({ type }) => type.name !== 'Region')) {
    counts[`${type.name}.${column}`] = Number((await asOwner(`SELECT COUNT(*) AS n FROM ${ctx.store.shape(type).table} WHERE ${column} LIKE ?`, [`%${code}%`]))[0]!.n)
  }
  return counts
}

/** Puts a row with a code into every table that holds codes, whatever else the table asks for. */
async function aRowEverywhere(code: string): Promise<void> {
  const ctx = await systemCtx()
  let n = 0
  for (const { type, column, kind } of placedColumns(await database()).filter(({ type }) => type.name !== 'Region')) {
    const table = ctx.store.shape(type).table
    const columns = await asOwner<{ name: string; type: string; nullable: string; size: number | null }[]>('SELECT COLUMN_NAME AS name, DATA_TYPE AS type, IS_NULLABLE AS nullable, CHARACTER_MAXIMUM_LENGTH AS size FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?', [table])
    const asked = columns.filter(each => each.nullable === 'NO' || each.name === column)
    const unlike = `${String(++n).padStart(3, '0')}${code}`
    const valueOf = (each: (typeof columns)[number]): unknown =>
      each.name === column ? (kind === 'key' ? `T/${code}` : kind === 'list' ? `999999999999,${code}` : code)
        : each.type === 'date' ? '2026-01-01' : each.type === 'datetime' ? new Date() : /char|text/.test(each.type) ? unlike.slice(0, each.size ?? 26).replace(code, '') || 'x' : /binary|blob/.test(each.type) ? Buffer.alloc(1) : each.type === 'json' ? '[]' : 1
    await asOwner(`INSERT INTO ${table} (${asked.map(each => `\`${each.name}\``).join(',')}) VALUES (${asked.map(() => '?').join(',')})`, asked.map(each => (each.name === 'id' ? unlike.padEnd(26, '0') : valueOf(each))))
  }
}

/** The kept totals that are wrong in a division; rows that a test lays into the tables by hand are not counted. */
const amissIn = async (...codes: string[]) => (await findAmiss(await systemCtx(), [])).filter(({ id }) => codes.some(code => id.includes(code.replace(/(000)+$/, ''))))

describe('another code for a division', () => {
  it('knows every column that holds division codes', async () => {
    const known = new Set(placedColumns(await database()).map(({ type, column }) => `${type.name}.${column}`))
    const tables = new Map((await database()).source.entityMetadatas.map(table => [table.tableName, table.name]))
    const found = await asOwner<{ t: string; c: string }[]>("SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND (COLUMN_TYPE = 'char(12)' OR COLUMN_NAME REGEXP 'region.*code' OR COLUMN_NAME = 'place') AND TABLE_NAME NOT IN ('audit_entries', 'kept_totals')")
    const place = new Set(['Station.place', 'Activity.place', 'PioneerPost.place'])
    expect(found.map(({ t, c }) => `${tables.get(t)}.${c}`).filter(each => !known.has(each) && !place.has(each))).toEqual([])
  })

  it('reaches every table, and keeps the old code with its last day', async () => {
    const place = await aPlace()
    const [from, target] = [place.village(), `${place.township.slice(0, 9)}777`]
    await aRowEverywhere(from)
    const before = await carrying(from)
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([])
    const region = await regionOf(from)
    const { recodePreview } = await administrator.get(PREVIEW, { id: region.id, newCode: target })
    expect(recodePreview).toMatchObject({ divisions: 1, target: null, obstacles: [] })
    expect(recodePreview.carried.map((each: any) => each.entity)).toEqual(expect.arrayContaining(['Person', 'Pairing', 'Visit', 'Task', 'Station', 'Team', 'WeatherWarning', 'Account']))
    expect((await recode(region, target, { name: '测试新村' })).code).toBeUndefined()
    expect(Object.entries(await carrying(from)).filter(([, count]) => count > 0)).toEqual([])
    expect(await carrying(target)).toEqual(before)
    expect(await regionOf(from)).toMatchObject({ validTo: addDays(today, -1), moves: [{ state: 'DONE', merges: false }] })
    expect(await regionOf(target)).toMatchObject({ name: '测试新村', parentCode: place.township, validFrom: today, validTo: null, predecessorCode: from })
    const trail = await asOwner("SELECT action, note FROM audit_entries WHERE act = 'recodeRegion' AND entity = 'RegionMove' AND result = 'DONE' ORDER BY id DESC LIMIT 1")
    expect(trail).toEqual([{ action: 'RECODE', note: '内民政发〔2026〕1号' }])
    await asOwner("DELETE FROM stations WHERE regionCode = ?", [target])
    const worker = await person('stationWorker', { regionCode: place.township })
    expect((await worker.ask('mutation($input: PersonInput!) { createPerson(input: $input) { id } }', { input: { name: '王旧码', regionCode: from } })).code).toBe('INVALID')
  })

  it('moves a township with its villages, and who is bound to it goes on seeing its people', async () => {
    const place = await aPlace()
    const pairing = await aPairing({ regionCode: place.village() })
    await aVisit(pairing)
    const worker = await person('stationWorker', { regionCode: place.township })
    const newCode = `${place.township.slice(0, 6)}998000`
    const banner = Region.of({ code: place.banner, name: '测试旗', level: RegionLevel.BANNER, kind: RegionKind.BANNER, parentCode: null, pinyin: 'q', initials: 'q', aliases: null, validFrom: '2022-01-01', validTo: null, predecessorCode: null, needsSquad: false, hasStation: true })
    if (!(await regionOf(place.banner))) await put(banner)
    expect((await recode(await regionOf(place.township), newCode)).code).toBeUndefined()
    expect((await worker.get('{ pairings { items { id region { code parentCode } } } }')).pairings.items).toEqual([{ id: pairing.id, region: { code: `${newCode.slice(0, 9)}${place.village().slice(9)}`, parentCode: newCode } }])
    expect((await worker.get('{ visits { total } }')).visits.total).toBe(1)
    expect((await worker.get('{ dashboard { pairings { count } } }')).dashboard.pairings).toEqual([{ count: 1 }])
    expect(await amissIn(newCode, place.township)).toEqual([])
  })

  it('makes a village a part of another, unless both have what there may be one of', async () => {
    const place = await aPlace()
    const [one, two] = [place.village(), place.village(2)]
    await aBeneficiary({ regionCode: one })
    await aVolunteer({ regionCode: two })
    const stations = [await put(Station.of({ name: '甲站', kind: StationKind.STATION, regionCode: one, officePhone: null, place: null })), await put(Station.of({ name: '乙站', kind: StationKind.STATION, regionCode: two, officePhone: null, place: null }))]
    const region = await regionOf(one)
    expect((await administrator.get(PREVIEW, { id: region.id, newCode: two })).recodePreview).toMatchObject({ target: { code: two }, obstacles: [expect.stringContaining('Station')] })
    expect((await recode(region, two, { merge: true })).code).toBe('INVALID')
    await asOwner('DELETE FROM stations WHERE id = ?', [stations[0]!.id])
    expect((await recode(region, two)).code).toBe('INVALID')
    expect((await recode(region, two, { merge: true })).code).toBeUndefined()
    expect((await administrator.get('query($region: RegionCode!) { beneficiaries(filter: { region: $region }) { total } }', { region: two })).beneficiaries.total).toBe(1)
    expect(await amissIn(one, two)).toEqual([])
    expect(await regionOf(one)).toMatchObject({ validTo: addDays(today, -1), moves: [{ merges: true, state: 'DONE' }] })
    expect((await recode(await regionOf(one), place.village(2), { merge: true })).code).toBe('WRONG_STATE')
  })

  it('waits for its day, and is refused where it makes no sense or is not one’s own to give', async () => {
    const place = await aPlace()
    const region = await regionOf(place.village())
    const newCode = `${place.township.slice(0, 9)}888`
    await aTeam({ regionCode: place.village() })
    expect((await recode(region, newCode, {}, await person('bureauOfficer'))).code).toBe('FORBIDDEN')
    expect((await recode({ ...region, version: 7 }, newCode)).code).toBe('STALE')
    for (const [code, more] of [[place.village(), {}], [place.township, {}], ['150525101999', {}], [`${place.township.slice(0, 6)}777888`, {}], [newCode, { effectiveOn: '2021-01-01' }], [newCode, { effectiveOn: addDays(today, 400) }], [newCode, { reason: ' ' }], [newCode, { merge: true }]] as const) {
      expect([code, more, (await recode(region, code, more)).code]).toEqual([code, more, 'INVALID'])
    }
    expect((await recode(region, newCode, { effectiveOn: addDays(today, 1), clientKey: 'r1' })).code).toBeUndefined()
    expect((await regionOf(place.village())).moves).toEqual([{ state: 'PLANNED', records: null, merges: false }])
    await carryRecodings(await systemCtx())
    expect((await carrying(newCode))['Team.regionCode']).toBe(0)
    await carryRecodings(await systemCtx(new Date(Date.now() + 86_400_000)))
    expect((await carrying(newCode))['Team.regionCode']).toBe(1)
    expect((await regionOf(place.village())).moves).toEqual([{ state: 'DONE', records: 1, merges: false }])
  })
})
