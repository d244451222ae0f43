import { Arg, type ClassType, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import type { Type, Values } from '../../kernel/entity'
import { Invalid, WrongState } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { Volunteer } from '../volunteers/Volunteer'
import type { VolunteerRecord } from './VolunteerRecord'

interface Kind<T> {
  /** Camel case: what its permissions are named after. */
  name: string
  input: ClassType<object>
  /** Finds what a line names in the catalogue, where there is one for its kind. */
  complete?: (ctx: Context, record: T, said: object) => Promise<void>
  /** What is wrong with a line, by field. */
  check: (record: T, today: string) => Record<string, Text>
}

/** One kind of record under a volunteer, with permissions of its own: a line is added, corrected, or set aside with the reason. */
export function recordsOf<T extends VolunteerRecord>(type: ClassType<T>, { name, input, complete, check }: Kind<T>) {
  const kind = type as unknown as Type<T> & { of(values: Partial<Values<T>>): T }

  const mustMakeSense = (record: T, { today }: Context): void => {
    const wrong = check(record, today)
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  }

  @Resolver()
  class RecordResolver {
    @Allow(`${name}.write`)
    @Mutation(() => type, { name: `add${type.name}`, description: 'Adds a line to a volunteer’s records. Refuses with NOT_FOUND, INVALID, IDEMPOTENCY_KEY_REUSED.' })
    async add(@Ctx() ctx: Context, @Arg('volunteerId', () => ID) volunteerId: string, @Arg('input', () => input) values: object): Promise<T> {
      const { clientKey: _key, ...rest } = values as { clientKey?: string }
      await ctx.store.get(Volunteer, volunteerId)
      const record = kind.of({ ...rest, volunteerId, archived: false } as unknown as Partial<Values<T>>)
      await complete?.(ctx, record, rest)
      mustMakeSense(record, ctx)
      return ctx.store.save(record)
    }

    @Allow(`${name}.write`)
    @Mutation(() => type, { name: `correct${type.name}`, description: 'Corrects a line that stands; what it said before stays in its history. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
    async correct(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => input) values: object): Promise<T> {
      const { clientKey: _key, ...rest } = values as { clientKey?: string }
      const record = await ctx.store.hold(kind, id, version)
      if (record.archived) throw new WrongState('ARCHIVED', [])
      Object.assign(record, given(rest))
      await complete?.(ctx, record, rest)
      mustMakeSense(record, ctx)
      return ctx.store.save(record, { action: 'CORRECT' })
    }

    @Allow(`${name}.write`)
    @Mutation(() => type, { name: `archive${type.name}`, description: 'Sets a line aside because it is wrong, with the reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
    async archive(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<T> {
      const record = await ctx.store.hold(kind, id, version)
      if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
      if (record.archived) throw new WrongState('ARCHIVED', [])
      record.archived = true
      return ctx.store.save(record, { action: 'ARCHIVE', note: reason.trim() })
    }
  }
  return RecordResolver
}

/** What was said, without what was left out. */
const given = (values: object): object => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const LATE = say('不能晚于今天。', 'Not after today.')

/** A day that has been: what has happened, not what is planned. */
export const notAfter = (field: string, day: string | null | undefined, today: string): Record<string, Text> => (day && day > today ? { [field]: LATE } : {})
/** A period ends after it begins. */
export const inOrder = (field: string, from: string | null | undefined, to: string | null | undefined): Record<string, Text> => (from && to && to < from ? { [field]: say('应晚于起始日期。', 'It must end after it begins.') } : {})
