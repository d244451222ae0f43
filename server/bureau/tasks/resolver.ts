import { IsNotEmpty, MaxLength } from 'class-validator'
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, registerEnumType, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { historyOf } from '../../kernel/history'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { RegionCode } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { Region } from '../regions/Region'
import { regionOf } from '../regions/regionOf'
import { Task, TaskKind, TaskState } from './Task'

const TaskList = listOf(Task)

@InputType()
class TaskFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [TaskState], { nullable: true }) state?: TaskState[] | null
  @Field(() => [TaskKind], { nullable: true }) kind?: TaskKind[] | null
  @Field(() => ID, { nullable: true }) entityId?: string | null
  @Field(() => ID, { nullable: true }) assigneeId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Open and past its hour, or not.' }) overdue?: boolean | null
}

enum TaskSortField {
  DUE_AT = 'DUE_AT',
  OPENED_AT = 'OPENED_AT',
}
registerEnumType(TaskSortField, { name: 'TaskSortField' })

@InputType()
class TaskSort {
  @Field(() => TaskSortField) field: TaskSortField
  @Field(() => Order) order: Order
}

@InputType()
class SettleTaskInput {
  @Field({ description: 'What was done.' }) @IsNotEmpty() @MaxLength(500) settlement: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@Resolver(() => Task)
export class TaskResolver {
  @Allow('task.read')
  @Query(() => TaskList)
  tasks(@Ctx() ctx: Context, @Arg('filter', () => TaskFilter, { defaultValue: {} }) filter: TaskFilter, @Arg('sort', () => TaskSort, { nullable: true }) sort: TaskSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = search(ctx, Task, {
      filter,
      sort: sort ?? { field: 'DUE_AT', order: Order.ASC },
      rules: { overdue: (rows, wanted) => rows.where(wanted ? 'it.state = ? AND it.dueAt < ?' : 'NOT (it.state = ? AND it.dueAt < ?)', TaskState.OPEN, ctx.now) },
    })
    return new TaskList(query, page)
  }

  @Allow('task.read')
  @Query(() => Task, { nullable: true })
  task(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Task, id)
  }

  @Allow('task.settle')
  @Mutation(() => Task, { description: 'Says what was done about a task, and closes it. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  async settleTask(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => SettleTaskInput) input: SettleTaskInput): Promise<Task> {
    if (!input.settlement.trim()) throw new Invalid({ settlement: say('请写明处理情况。', 'Say what was done.') })
    const task = await ctx.store.hold(Task, id, version)
    if (task.state !== TaskState.OPEN) throw new WrongState(task.state, [])
    Object.assign(task, { state: TaskState.SETTLED, openKey: null, settledAt: ctx.now, settledById: ctx.actor.id, settlement: input.settlement })
    return ctx.store.save(task, { action: 'SETTLE', note: input.settlement })
  }

  @FieldResolver(() => Region)
  region(@Root() task: Task, @Ctx() ctx: Context): Promise<Region> {
    return regionOf(ctx, task.regionCode)
  }

  @FieldResolver(() => Boolean, { description: 'Open and past its hour.' })
  overdue(@Root() task: Task, @Ctx() ctx: Context): boolean {
    return task.state === TaskState.OPEN && task.dueAt < ctx.now
  }

  @FieldResolver(() => Boolean, { description: 'Whether whoever asks may settle it now.' })
  maySettle(@Root() task: Task, @Ctx() ctx: Context): boolean {
    return task.state === TaskState.OPEN && ctx.actor.may('task.settle')
  }
}

export const TaskHistory = historyOf(Task)
