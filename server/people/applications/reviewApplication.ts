import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Person } from '../persons/Person'
import { VolunteerSource } from '../volunteers/Volunteer'
import { registerVolunteer } from '../volunteers/registerVolunteer'
import { ApplicationAction, applicationWorkflow } from './applicationWorkflow'
import type { AcceptInput } from './inputs'
import { VolunteerApplication } from './VolunteerApplication'
import { applicationWaiting } from './watches'

/** Accepts an application: the applicant is registered as a volunteer, to be checked and activated, and asks for a team. */
export async function acceptApplication(ctx: Context, id: string, version: number, { personId, teamId }: AcceptInput): Promise<VolunteerApplication> {
  const application = await ctx.store.hold(VolunteerApplication, id, version)
  applicationWorkflow.mustBeOpen(application, ApplicationAction.ACCEPT, ctx.actor)
  const { name, idCard, phone, regionCode, isVeteran, skills, noticeVersion } = application
  if (personId) await mustBeThem(ctx, personId, application)
  const volunteer = await registerVolunteer(ctx, {
    ...(personId ? { personId } : { person: { name, idCard, phone, regionCode, isVeteran } }), skills, teamId: teamId ?? null, consentVersion: noticeVersion,
  }, VolunteerSource.PUBLIC_FORM)
  application.volunteerId = volunteer.id
  return settle(ctx, application, ApplicationAction.ACCEPT, null)
}

/** Declines an application, with the reason that the applicant is told. */
export async function declineApplication(ctx: Context, id: string, version: number, reason: string): Promise<VolunteerApplication> {
  const application = await ctx.store.hold(VolunteerApplication, id, version)
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  return settle(ctx, application, ApplicationAction.DECLINE, reason.trim())
}

/** Refuses a person of the registry whose number is another. */
async function mustBeThem(ctx: Context, personId: string, application: VolunteerApplication): Promise<void> {
  const person = await ctx.store.hold(Person, personId)
  if (person.idCard && person.idCard !== application.idCard) throw new Invalid({ personId: say('此人的身份证号与申请不同。', 'This person’s resident ID number is another.') })
  if (person.idCard) return
  person.identify(application.idCard)
  await ctx.store.save(person)
}

async function settle(ctx: Context, application: VolunteerApplication, action: ApplicationAction, answer: string | null): Promise<VolunteerApplication> {
  applicationWorkflow.move(application, action, ctx.actor)
  Object.assign(application, { answer, answeredAt: ctx.now })
  await ctx.store.save(application, { action, note: answer })
  await watchOne(ctx, applicationWaiting, application.id)
  return application
}
