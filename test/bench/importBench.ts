import { declareRoles } from '../../server/kernel/access'
import { actorNow } from '../../server/kernel/actors'
import { Context } from '../../server/kernel/context'
import { Database } from '../../server/kernel/database'
import { keepSheet } from '../../server/kernel/readSheet'
import { runLongJobs } from '../../server/kernel/runLongJobs'
import { writeXlsx } from '../../server/kernel/writeSheet'
import { Region, RegionLevel } from '../../server/bureau/regions/Region'
import { FIELDS, IGNORE } from '../../server/people/imports/fields'
import { checkImport, importSheet, runImport, undoImport } from '../../server/people/imports/keepImport'
import { ImportSource, VolunteerImport } from '../../server/people/imports/VolunteerImport'
import { checkDigitOf } from '../../server/people/persons/residentId'
import { roles } from '../../server/roles'
import { demoName } from '../../server/seeds/names'
import { loadDemo } from '../../server/seeds/demo'
import { Random } from '../../server/seeds/random'
import { entities } from '../../server/schema'

type Say = (line: string) => void

/** An invented roster of newcomers, every column filled, as a workbook; all of them live in one group. Numbers and telephones are none of the demo's. */
async function roster(ctx: Context, rows: number, group: number): Promise<Buffer> {
  const random = new Random(7)
  const regions = await ctx.store.query(Region).rows()
  const names = new Map(regions.map(region => [region.code, region.name]))
  const villages = regions.filter(region => region.level === RegionLevel.VILLAGE && region.validTo === null)
  const lines = Array.from({ length: rows }, (_, index) => {
    const village = random.pick(villages)
    const born = new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10)
    const digits = `152399${born.replaceAll('-', '')}${index % 2 === 0 ? '991' : '992'}`
    const said: Record<string, string> = {
      name: demoName(random, index % 2 === 0 ? 'MALE' : 'FEMALE').name, idCard: digits + checkDigitOf(digits), sex: index % 2 === 0 ? '男' : '女', birthDate: born, phone: `1549${String(index).padStart(7, '0')}`,
      township: names.get(village.parentCode ?? '') ?? '', village: village.name, address: `示例${group}组${1 + (index % 90)}号`, ethnicCode: '汉族', politicalCode: '群众', isVeteran: index % 3 === 0 ? '否' : '是',
      skills: '理发、驾驶', platformNo: `BENCH-${index}`, nationalNo: `BENCH-N-${index}`,
    }
    return FIELDS.map(field => said[field.key] ?? '')
  })
  const batches = async function* () {
    for (let at = 0; at < rows; at += 500) yield lines.slice(at, at + 500)
  }
  const parts: Buffer[] = []
  for await (const part of writeXlsx({ name: 'bench', cover: null, heads: FIELDS.map(field => ({ title: field.title.zh, width: 16 })), rows: batches() })) parts.push(part)
  return Buffer.concat(parts)
}

/**
 * Takes a roster of so many newcomers through an import as its importer waits for it: read, judged and run; the same again, which
 * changes nothing; and takes it back; then another address for each, whom that readmits; and takes that back. Says for each the seconds, the processor's seconds and the statements a row.
 */
async function benchImport(database: Database, rows: number, say: Say): Promise<void> {
  declareRoles(roles)
  await loadDemo(database, { onlyIfEmpty: true, scale: 1, say: () => undefined })
  const [officer] = await database.query("SELECT id FROM accounts WHERE username = 'officer'")
  const actor = await actorNow(database, officer!.id as string)
  const ctx = (): Context => Context.for(database, actor!, { requestId: null, ip: null, locale: 'zh' })
  const act = <T>(work: (inner: Context) => Promise<T>): Promise<T> => ctx().transact('bench', work) as Promise<T>
  let waited = 0
  const measure = async (name: string, counts: boolean): Promise<void> => {
    const [at, processor, statements] = [performance.now(), process.cpuUsage(), database.statements]
    await runLongJobs(database)
    const { user, system } = process.cpuUsage(processor)
    const seconds = (performance.now() - at) / 1000
    if (counts) waited += seconds
    say(`${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s   ${((user + system) / 1e6).toFixed(1).padStart(6)} s of processor   ${((database.statements - statements) / rows).toFixed(2)} statements a row`)
  }
  const importOnce = async (label: string, group: number, counts: boolean): Promise<string> => {
    const file = await keepSheet(ctx(), await roster(ctx(), rows, group), 'bench.xlsx')
    const { id } = await act(inner => importSheet(inner, { fileId: file.id, source: ImportSource.SHEET }))
    const now = (): Promise<VolunteerImport> => ctx().store.get(VolunteerImport, id)
    await measure(`${label}read`, counts)
    const { version, columns } = await now()
    await act(inner => checkImport(inner, id, version, columns!.map(column => column || IGNORE), []))
    await measure(`${label}judge`, counts)
    await act(async inner => runImport(inner, id, (await now()).version))
    await measure(`${label}run`, counts)
    const outcomes = await database.query('SELECT outcome, COUNT(*) AS n FROM import_rows WHERE importId = ? GROUP BY outcome', [id])
    say(`                   ${outcomes.map(({ outcome, n }) => `${String(outcome)} ${String(n)}`).join(', ')}`)
    return id
  }
  const first = await importOnce('', 1, true)
  say(`read, judge and run ${waited.toFixed(1)} s for ${rows} rows`)
  await importOnce('again: ', 1, false)
  const undo = async (id: string): Promise<void> => {
    await act(async inner => undoImport(inner, id, (await ctx().store.get(VolunteerImport, id)).version, 'bench'))
    await measure('undo', false)
    const [{ n }] = (await database.query('SELECT COUNT(*) AS n FROM import_rows WHERE importId = ? AND undone = 1', [id])) as [{ n: number }]
    say(`                   ${n} taken back`)
  }
  await undo(first)
  await undo(await importOnce('another: ', 2, false))
}

async function main(): Promise<void> {
  const rows = process.argv.find(flag => flag.startsWith('--rows='))?.slice('--rows='.length)
  const database = await Database.open(process.env.DATABASE_URL!, [...entities])
  await benchImport(database, Number(rows ?? 10_000), line => console.log(line))
  await database.close()
}

void main()
