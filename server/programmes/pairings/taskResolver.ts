import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Task } from '../../bureau/tasks/Task'
import { Context } from '../../kernel/context'
import { Person } from '../../people/persons/Person'
import { Volunteer } from '../../people/volunteers/Volunteer'

/** What this module adds to a task: whom it is about, and who is to go. */
@Resolver(() => Task)
export class TaskPeopleResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Whom it is about.' })
  person(@Root() task: Task, @Ctx() ctx: Context) {
    return ctx.store.follow(Person, task.personId)
  }

  @FieldResolver(() => Volunteer, { nullable: true, description: 'Whose visit it is about.' })
  volunteer(@Root() task: Task, @Ctx() ctx: Context) {
    return ctx.store.follow(Volunteer, task.volunteerId)
  }
}
