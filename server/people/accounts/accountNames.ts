import { Asked } from '../../kernel/asked'
import { foundBy } from '../../kernel/follows'
import { ActorName } from '../../kernel/history'
import { Account } from './Account'

const NAME = new Asked(['displayName', 'id'])

const named = ({ id, displayName }: Account): ActorName => ({ id, name: displayName })

/** Whoever an account belongs to, by name: read together with the row that names the account, or batched over a list. */
foundBy(ActorName, async (ctx, id) => {
  const account = await ctx.store.follow(Account, id, NAME)
  return account && named(account)
}, { type: Account, asked: NAME, shown: named })
