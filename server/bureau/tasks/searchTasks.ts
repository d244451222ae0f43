import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { addDays, startOfDay } from '../../kernel/days'
import { IsOptional, MaxLength } from '../../kernel/inputRules'
import { Order, search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Day, RegionCode } from '../../kernel/scalars'
import { Task, TaskKind, TaskState } from './Task'

@InputType()
export class TaskFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [TaskState], { nullable: true }) state?: TaskState[] | null
  @Field(() => [TaskKind], { nullable: true }) kind?: TaskKind[] | null
  @Field(() => ID, { nullable: true }) entityId?: string | null
  @Field(() => String, { nullable: true, description: 'What opened it, such as one weather warning.' }) @IsOptional() @MaxLength(80) cause?: string | null
  @Field(() => ID, { nullable: true }) assigneeId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Open and past its hour, or not.' }) overdue?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Settled within its hour, or not.' }) inTime?: boolean | null
  @Field(() => Day, { nullable: true, description: 'Opened on that day or later.' }) openedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) openedOnTo?: string | null
}

export enum TaskSortField {
  DUE_AT = 'DUE_AT',
  OPENED_AT = 'OPENED_AT',
}
registerEnumType(TaskSortField, { name: 'TaskSortField' })

@InputType()
export class TaskSort {
  @Field(() => TaskSortField) field: TaskSortField
  @Field(() => Order) order: Order
}

/** Seen to before its hour had passed. */
export const inTimeSql = (): Condition => ({ sql: '(it.state = ? AND it.settledAt <= it.dueAt)', values: [TaskState.SETTLED] })

/** The tasks within reach, as they are asked for; the nearest deadline first unless another order is asked. */
export function searchTasks(ctx: Context, filter: TaskFilter, sort: TaskSort | null): Query<Task> {
  return search(ctx, Task, {
    filter,
    sort: sort ?? { field: 'DUE_AT', order: Order.ASC },
    rules: {
      overdue: (rows, wanted) => rows.where(wanted ? 'it.state = ? AND it.dueAt < ?' : 'NOT (it.state = ? AND it.dueAt < ?)', TaskState.OPEN, ctx.now),
      inTime: (rows, wanted) => { const settled = inTimeSql(); rows.where(wanted ? settled.sql : `NOT COALESCE(${settled.sql}, 0)`, ...settled.values) },
      openedOnFrom: (rows, day) => rows.where('it.openedAt >= ?', startOfDay(day)),
      openedOnTo: (rows, day) => rows.where('it.openedAt < ?', startOfDay(addDays(day, 1))),
    },
  })
}
