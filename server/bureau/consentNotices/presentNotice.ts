import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { ConsentNotice } from './ConsentNotice'

/** The notice that is shown today: the latest that has come into force. */
export async function presentNotice(ctx: Context): Promise<ConsentNotice> {
  const found = await ctx.store.beyondReach.query(ConsentNotice).where('it.fromOn <= ?', ctx.today).orderBy('it.fromOn DESC').orderBy('it.id DESC').first()
  if (!found) throw new Refused('CONSENT_MISSING', say('告知书还没有发布，请局机关先发布。', 'There is no notice yet: the bureau issues one first.'))
  return found
}

/** One edition, whether it is still shown or not; null where there is none that has come into force. */
export const noticeOf = (ctx: Context, edition: string): Promise<ConsentNotice | null> => ctx.store.beyondReach.query(ConsentNotice).where('it.edition = ? AND it.fromOn <= ?', edition, ctx.today).first()

/** Refuses an agreement to what nobody was ever told. */
export async function mustBeNotice(ctx: Context, edition: string, field = 'consentVersion'): Promise<void> {
  if (!(await noticeOf(ctx, edition))) throw new Invalid({ [field]: say('没有这个版本的告知书。', 'There is no such edition of the notice.') })
}
