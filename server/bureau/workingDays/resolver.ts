import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { insertAll } from '../../kernel/bulk'
import { Context } from '../../kernel/context'
import { Day } from '../../kernel/scalars'
import { holidayYears } from './data'
import { DayException, WorkingDayException } from './WorkingDayException'
import { exceptionsOf, isWorkingDay } from './workingDays'

@Resolver()
export class WorkingDayResolver {
  @Allow('workingDay.read')
  @Query(() => [WorkingDayException], { description: 'The days of a year that are not as their weekday.' })
  workingDays(@Ctx() ctx: Context, @Arg('year', () => Int) year: number): Promise<WorkingDayException[]> {
    return ctx.store.query(WorkingDayException).where('it.day BETWEEN ? AND ?', `${year}-01-01`, `${year}-12-31`).orderBy('it.day').rows()
  }

  @Allow('workingDay.write')
  @Mutation(() => Boolean, { description: 'Says whether the bureau works on a day. True where that is not as the weekday. Refuses with BAD_REQUEST for what is no day.' })
  async setWorkingDay(@Ctx() ctx: Context, @Arg('day', () => Day) day: string, @Arg('works', () => Boolean) works: boolean): Promise<boolean> {
    const usual = isWorkingDay(day, new Map())
    const [row] = await ctx.store.holdAll(WorkingDayException, 'it.day = ?', day)
    const kind = works ? DayException.WORK : DayException.OFF
    if (row || usual !== works) await ctx.store.save(Object.assign(row ?? WorkingDayException.of({ day }), { kind }))
    return usual !== works
  }
}

/** Loads the announced holidays, where there are none yet. */
export async function loadWorkingDays(ctx: Context): Promise<void> {
  if (await ctx.store.query(WorkingDayException).exists()) return
  const days = [...exceptionsOf(holidayYears)].map(([day, kind]) => WorkingDayException.of({ day, kind: kind === 'OFF' ? DayException.OFF : DayException.WORK }))
  await ctx.transact('loadWorkingDays', inner => insertAll(inner, WorkingDayException, days))
}
