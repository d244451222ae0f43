import { defaultFieldResolver, getNamedType, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql'
import { ANYONE } from './access'
import { Before, type Context } from './context'
import type { Entity, Type } from './entity'
import { Duplicate, Forbidden, Limited, Refusal, Refused, Unauthenticated, Unfit } from './errors'
import { log } from './log'
import { isOpened } from './opened'
import { maskColumn } from './sealed'
import { keepPace, type Pace } from './throttle'
import { holdsHalves, refusalOf } from './validation'
import { say } from './text'

/** What an actor may do who must first change a password or set up a second factor. */
const OPEN_TO_BARRED = new Set(['me', 'about', 'signOut', 'changePassword', 'enrolTotp', 'confirmTotp'])

/**
 * Wraps every root field once, so that no resolver has to remember: the actor is allowed or refused, a mutation runs in one
 * transaction and at most once for its `clientKey`, refused attempts are in the trail; and personal data leaves as its mask.
 */
export function frontDoor(schema: GraphQLSchema, typeNamed: (name: string) => Type | undefined): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const permission = field.extensions.allow
      const pace = field.extensions.pace as Pace | undefined
      if (typeof permission !== 'string') throw new Error(`${root!.name}.${field.name} has no @Allow.`)
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = root === schema.getMutationType() ? mutation(field.name, permission, pace, resolve, typeNamed) : query(field.name, permission, pace, field.extensions.opens === true, resolve)
    }
  }
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const { sealed, plainWhenOpened, guard } = field.extensions
      if (typeof sealed === 'string') field.resolve = masked(sealed, plainWhenOpened === true)
      if (typeof guard !== 'string') continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args, ctx: Context, info) => (ctx.actor.may(guard) ? resolve(source, args, ctx, info) : null)
    }
  }
  return schema
}

type Resolve = GraphQLFieldResolver<unknown, Context>

function masked(property: string, plainWhenOpened: boolean): Resolve {
  const mask = maskColumn(property)
  return source => {
    const row = source as Record<string, unknown>
    return (plainWhenOpened && isOpened(row) && row[property]) || (row[mask] ?? null)
  }
}

function query(name: string, permission: string, pace: Pace | undefined, opens: boolean, resolve: Resolve): Resolve {
  return async (source, args, ctx, info) => {
    try {
      enter(name, permission, args, ctx)
      const answer = async () => resolve(source, args, ctx, info)
      const result = await (pace ? keepPace(name, pace, ctx, answer) : answer())
      if (opens && result) await ctx.open(name, result as Entity)
      return result
    } catch (error) {
      return refuse(name, ctx, error, opens || error instanceof Forbidden)
    }
  }
}

function mutation(name: string, permission: string, pace: Pace | undefined, resolve: Resolve, typeNamed: (name: string) => Type | undefined): Resolve {
  return async (source, args: Record<string, unknown>, ctx, info) => {
    try {
      enter(name, permission, args, ctx)
      const clientKey = (args.input as { clientKey?: string } | undefined)?.clientKey ?? (args.clientKey as string | undefined)
      const act = () => ctx.transact(name, inner => resolve(source, args, inner, info) as Promise<unknown>, clientKey ? { clientKey, content: [name, args] } : null)
      const result = await (pace ? keepPace(name, pace, ctx, act) : act())
      return result instanceof Before ? await again(ctx, result, info, typeNamed) : result
    } catch (error) {
      return refuse(name, ctx, error, true)
    }
  }
}

/** The answer to an act that had been sent before: its record as it is now. What was shown once, such as a password, is not shown again. */
async function again(ctx: Context, { entity, entityId }: Before, info: GraphQLResolveInfo, typeNamed: (name: string) => Type | undefined): Promise<unknown> {
  const asked = getNamedType(info.returnType).name
  const type = typeNamed(entity)
  const receiptOf = info.parentType.getFields()[info.fieldName]?.extensions.receiptOf
  if (type && (asked === entity || receiptOf === entity)) return ctx.store.beyondReach.get<Entity>(type, entityId)
  if (asked === 'Boolean') return true
  throw new Duplicate(say('这次提交已经完成；其中只显示一次的内容不再显示，请刷新查看。', 'This was done by an earlier sending; what is shown once is not shown again. Refresh to see it.'), { entity, id: entityId })
}

function enter(name: string, permission: string, args: unknown, ctx: Context): void {
  if (ctx.actor.role === 'anonymous') {
    if (permission !== ANYONE) throw new Unauthenticated()
    if (ctx.origin.mayAsk && !ctx.origin.mayAsk.has(name)) throw new Forbidden(name)
  }
  if (ctx.actor.barred && !OPEN_TO_BARRED.has(name)) {
    throw new Refused(ctx.actor.barred, ctx.actor.barred === 'TOTP_REQUIRED' ? say('请先启用动态码。', 'Set up your second factor first.') : say('请先修改密码。', 'Change your password first.'))
  }
  ctx.actor.mustBeAllowed(permission)
  if (holdsHalves(args)) throw new Unfit()
}

/** Remembers a refused attempt, and passes the refusal on. What is no refusal is our fault and goes on as it is. */
async function refuse(name: string, ctx: Context, error: unknown, remember: boolean): Promise<never> {
  const refusal = refusalOf(error)
  if (remember && refusal instanceof Refusal && refusal.code !== 'UNAVAILABLE' && !refusal.keeps && !(refusal instanceof Limited && refusal.quiet)) {
    await ctx.remember(name, refusal).catch(cause => log.error({ act: name, error: (cause as Error).message }, 'a refused attempt could not be recorded'))
  }
  throw refusal
}
