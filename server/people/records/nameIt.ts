import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { CredentialKind } from './Credential'
import { credentialNamed, mustBeCredential } from './credentials'

type Named<P extends string> = { credentialId: string | null } & Record<P, string>

/** Lets a record be one of the catalogue: the one that was chosen, or else the one that is called as it was written. What is in no catalogue keeps its own words, and no activity asks for it. */
export async function nameIt<P extends string>(ctx: Context, record: Named<P>, field: P, kind: CredentialKind, said: { credentialId?: string | null }): Promise<void> {
  const credential = said.credentialId ? await mustBeCredential(ctx, said.credentialId, kind, 'credentialId') : record[field]?.trim() ? await credentialNamed(ctx, kind, record[field].trim()) : null
  const name = credential?.name ?? record[field]?.trim()
  if (!name) throw new Invalid({ [field]: say('请从目录中选择，或填写名称。', 'Choose one of the catalogue, or say what it is called.') })
  Object.assign(record, { credentialId: credential?.id ?? null, [field]: name })
}
