import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { IsNotEmpty, MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { say } from '../../kernel/text'
import { Region } from '../regions/Region'
import { TaskFilter, TaskSort, searchTasks } from './searchTasks'
import { Task, TaskState } from './Task'

const TaskList = listOf(Task)

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
    return new TaskList(searchTasks(ctx, filter, sort), page)
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

  @Follows(() => Region, 'regionCode')
  region: Region

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
