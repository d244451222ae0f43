import { hear } from '../../kernel/events'
import '../employers/events'
import { Account, AccountState } from './Account'
import { forgetSessions } from './identify'

// Nobody signs in for an employer that is closed.
hear('employer.closed', async (ctx, { employerId }) => {
  for (const account of await ctx.store.beyondReach.holdAll(Account, 'it.employerId = ? AND it.state = ?', employerId, AccountState.ACTIVE)) {
    Object.assign(account, { state: AccountState.DISABLED, stamp: account.stamp + 1 })
    await ctx.store.beyondReach.save(account, { action: 'DISABLE' })
    forgetSessions()
  }
})

hear('employers.merged', async () => forgetSessions())
hear('employers.unmerged', async () => forgetSessions())
