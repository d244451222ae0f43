import type { Context } from '../../kernel/context'
import { WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { clueFrom } from '../../people/clues/drawClue'
import { flagWords } from './enterVisit'
import { NeedRequest, NeedState } from './needs/NeedRequest'
import { Visit, VisitState } from './Visit'

const personOf = async (ctx: Context, beneficiaryId: string): Promise<string> => (await ctx.store.follow(Beneficiary, beneficiaryId))!.personId

// What was found on a visit that was made may be the first that anybody hears of a hardship.
clueFrom('VISIT', Visit, 'visit.read', async (ctx, visit) => {
  if (visit.state !== VisitState.DONE) throw new WrongState(visit.state, [], say('走访尚未完成，不能转为线索。', 'A visit that was not made tells nothing yet.'))
  const flags = visit.flags.map(flag => flagWords[flag][0]).join('、')
  return { personId: await personOf(ctx, visit.beneficiaryId), text: [`${visit.visitedOn} 走访`, flags && `发现：${flags}`, visit.note].filter(Boolean).join('。') }
})

// A need that volunteers cannot meet may be met by the bureau.
clueFrom('NEED', NeedRequest, 'need.read', async (ctx, need) => {
  if (need.state === NeedState.CANCELLED) throw new WrongState(need.state, [], say('该需求已取消。', 'The need was called off.'))
  return { personId: await personOf(ctx, need.beneficiaryId), text: need.text }
})
