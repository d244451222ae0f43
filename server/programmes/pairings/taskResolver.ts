import { Resolver } from 'type-graphql'
import { Task } from '../../bureau/tasks/Task'
import { Person } from '../../people/persons/Person'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Follows } from '../../kernel/follows'

/** What this module adds to a task: whom it is about, and who is to go. */
@Resolver(() => Task)
export class TaskPeopleResolver {
  @Follows(() => Person, 'personId', { nullable: true, description: 'Whom it is about.' })
  person: Person | null

  @Follows(() => Volunteer, 'volunteerId', { nullable: true, description: 'Whose visit it is about.' })
  volunteer: Volunteer | null
}
