import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { ConsentNotice } from './ConsentNotice'
import type { ConsentNoticeInput } from './inputs'

/** Words the notice anew, from a day on. What was agreed to before stays what it was. */
export async function createConsentNotice(ctx: Context, input: ConsentNoticeInput): Promise<ConsentNotice> {
  const { id: writtenById, name: writtenByName } = ctx.actor
  return write(ctx, ConsentNotice.of({ writtenById, writtenByName }), input)
}

/** Changes a wording that nobody has been shown yet. */
export async function updateConsentNotice(ctx: Context, id: string, version: number, input: ConsentNoticeInput): Promise<ConsentNotice> {
  const notice = await ctx.store.hold(ConsentNotice, id, version)
  if (notice.fromOn <= ctx.today) throw new WrongState('IN_FORCE', [], say('已生效的告知书不能修改，请发布新的版本。', 'A notice in force is never changed: issue a new one.'))
  const { id: writtenById, name: writtenByName } = ctx.actor
  return write(ctx, Object.assign(notice, { writtenById, writtenByName }), input)
}

async function write(ctx: Context, notice: ConsentNotice, { textZh, textEn, fromOn }: ConsentNoticeInput): Promise<ConsentNotice> {
  if (fromOn < ctx.today) throw new Invalid({ fromOn: say('不能早于今天。', 'Not before today.') })
  if (!textZh.trim()) throw new Invalid({ textZh: say('请填写告知书内容。', 'Write the notice.') })
  const year = fromOn.slice(0, 4)
  if (notice.edition?.slice(0, 4) !== year) notice.edition = `${year}-${(await numbersOf(ctx, year)) + 1}`
  return ctx.store.save(Object.assign(notice, { textZh: textZh.trim(), textEn: textEn?.trim() || null, fromOn }))
}

/** The highest number that an edition of a year has. Two written at one moment meet at the unique index, and the second is refused. */
async function numbersOf(ctx: Context, year: string): Promise<number> {
  const editions = await ctx.store.query(ConsentNotice).where('it.edition LIKE ?', `${year}-%`).rows()
  return Math.max(0, ...editions.map(({ edition }) => Number(edition.slice(5)) || 0))
}
