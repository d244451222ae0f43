import { mustBeNotice } from '../../bureau/consentNotices/presentNotice'
import type { Context } from '../../kernel/context'
import { Invalid, NotFound, Refused } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say, type Text } from '../../kernel/text'
import { Person } from '../persons/Person'
import type { ActivateVolunteerInput, VolunteerChange } from './inputs'
import { admit, countHome, isAnswerableBy, leaveAllTeams, requestMembership } from './memberships'
import { Membership, MembershipState } from './Membership'
import { writeVolunteer } from './registerVolunteer'
import { Volunteer } from './Volunteer'
import { isTheirs, VolunteerAction, volunteerWorkflow } from './volunteerWorkflow'

/** Changes what a volunteer offers and wishes. */
export async function updateVolunteer(ctx: Context, id: string, version: number, input: VolunteerChange): Promise<Volunteer> {
  const volunteer = await ctx.store.hold(Volunteer, id, version)
  writeVolunteer(volunteer, input)
  return ctx.store.save(volunteer)
}

/** Makes a volunteer active: identity checked, in a team, agreed to the notice. */
export async function activateVolunteer(ctx: Context, id: string, version: number, input: ActivateVolunteerInput): Promise<Volunteer> {
  const volunteer = await ctx.store.hold(Volunteer, id, version)
  volunteerWorkflow.mustBeOpen(volunteer, VolunteerAction.ACTIVATE, ctx.actor)
  const person = await ctx.store.beyondReach.hold(Person, volunteer.personId)
  const missing: Record<string, Text> = {}
  if (!person.idCard) missing.idCard = say('缺少身份号码。', 'The resident ID number is missing.')
  if (!person.verifiedAt && !input.identityChecked) missing.identityChecked = say('尚未核对身份证件。', 'The identity has not been checked.')
  const requests = await ctx.store.beyondReach.holdAll(Membership, 'it.live = ?', `HOME/${id}`)
  if (requests.length === 0 && !input.teamId) missing.teamId = say('尚未加入队伍。', 'There is no team yet.')
  if (input.consentVersion) await mustBeNotice(ctx, input.consentVersion)
  const consentVersion = input.consentVersion ?? volunteer.consentVersion
  if (!consentVersion) missing.consentVersion = say('尚未同意告知书。', 'The notice has not been agreed to.')
  if (Object.keys(missing).length > 0) throw new Refused('INELIGIBLE', say('还不能审核通过：' + Object.values(missing).map(one => one.zh).join(''), `Not yet: ${Object.values(missing).map(one => one.en).join(' ')}`), { missing: Object.keys(missing) })
  if (!person.verifiedAt) {
    person.verifiedAt = ctx.now
    await ctx.store.beyondReach.save(person)
  }
  if (volunteer.consentVersion !== consentVersion) Object.assign(volunteer, { consentVersion, consentAt: ctx.now })
  const [standing] = requests
  if (standing && input.teamId && standing.teamId !== input.teamId) throw new Invalid({ teamId: say('已申请加入另一支队伍。', 'Another team has been asked for.') })
  const membership = standing ?? (await requestMembership(ctx, volunteer, input.teamId!))
  volunteer.activeSince = ctx.today
  volunteerWorkflow.move(volunteer, VolunteerAction.ACTIVATE, ctx.actor)
  await ctx.store.save(volunteer, { action: VolunteerAction.ACTIVATE })
  if (membership.state !== MembershipState.JOIN_REQUESTED) await countHome(ctx, volunteer)
  else if (await isAnswerableBy(ctx, membership)) await admit(ctx, membership, volunteer)
  else throw new Refused('INELIGIBLE', say('所申请的队伍不在您的辖区，须由该队队长先同意加入。', 'The team lies outside your reach: its leader accepts first.'), { missing: ['teamConfirmed'] })
  return volunteer
}

type Moving = Exclude<VolunteerAction, VolunteerAction.ACTIVATE | VolunteerAction.DIE>

/** Lets a volunteer pause, return, withdraw, be blocked or be readmitted; whoever depends on them hears of it in the same act. */
export async function moveVolunteer(ctx: Context, id: string, version: number, action: Moving, reason: string | null, pausedUntil: string | null = null): Promise<Volunteer> {
  const volunteer = await ctx.store.hold(Volunteer, id, version)
  await moveVolunteers(ctx, [volunteer], action, reason, pausedUntil)
  return volunteer
}

/** Lets volunteers whom the act holds go the same way, by few statements however many they are. */
export async function moveVolunteers(ctx: Context, volunteers: readonly Volunteer[], action: Moving, reason: string | null, pausedUntil: string | null = null): Promise<void> {
  for (const volunteer of volunteers) {
    if (!isTheirs(volunteer, ctx.actor)) throw new NotFound()
    volunteerWorkflow.mustBeOpen(volunteer, action, ctx.actor)
  }
  const ends = action === VolunteerAction.PAUSE || action === VolunteerAction.WITHDRAW || action === VolunteerAction.BLOCK
  const asksWhy = ends || action === VolunteerAction.UNBLOCK
  if (asksWhy && !reason?.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  if (pausedUntil && pausedUntil <= ctx.today) throw new Invalid({ pausedUntil: say('应晚于今天。', 'It must lie after today.') })
  // A leader lends a member time off until a day; without one the volunteer withdraws, which is the station's to record.
  if (action === VolunteerAction.PAUSE && ctx.actor.reach.kind === 'team' && !pausedUntil) throw new Invalid({ pausedUntil: say('请写明暂停到哪一天。', 'Say until when.') })
  for (const volunteer of volunteers) {
    volunteerWorkflow.move(volunteer, action, ctx.actor)
    volunteer.stateReason = ends ? reason : null
    volunteer.pausedUntil = action === VolunteerAction.PAUSE ? pausedUntil : null
  }
  await ctx.store.saveHeld(volunteers, { action, note: reason })
  await follow(ctx, volunteers, action, reason)
}

async function follow(ctx: Context, volunteers: readonly Volunteer[], action: VolunteerAction, reason: string | null): Promise<void> {
  const [first] = volunteers
  if (!first || action === VolunteerAction.READMIT || action === VolunteerAction.UNBLOCK) return
  const volunteerIds = volunteers.map(volunteer => volunteer.id)
  if (action === VolunteerAction.PAUSE || action === VolunteerAction.RESUME) for (const volunteer of volunteers) await countHome(ctx, volunteer)
  else await leaveAllTeams(ctx, volunteers, reason ?? action)
  if (action === VolunteerAction.RESUME) return announce(ctx, 'volunteers.resumed', { volunteerIds })
  await announce(ctx, 'volunteers.ended', { volunteerIds, state: first.state, reason })
}

/** Records that a volunteer has died. */
export async function endByDeath(ctx: Context, volunteer: Volunteer): Promise<void> {
  if (!volunteerWorkflow.steps.DIE.from.includes(volunteer.state)) return
  volunteerWorkflow.move(volunteer, VolunteerAction.DIE, ctx.actor)
  await ctx.store.beyondReach.save(volunteer, { action: VolunteerAction.DIE })
  await follow(ctx, [volunteer], VolunteerAction.DIE, null)
}

/** Records that a volunteer's background was looked into. */
export async function recordScreening(ctx: Context, id: string, version: number, screenedOn: string, note: string | null): Promise<Volunteer> {
  const volunteer = await ctx.store.hold(Volunteer, id, version)
  if (screenedOn > ctx.today) throw new Invalid({ screenedOn: say('日期不能晚于今天。', 'Not after today.') })
  volunteer.screenedOn = screenedOn
  return ctx.store.save(volunteer, { action: 'SCREEN', note })
}
