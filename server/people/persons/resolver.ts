import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page, search } from '../../kernel/lists'
import { ethnicGroups, isCodeOf, politicalStatuses } from './codes'
import { createPerson } from './createPerson'
import { findDuplicates, type Likeness, LikenessReason } from './duplicates'
import { DuplicatesInput, MergeInput, PersonChange, PersonFilter, PersonInput, PersonSort } from './inputs'
import { MergeState } from './Merge'
import { Person } from './Person'
import { PersonMerge } from './PersonMerge'
import { personMerging } from './personMerging'
import { searchPersons } from './searchPersons'
import { updatePerson } from './updatePerson'

const PersonList = listOf(Person)
const PersonMergeList = listOf(PersonMerge)

@ObjectType('PersonLikeness', { description: 'Somebody who may be the same person.' })
class PersonLikeness implements Likeness {
  @Field(() => Person) person: Person
  @Field(() => [LikenessReason]) reasons: LikenessReason[]
}

@Resolver(() => Person)
export class PersonResolver {
  @Allow('person.read')
  @Query(() => PersonList, { description: 'The registry within reach.' })
  persons(@Ctx() ctx: Context, @Arg('filter', () => PersonFilter, { defaultValue: {} }) filter: PersonFilter, @Arg('sort', () => PersonSort, { nullable: true }) sort: PersonSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PersonList(searchPersons(ctx, filter, sort), page)
  }

  @Allow('person.read')
  @Query(() => Person, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  person(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Person> {
    return ctx.store.get(Person, id)
  }

  @Allow('person.write')
  @Query(() => [PersonLikeness], { description: 'Who within reach may be the person described: by resident ID number, telephone, or name with birth and village.' })
  duplicates(@Ctx() ctx: Context, @Arg('of', () => DuplicatesInput) of: DuplicatesInput): Promise<Likeness[]> {
    return findDuplicates(ctx, of)
  }

  @Allow('person.write')
  @Mutation(() => Person, { description: 'Puts somebody into the registry. Refuses with INVALID, DUPLICATE, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.' })
  createPerson(@Ctx() ctx: Context, @Arg('input', () => PersonInput) input: PersonInput): Promise<Person> {
    return createPerson(ctx, input)
  }

  @Allow('person.write')
  @Mutation(() => Person, { description: 'Corrects what is known of somebody. Refuses with INVALID, DUPLICATE, NOT_FOUND, STALE, WRONG_STATE.' })
  updatePerson(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => PersonChange) input: PersonChange): Promise<Person> {
    return updatePerson(ctx, id, version, input)
  }

  @Allow('person.merge')
  @Mutation(() => PersonMerge, { description: 'Joins two records of one person; with two resident ID numbers somebody else has to confirm it. Refuses with INVALID, NOT_FOUND, WRONG_STATE, INELIGIBLE.' })
  mergePersons(@Ctx() ctx: Context, @Arg('input', () => MergeInput) input: MergeInput): Promise<PersonMerge> {
    return personMerging.merge(ctx, input)
  }

  @Allow('person.merge')
  @Mutation(() => PersonMerge, { description: 'Confirms or refuses a merge that somebody else asked for. Refuses with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, INELIGIBLE.' })
  decideMerge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('agree', () => Boolean) agree: boolean, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<PersonMerge> {
    return personMerging.decide(ctx, id, version, agree, note)
  }

  @Allow('person.merge')
  @Mutation(() => PersonMerge, { description: 'Takes a merge back while that is possible. Refuses with NOT_FOUND, STALE, WRONG_STATE, EXPIRED, INVALID.' })
  undoMerge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<PersonMerge> {
    return personMerging.undo(ctx, id, version, reason)
  }

  @Allow('person.merge')
  @Query(() => PersonMergeList, { description: 'Merges, the latest first.' })
  personMerges(@Ctx() ctx: Context, @Arg('state', () => [MergeState], { nullable: true }) state: MergeState[] | null, @Arg('personId', () => ID, { nullable: true }) personId: string | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = search(ctx, PersonMerge, { filter: { state } })
    if (personId) query.where('(it.fromId = ? OR it.intoId = ?)', personId, personId)
    return new PersonMergeList(query, page)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Needs('birthYear', 'deceasedOn')
  @FieldResolver(() => Int, { nullable: true, description: 'Full years by the year of birth.' })
  age(@Root() person: Person, @Ctx() ctx: Context): number | null {
    return person.birthYear === null ? null : Number((person.deceasedOn ?? ctx.today).slice(0, 4)) - person.birthYear
  }

  @Needs('ethnicCode')
  @FieldResolver(() => String, { nullable: true, description: 'The ethnic group by name, in the language asked for.' })
  ethnicGroup(@Root() { ethnicCode }: Person, @Ctx() ctx: Context): string | null {
    return ethnicCode && isCodeOf(ethnicGroups, ethnicCode) ? ethnicGroups[ethnicCode][ctx.origin.locale] : null
  }

  @Needs('politicalCode')
  @FieldResolver(() => String, { nullable: true, description: 'The political status by name, in the language asked for.' })
  politicalStatus(@Root() { politicalCode }: Person, @Ctx() ctx: Context): string | null {
    return politicalCode && isCodeOf(politicalStatuses, politicalCode) ? politicalStatuses[politicalCode][ctx.origin.locale] : null
  }
}

@Resolver(() => PersonMerge)
export class PersonMergeResolver {
  @Follows(() => Person, 'fromId', { nullable: true })
  from: Person | null

  @Follows(() => Person, 'intoId', { nullable: true })
  into: Person | null
}

export const PersonHistory = historyOf(Person)
