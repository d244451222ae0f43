import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { Credential } from './Credential'
import { CredentialChange, CredentialFilter, CredentialInput } from './inputs'
import { createCredential, updateCredential } from './keepCredentials'

const CredentialList = listOf(Credential)

/** The catalogue of courses and certificates. */
@Resolver(() => Credential)
export class CredentialResolver {
  @Allow('credential.read')
  @Query(() => CredentialList, { description: 'The catalogue of courses and certificates.' })
  credentials(@Ctx() ctx: Context, @Arg('filter', () => CredentialFilter, { defaultValue: {} }) filter: CredentialFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const rules = { q: (rows: { where(sql: string, value: string): unknown }, q: string) => rows.where('it.name LIKE ?', `%${q.trim().replace(/[%_\\]/g, '\\$&')}%`) }
    return new CredentialList(search(ctx, Credential, { filter, sort: { field: 'KIND', order: Order.ASC }, rules }), page)
  }

  @Allow('credential.read')
  @Query(() => Credential, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  credential(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Credential> {
    return ctx.store.get(Credential, id)
  }

  @Allow('credential.write')
  @Mutation(() => Credential, { description: 'Puts a course or a certificate into the catalogue. Refuses with INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  createCredential(@Ctx() ctx: Context, @Arg('input', () => CredentialInput) input: CredentialInput): Promise<Credential> {
    return createCredential(ctx, input)
  }

  @Allow('credential.write')
  @Mutation(() => Credential, { description: 'Renames one, or takes it out of the choice. Refuses with NOT_FOUND, STALE, INVALID, DUPLICATE.' })
  updateCredential(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => CredentialChange) input: CredentialChange): Promise<Credential> {
    return updateCredential(ctx, id, version, input)
  }
}

export const CredentialHistory = historyOf(Credential)
