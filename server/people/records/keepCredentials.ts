import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Credential, type CredentialKind } from './Credential'
import { credentialNamed, linkRecords } from './credentials'
import type { CredentialChange, CredentialInput } from './inputs'

/** Puts a course or a certificate into the catalogue; records that call it so already are known as it from then on. */
export async function createCredential(ctx: Context, { kind, name }: CredentialInput): Promise<Credential> {
  const credential = await ctx.store.save(Credential.of({ kind, name: await freeName(ctx, kind, name, null), active: true }))
  await linkRecords(ctx, credential)
  return credential
}

/** Renames one, or takes it out of the choice; what asks for it or holds it goes on doing so. */
export async function updateCredential(ctx: Context, id: string, version: number, { name, active }: CredentialChange): Promise<Credential> {
  const credential = await ctx.store.hold(Credential, id, version)
  if (name) credential.name = await freeName(ctx, credential.kind, name, id)
  if (active !== undefined && active !== null) credential.active = active
  await ctx.store.save(credential)
  if (name) await linkRecords(ctx, credential)
  return credential
}

async function freeName(ctx: Context, kind: CredentialKind, given: string, own: string | null): Promise<string> {
  const name = given.trim()
  if (!name) throw new Invalid({ name: say('请填写名称。', 'Give the name.') })
  const standing = await credentialNamed(ctx, kind, name)
  if (standing && standing.id !== own) throw new Duplicate(say('目录中已有这个名称。', 'The catalogue has this name already.'), { entity: 'Credential', id: standing.id })
  return name
}
