import { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { historyOf } from '../../../kernel/history'
import { listOf, Order, Page, search } from '../../../kernel/lists'
import { ApiKey } from './ApiKey'
import { ApiKeyChange, ApiKeyFilter, ApiKeyInput } from './inputs'
import { createApiKey, publicOperations, revokeApiKey, updateApiKey } from './keepApiKeys'

const ApiKeyList = listOf(ApiKey)

@ObjectType({ description: 'A key that is shown once.' })
class ApiKeyWithSecret {
  @Field(() => ApiKey) apiKey: ApiKey
  @Field({ description: 'To be sent as `x-api-key`.' }) key: string
}

const operationsOf = ({ schema }: GraphQLResolveInfo): string[] => [...publicOperations(schema.getQueryType()!.getFields()), ...publicOperations(schema.getMutationType()!.getFields())]

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Allow('apiKey.write')
  @Query(() => ApiKeyList, { description: 'The front ends of the bureau, newest first.' })
  apiKeys(@Ctx() ctx: Context, @Arg('filter', () => ApiKeyFilter, { defaultValue: {} }) filter: ApiKeyFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ApiKeyList(search(ctx, ApiKey, { filter, sort: { field: 'CREATED_AT', order: Order.DESC } }), page)
  }

  @Allow('apiKey.write')
  @Query(() => ApiKey, { nullable: true })
  apiKey(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(ApiKey, id)
  }

  @Allow('apiKey.write')
  @Query(() => [String], { description: 'What can be asked without a sign-in, and so what a key may be given.' })
  publicOperations(@Info() info: GraphQLResolveInfo): string[] {
    return operationsOf(info)
  }

  @Allow('apiKey.write')
  @Mutation(() => ApiKeyWithSecret, { description: 'Gives a front end a key, shown once. Refuses with INVALID.' })
  createApiKey(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ApiKeyInput) { clientKey: _, ...input }: ApiKeyInput): Promise<ApiKeyWithSecret> {
    return createApiKey(ctx, input, operationsOf(info))
  }

  @Allow('apiKey.write')
  @Mutation(() => ApiKey, { description: 'Changes what a key may ask, from where and how often; it holds within five seconds. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  updateApiKey(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ApiKeyChange) input: ApiKeyChange): Promise<ApiKey> {
    return updateApiKey(ctx, id, version, input, operationsOf(info))
  }

  @Allow('apiKey.write')
  @Mutation(() => ApiKey, { description: 'Takes a key back for good. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  revokeApiKey(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<ApiKey> {
    return revokeApiKey(ctx, id, version, reason)
  }
}

export const ApiKeyHistory = historyOf(ApiKey)
