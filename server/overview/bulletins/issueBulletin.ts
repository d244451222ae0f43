import type { Context } from '../../kernel/context'
import { monthOf } from '../../kernel/days'
import { Duplicate, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Bulletin } from './Bulletin'
import { drawBulletin } from './drawBulletin'
import type { CorrectBulletinInput, IssueBulletinInput } from './inputs'

/** Issues the bulletin of a month that is over: its figures are frozen as they stand now. There is one a month; what is wrong in it is corrected by another. */
export async function issueBulletin(ctx: Context, { month, remark }: IssueBulletinInput): Promise<Bulletin> {
  if (month >= monthOf(ctx.today)) throw new Invalid({ month: say('这个月还没有结束，只能预览；次月起可以印发。', 'The month is not over: it can be looked at, and issued from the next month on.') })
  if (await ctx.store.query(Bulletin).where('it.month = ?', month).exists()) throw new Duplicate(say('这个月的通报已经印发，需要更改的，请在原通报上印发更正。', 'The bulletin of this month has been issued; correct it by another one.'))
  return issue(ctx, month, { edition: 0, remark, correctsId: null, reason: null })
}

/** Issues the figures of a month anew in place of a bulletin that was wrong, and says why. The old one stays as it is. */
export async function correctBulletin(ctx: Context, id: string, { reason, remark }: CorrectBulletinInput): Promise<Bulletin> {
  const old = await ctx.store.hold(Bulletin, id)
  if (!reason.trim()) throw new Invalid({ reason: say('请写明更正的原因。', 'Say why it is corrected.') })
  if (await ctx.store.query(Bulletin).where('it.correctsId = ?', id).exists()) throw new Duplicate(say('这期通报已经更正过，请在最新的一期上更正。', 'This bulletin has been corrected already; correct the latest one.'))
  return issue(ctx, old.month, { edition: old.edition + 1, remark, correctsId: old.id, reason: reason.trim() })
}

async function issue(ctx: Context, month: string, { remark, ...more }: { edition: number; remark?: string | null; correctsId: string | null; reason: string | null }): Promise<Bulletin> {
  const { actor, today } = ctx
  const content = await drawBulletin(ctx, month)
  return ctx.store.save(Bulletin.of({ ...more, number: Bulletin.numberOf(month, more.edition), month, issuedOn: today, issuedById: actor.id, issuedByName: actor.name, remark: remark?.trim() || null, content }), { note: more.reason })
}
