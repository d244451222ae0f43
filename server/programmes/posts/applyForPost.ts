import { mustBeServices } from '../../bureau/programmes/mustBeServices'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, WrongState } from '../../kernel/errors'
import { halfWidth } from '../../kernel/halfWidth'
import { say } from '../../kernel/text'
import { Employer, EmployerState } from '../../people/employers/Employer'
import { PostState } from './enums'
import { writeHolders } from './holders'
import { holdPost } from './holdPost'
import type { PostChange, PostInput } from './inputs'
import { PioneerPost } from './PioneerPost'
import { mustBeOpen } from './postConditions'
import { nextPostNumber } from './PostCounter'
import { PostAction, postWorkflow } from './postWorkflow'
import { ruleInForce } from './rules'

/** An employer's contact, or the station for it, applies for a post: a draft, or submitted at once. */
export async function applyForPost(ctx: Context, { employerId, holders, submit, clientKey: _, ...input }: PostInput): Promise<PioneerPost> {
  const employer = await holdEmployer(ctx, employerId)
  const post = PioneerPost.of({
    employerId, regionCode: employer.regionCode, promises: [], pledge: null, services: [], serviceNote: null, openingHours: null, state: PostState.DRAFT, stateReason: null, liveKey: null, ruleId: null, createdById: ctx.actor.id,
    appliedOn: null, appliedById: null, recommendedOn: null, recommendedById: null, recommendation: null, score: null, passed: null, inspectorIds: [], noticeFrom: null, noticeTo: null, noticePlace: null, plaqueNo: null,
    grantedOn: null, grantedById: null, validTo: null, renewedOn: null, rectifyReason: null, rectifyBy: null, revokeProposedFor: null, lastLoggedOn: null, endedOn: null, plaqueDueOn: null, plaqueReturnedOn: null,
  })
  await writePost(ctx, post, input)
  post.number = await nextPostNumber(ctx, 'SFG')
  await saveAsOnly(ctx, post, 'CREATE')
  await writeHolders(ctx, post, holders)
  return submit ? submitHeld(ctx, post) : post
}

/** An employer's row within the actor's reach, held while it is applied for; one that is closed has no posts. */
async function holdEmployer(ctx: Context, id: string): Promise<Employer> {
  const employer = await ctx.store.get(Employer, id)
  if (employer.state !== EmployerState.ACTIVE) throw new WrongState(employer.state, [], say('该单位已注销或合并。', 'The employer is closed or merged.'))
  return ctx.store.beyondReach.hold(Employer, id)
}

/** Changes a draft or what was returned; under the plaque only what is offered, when and with which pledge. */
export async function updatePost(ctx: Context, id: string, version: number, input: PostChange): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.UPDATE)
  await writePost(ctx, post, input)
  return saveAsOnly(ctx, post, PostAction.UPDATE)
}

/** Submits a draft, or what was returned, under the rules of today. */
export async function submitPost(ctx: Context, id: string, version: number): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.SUBMIT)
  return submitHeld(ctx, post)
}

async function submitHeld(ctx: Context, post: PioneerPost): Promise<PioneerPost> {
  await mustBeOpen(ctx, post, PostAction.SUBMIT)
  const { id: ruleId } = await ruleInForce(ctx)
  postWorkflow.move(post, PostAction.SUBMIT, ctx.actor)
  Object.assign(post, { ruleId, appliedOn: ctx.today, appliedById: ctx.actor.id, stateReason: null, recommendedOn: null, recommendedById: null, recommendation: null, score: null, passed: null, inspectorIds: [] })
  return ctx.store.save(post, { action: PostAction.SUBMIT })
}

async function writePost(ctx: Context, post: PioneerPost, input: PostChange): Promise<void> {
  const hanging = post.isHanging()
  for (const field of ['title', 'place'] as const) {
    if (input[field] === undefined) continue
    const said = halfWidth(input[field] ?? '')
    if (!said) throw new Invalid({ [field]: say('请填写此项。', 'This is needed.') })
    if (hanging && said !== post[field]) throw new Invalid({ [field]: say('授牌后岗位名称和位置不能改动。', 'Title and place stay once the plaque hangs.') })
    post[field] = said
  }
  if (input.placeKind && input.placeKind !== post.placeKind) {
    if (hanging) throw new Invalid({ placeKind: say('授牌后岗位名称和位置不能改动。', 'Title and place stay once the plaque hangs.') })
    post.placeKind = input.placeKind
  }
  if (input.promises !== undefined) post.promises = [...new Set(input.promises ?? [])]
  if (input.services !== undefined) {
    post.services = [...new Set(input.services ?? [])]
    await mustBeServices(ctx, ProgrammeCode.PIONEER_POST, post.services)
  }
  for (const field of ['pledge', 'serviceNote', 'openingHours'] as const) if (input[field] !== undefined) post[field] = input[field]?.trim() || null
}

/** Saves a post as the only one of its name and place at its employer. */
async function saveAsOnly(ctx: Context, post: PioneerPost, action: string): Promise<PioneerPost> {
  post.settleKey()
  try {
    return await ctx.store.save(post, { action })
  } catch (error) {
    if (error instanceof Duplicate) throw new Duplicate(say('该单位在同一位置已有同名的示范岗。', 'The employer has such a post at this place already.'), { entity: 'PioneerPost' })
    throw error
  }
}
