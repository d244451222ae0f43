import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Credential, CredentialKind } from './Credential'

const NONE = { TRAINING: say('请从培训目录中选择。', 'Choose a course of the catalogue.'), QUALIFICATION: say('请从证书目录中选择。', 'Choose a certificate of the catalogue.') }

/** One of the catalogue, of the kind that is asked for, or refuses the field. */
export async function mustBeCredential(ctx: Context, id: string, kind: CredentialKind, field: string): Promise<Credential> {
  const found = await ctx.store.beyondReach.query(Credential).where('it.id = ? AND it.kind = ?', id, kind).first()
  if (!found) throw new Invalid({ [field]: NONE[kind] })
  return found
}

/** One of the catalogue by its name, as the collation compares; null where there is none. */
export const credentialNamed = (ctx: Context, kind: CredentialKind, name: string): Promise<Credential | null> => ctx.store.beyondReach.query(Credential).where('it.kind = ? AND it.name = ?', kind, name).first()

/** The names of the catalogue by id. */
export async function credentialNames(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.store.sql('SELECT id, name FROM credentials')
  return new Map(rows.map(row => [row.id as string, row.name as string]))
}

const RECORDS = { TRAINING: { table: 'trainings', column: 'course', type: 'Training' }, QUALIFICATION: { table: 'qualifications', column: 'title', type: 'Qualification' } } as const

/** Lets the records that carry a name of the catalogue, and were entered before it stood there, be known as it. Their versions stay; the act leaves its own line. */
export async function linkRecords(ctx: Context, { id, kind, name }: Credential): Promise<void> {
  const { table, column } = RECORDS[kind]
  await ctx.store.sql(`UPDATE ${table} SET credentialId = ? WHERE credentialId IS NULL AND \`${column}\` = ?`, [id, name])
}
