import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow, knownRoles } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { isWithin } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'

/** An account that may look at posts. */
@ObjectType({ description: 'An account that may look at posts.' })
class PostStaff {
  @Field(() => ID) id: string
  @Field() name: string
  @Field() role: string
  @Field(() => Boolean, { description: 'Whether it may be one of the two of a site check.' }) inspects: boolean
  @Field(() => Boolean, { description: 'Whether it may hold a review.' }) reviews: boolean
}

interface Row {
  id: string
  name: string
  role: string
  regionCode: string | null
}

@Resolver()
export class PostStaffResolver {
  @Allow('post.review')
  @Query(() => [PostStaff], { description: 'The accounts in use that may check or review the posts of a place, by name.' })
  async postStaff(@Ctx() { store }: Context, @Arg('region', () => RegionCode) region: string): Promise<PostStaff[]> {
    const may = (role: string, permission: string): boolean => knownRoles()[role]?.may.includes(permission) ?? false
    const roles = Object.keys(knownRoles()).filter(role => may(role, 'post.inspect') || may(role, 'post.review'))
    const rows = await store.sql<Row[]>("SELECT id, displayName AS name, role, regionCode FROM accounts WHERE state = 'ACTIVE' AND role IN (?) ORDER BY displayName, id", [roles])
    return rows
      .filter(({ role, regionCode }) => knownRoles()[role]?.reach === 'banner' || isWithin(region, regionCode ?? ''))
      .map(({ id, name, role }) => ({ id, name, role, inspects: may(role, 'post.inspect'), reviews: may(role, 'post.review') }))
  }
}
