import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql'
import { Region } from '../../../bureau/regions/Region'
import { Task } from '../../../bureau/tasks/Task'
import { Allow, reachOf } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { historyOf } from '../../../kernel/history'
import { listOf, Order, Page, search } from '../../../kernel/lists'
import { ancestorsOf, prefixOf } from '../../../kernel/regionCode'
import { RegionCode } from '../../../kernel/scalars'
import { liftWarning, mayLift } from './closeWarning'
import { issueWarning, WeatherWarningInput } from './issueWarning'
import { causeOf, WarningAction, WarningState, warningWorkflow, WeatherKind, WeatherLevel, WeatherWarning } from './WeatherWarning'
import { Follows } from '../../../kernel/follows'

const WeatherWarningList = listOf(WeatherWarning)

@InputType()
class WeatherWarningFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => [WeatherKind], { nullable: true }) kind?: WeatherKind[] | null
  @Field(() => [WeatherLevel], { nullable: true }) level?: WeatherLevel[] | null
  @Field(() => [WarningState], { nullable: true }) state?: WarningState[] | null
  @Field(() => RegionCode, { nullable: true, description: 'Warnings for the division, for a part of it, or for what it lies in.' }) region?: string | null
}

enum WeatherWarningSortField {
  STARTS_AT = 'STARTS_AT',
  ENDS_AT = 'ENDS_AT',
}
registerEnumType(WeatherWarningSortField, { name: 'WeatherWarningSortField' })

@InputType()
class WeatherWarningSort {
  @Field(() => WeatherWarningSortField) field: WeatherWarningSortField
  @Field(() => Order) order: Order
}

/** How many elders a warning concerns, within the reach of whoever asks. */
@ObjectType()
class WarningFigures {
  @Field(() => Int, { description: 'Elders for whom somebody was told.' }) told: number
  @Field(() => Int, { description: 'Of them those who were visited or called.' }) reached: number
  @Field(() => Int, { description: 'Of them those whom nobody has reached yet.' }) open: number
}

/** Weather warnings, as the schema names them. */
@Resolver(() => WeatherWarning)
export class WeatherWarningResolver {
  @Allow('warning.read')
  @Query(() => WeatherWarningList)
  weatherWarnings(@Ctx() ctx: Context, @Arg('filter', () => WeatherWarningFilter, { defaultValue: {} }) filter: WeatherWarningFilter, @Arg('sort', () => WeatherWarningSort, { nullable: true }) sort: WeatherWarningSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = search(ctx, WeatherWarning, {
      filter,
      sort,
      rules: {
        region: (rows, code) => {
          const above = ancestorsOf(code)
          rows.where(`(${above.map(() => 'FIND_IN_SET(?, it.regionCodes)').join(' OR ')} OR CONCAT(',', it.regionCodes) LIKE ?)`, ...above, `%,${prefixOf(code)}%`)
        },
      },
    })
    return new WeatherWarningList(query, page)
  }

  @Allow('warning.read')
  @Query(() => WeatherWarning, { nullable: true })
  weatherWarning(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(WeatherWarning, id)
  }

  @Allow('warning.write')
  @Mutation(() => WeatherWarning, { description: 'Gives a warning for divisions within reach; each elder at high risk there gets somebody to look in. Refuses with NOT_FOUND, INVALID, DUPLICATE.' })
  issueWeatherWarning(@Ctx() ctx: Context, @Arg('input', () => WeatherWarningInput) input: WeatherWarningInput) {
    return issueWarning(ctx, input)
  }

  @Allow('warning.write')
  @Mutation(() => WeatherWarning, { description: 'Lifts a warning before its time; what is open of it closes. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  liftWeatherWarning(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string) {
    return liftWarning(ctx, id, version, reason)
  }

  @Follows(() => [Region], 'regionCodes')
  regions: Region[]

  @FieldResolver(() => WarningFigures, { description: 'Within your reach.' })
  figures(@Root() warning: WeatherWarning, @Ctx() ctx: Context): Promise<WarningFigures> {
    return ctx.store.batch('WeatherWarning.figures', warning.id, async ids => {
      const reach = reachOf(ctx.actor, Task)
      const rows = await ctx.store.sql(
        `SELECT cause, COUNT(*) AS told, SUM(reached) AS reached, SUM(waits AND NOT reached) AS waits FROM (SELECT it.cause, it.personId, MAX(it.state = 'SETTLED') AS reached, MAX(it.state = 'OPEN') AS waits FROM tasks it WHERE ${reach.sql} AND it.cause IN (?) GROUP BY it.cause, it.personId) each_elder GROUP BY cause`,
        [...reach.values, ids.map(causeOf)],
      )
      const byCause = new Map(rows.map(row => [row.cause as string, { told: Number(row.told), reached: Number(row.reached), open: Number(row.waits) }]))
      return ids.map(id => byCause.get(causeOf(id)) ?? { told: 0, reached: 0, open: 0 })
    })
  }

  @FieldResolver(() => String, { description: 'What its tasks are listed by: tasks(filter: { cause }).' })
  cause(@Root() warning: WeatherWarning): string {
    return warning.cause
  }

  @FieldResolver(() => [WarningAction])
  openActions(@Root() warning: WeatherWarning, @Ctx() ctx: Context): WarningAction[] {
    return mayLift(ctx, warning) ? warningWorkflow.open(warning, ctx.actor) : []
  }
}

export const WeatherWarningHistory = historyOf(WeatherWarning)
