import { Station, StationKind } from '../../../bureau/stations/Station'
import type { Context } from '../../../kernel/context'
import { Invalid, WrongState } from '../../../kernel/errors'
import { type Drawn, drawPaper } from '../../../kernel/paper'
import { say } from '../../../kernel/text'
import { keepPace, type Pace } from '../../../kernel/throttle'
import { Employer } from '../../../people/employers/Employer'
import { PioneerPost } from '../PioneerPost'
import { type PlaqueLabel, plaquePaper } from './plaquePaper'

/** A paper takes the machine most of a second, so that nobody prints without end. */
export const PRINTING: Pace = { by: ctx => ctx.actor.id, limit: async () => ({ tries: 10, minutes: 1 }) }
/** How many plaques one sheet may have. */
const MOST = 80

/** The sheet of the plaques of some posts, each under a plaque that holds; it leaves a line in the trail of each. */
export async function printPlaques(ctx: Context, ids: readonly string[], origin: string): Promise<Drawn & { name: string }> {
  ctx.actor.mustBeAllowed('post.read')
  const asked = [...new Set(ids)]
  if (asked.length === 0 || asked.length > MOST) throw new Invalid({ ids: say(`请选择 1 到 ${MOST} 个示范岗。`, `Choose 1 to ${MOST} posts.`) })
  const labels = (await keepPace('printPlaques', PRINTING, ctx, () => ctx.transact('printPlaques', async inner => {
    const made: PlaqueLabel[] = []
    for (const id of asked) {
      const post = await inner.store.get(PioneerPost, id)
      if (!post.isHanging()) throw new WrongState(post.state, [], say(`“${post.title}”没有有效的牌匾。`, `“${post.title}” has no plaque that holds.`))
      inner.store.remark('PioneerPost', id, post.regionCode, { action: 'PRINT' })
      made.push({ plaqueNo: post.plaqueNo!, title: post.title, employerName: (await inner.store.follow(Employer, post.employerId))?.name ?? '', place: post.place, grantedOn: post.grantedOn!, validTo: post.validTo!, address: `${origin}/#/post/${post.plaqueNo}` })
    }
    return made
  }))) as PlaqueLabel[]
  return { name: `plaques-${ctx.today}.pdf`, ...(await drawPaper(plaquePaper(labels, await issuerOf(ctx)))) }
}

/** Who grants plaques: the bureau's centre, by its name in the register. */
export async function issuerOf(ctx: Context): Promise<string> {
  const centre = await ctx.store.beyondReach.query(Station).where('it.kind = ?', StationKind.CENTRE).first()
  return centre?.name ?? '退役军人事务局'
}
