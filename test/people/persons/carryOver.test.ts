import { tablesWith } from '../../../server/kernel/tables'
import { person, stop, systemCtx } from '../../support/app'
import { asOwner, database } from '../../support/database'
import { aBeneficiary, aPerson, aPlace, aVolunteer } from '../../support/people'

afterAll(stop)

const MERGE = 'mutation ($input: MergeInput!) { mergePersons(input: $input) { id version state } }'
const UNDO = 'mutation ($id: ID!, $version: Int!) { undoMerge(id: $id, version: $version, reason: "不是同一人") { state } }'

/** Puts a row of any table that names a person, whatever else the table asks for. */
async function aRowNaming(table: string, personId: string): Promise<void> {
  const columns = await asOwner<{ name: string; type: string; nullable: string; size: number | null }[]>('SELECT COLUMN_NAME AS name, DATA_TYPE AS type, IS_NULLABLE AS nullable, CHARACTER_MAXIMUM_LENGTH AS size FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?', [table])
  const valueOf = ({ type, size }: { type: string; size: number | null }): unknown =>
    type === 'date' ? '2026-01-01' : type === 'datetime' ? new Date() : /char|text/.test(type) ? personId.split('').reverse().join('').slice(0, size ?? 26) : /binary|blob/.test(type) ? Buffer.alloc(1) : type === 'json' ? '[]' : 1
  const asked = columns.filter(column => column.nullable === 'NO' || column.name === 'personId')
  await asOwner(`INSERT INTO ${table} (${asked.map(({ name }) => `\`${name}\``).join(',')}) VALUES (${asked.map(() => '?').join(',')})`, asked.map(column => (column.name === 'personId' ? personId : valueOf(column))))
}

it('lets every table that names a person follow a merge, and come back when it is undone', async () => {
  const place = await aPlace()
  const [from, into] = [await aPerson({ regionCode: place.village() }), await aPerson({ regionCode: place.village() })]
  const tables = tablesWith(await database(), 'personId')
  expect(tables.map(({ type }) => type.name)).toEqual(expect.arrayContaining(['Account', 'Task', 'ServiceRecord', 'Volunteer', 'Beneficiary']))
  await aVolunteer({ personId: from.id, regionCode: place.village() })
  await aBeneficiary({ personId: from.id, regionCode: place.village() })
  const ctx = await systemCtx()
  const named = tables.map(({ type, once }) => ({ table: ctx.store.shape(type).table, once }))
  for (const { table, once } of named) if (!once) await aRowNaming(table, from.id)
  const counts = async (id: string): Promise<[string, number][]> => Promise.all(named.map(async ({ table }): Promise<[string, number]> => [table, Number((await asOwner(`SELECT COUNT(*) AS n FROM ${table} WHERE personId = ?`, [id]))[0]!.n)]))
  const each = (n: number): [string, number][] => named.map(({ table }) => [table, n])
  expect(await counts(from.id)).toEqual(each(1))

  const head = await person('stationHead', { regionCode: place.township })
  const { mergePersons: merge } = await head.get(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '重复登记' } })
  expect([await counts(from.id), await counts(into.id)]).toEqual([each(0), each(1)])
  await head.get(UNDO, { id: merge.id, version: merge.version })
  expect([await counts(from.id), await counts(into.id)]).toEqual([each(1), each(0)])
})

it('ends the accounts of somebody who has died', async () => {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const own = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  const elder = await aBeneficiary({ personId: volunteer.personId, regionCode: place.village() })
  const station = await person('stationWorker', { regionCode: place.township })
  await station.get('mutation ($id: ID!) { endBeneficiary(id: $id, version: 1, input: { reason: DIED }) { state } }', { id: elder.id })
  expect((await own.ask('{ me { account { id } } }')).code).toBe('UNAUTHENTICATED')
  expect((await asOwner<{ state: string }[]>('SELECT state FROM accounts WHERE id = ?', [own.account.id]))[0]!.state).toBe('DISABLED')
})
