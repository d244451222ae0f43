import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { hear } from '../../kernel/events'
import { say } from '../../kernel/text'
import { Membership } from './Membership'
import { endByDeath } from './moveVolunteer'
import { Volunteer } from './Volunteer'

hear('persons.merged', async (ctx, { fromId, intoId, moved }) => {
  const [from] = await ctx.store.beyondReach.holdAll(Volunteer, 'it.personId = ?', fromId)
  if (!from) return
  if (await ctx.store.beyondReach.query(Volunteer).where('it.personId = ?', intoId).exists()) {
    throw new Refused('INELIGIBLE', say('两条记录都是志愿者，请先办理其中一个退出并核对时长。', 'Both are volunteers; settle one of the two first.'), { role: 'Volunteer' })
  }
  await carry(ctx, from, intoId)
  moved.push({ entity: 'Volunteer', id: from.id })
})

hear('persons.unmerged', async (ctx, { fromId, moved }) => {
  for (const { id } of moved.filter(one => one.entity === 'Volunteer')) await carry(ctx, await ctx.store.beyondReach.hold(Volunteer, id), fromId)
})

hear('person.moved', async (ctx, { personId, regionCode }) => {
  for (const volunteer of await ctx.store.beyondReach.holdAll(Volunteer, 'it.personId = ?', personId)) {
    volunteer.regionCode = regionCode
    await ctx.store.beyondReach.save(volunteer)
    for (const membership of await ctx.store.beyondReach.holdAll(Membership, 'it.live IS NOT NULL AND it.volunteerId = ?', volunteer.id)) {
      membership.regionCode = regionCode
      await ctx.store.beyondReach.save(membership)
    }
  }
})

hear('person.died', async (ctx, { personId }) => {
  for (const volunteer of await ctx.store.beyondReach.holdAll(Volunteer, 'it.personId = ?', personId)) await endByDeath(ctx, volunteer)
})

async function carry(ctx: Context, volunteer: Volunteer, personId: string): Promise<void> {
  volunteer.personId = personId
  await ctx.store.beyondReach.save(volunteer, { action: 'CARRY_OVER' })
}
