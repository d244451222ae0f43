import { hear } from '../../kernel/events'
import '../persons/events'
import { Employment, EmploymentEnd } from './Employment'
import { finish } from './employments'

// The dead work nowhere.
hear('person.died', async (ctx, { personId, diedOn }) => {
  for (const employment of await ctx.store.beyondReach.holdAll(Employment, 'it.personId = ? AND it.`to` IS NULL', personId)) {
    await finish(ctx, employment, diedOn < employment.from ? employment.from : diedOn, EmploymentEnd.DIED, null)
  }
})
