import { widen } from '../../kernel/access'
import { Refused } from '../../kernel/errors'
import { announce, hear } from '../../kernel/events'
import { say } from '../../kernel/text'
import { Person } from '../persons/Person'
import { Beneficiary } from './Beneficiary'
import { Contact } from './Contact'
import { endByDeath } from './endBeneficiary'

// A case worker reaches the persons of the elders entrusted to them.
widen(Person, 'assigned', 'it.id IN (SELECT b.personId FROM beneficiaries b WHERE b.caseWorkerId = :me)')

hear('persons.merged', async (ctx, { fromId, intoId, moved }) => {
  const [from] = await ctx.store.beyondReach.holdAll(Beneficiary, 'it.personId = ?', fromId)
  if (!from) return
  if (await ctx.store.beyondReach.query(Beneficiary).where('it.personId = ?', intoId).exists()) {
    throw new Refused('INELIGIBLE', say('两条记录都是服务对象，请先办理其中一个终止服务。', 'Both are beneficiaries; settle one of the two first.'), { role: 'Beneficiary' })
  }
  from.personId = intoId
  await ctx.store.beyondReach.save(from, { action: 'CARRY_OVER' })
  moved.push({ entity: 'Beneficiary', id: from.id })
})

hear('persons.unmerged', async (ctx, { fromId, moved }) => {
  for (const { id } of moved.filter(one => one.entity === 'Beneficiary')) {
    const beneficiary = await ctx.store.beyondReach.hold(Beneficiary, id)
    beneficiary.personId = fromId
    await ctx.store.beyondReach.save(beneficiary, { action: 'CARRY_OVER' })
  }
})

hear('person.moved', async (ctx, { personId, regionCode }) => {
  for (const beneficiary of await ctx.store.beyondReach.holdAll(Beneficiary, 'it.personId = ?', personId)) {
    beneficiary.regionCode = regionCode
    await ctx.store.beyondReach.save(beneficiary)
    for (const contact of await ctx.store.beyondReach.holdAll(Contact, 'it.beneficiaryId = ?', beneficiary.id)) {
      contact.regionCode = regionCode
      await ctx.store.beyondReach.save(contact)
    }
    await announce(ctx, 'beneficiary.moved', { beneficiaryId: beneficiary.id, regionCode })
  }
})

hear('person.died', async (ctx, { personId, diedOn }) => {
  for (const beneficiary of await ctx.store.beyondReach.holdAll(Beneficiary, 'it.personId = ?', personId)) await endByDeath(ctx, beneficiary, diedOn)
})
