import { hear } from '../../kernel/events'
import '../persons/events'
import { Account, AccountState } from './Account'
import { forgetSessions } from './identify'

// Nobody signs in for the dead.
hear('person.died', async (ctx, { personId }) => {
  for (const account of await ctx.store.beyondReach.holdAll(Account, 'it.personId = ? AND it.state = ?', personId, AccountState.ACTIVE)) {
    Object.assign(account, { state: AccountState.DISABLED, stamp: account.stamp + 1 })
    await ctx.store.beyondReach.save(account, { action: 'DISABLE' })
    forgetSessions()
  }
})

hear('persons.merged', async () => forgetSessions())
hear('persons.unmerged', async () => forgetSessions())
