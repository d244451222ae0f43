import { enums } from '../../admin/i18n/zh/enums'
import { placeOf } from '../../admin/bureau/taskPlace'
import { entries } from '../../admin/resources'

/** What the product opens tasks about, kind by kind: the record, and where it names another on whose page the task is dealt with. */
const ABOUT: Record<keyof typeof enums.TaskKind, [entity: string, at: string | null, page: RegExp][]> = {
  RED_FLAG: [['Visit', null, /^\/visits\/X\/show$/]],
  OVERDUE: [['Pairing', null, /^\/pairings\/X\/show$/]],
  UNPAIRED_HIGH: [['Beneficiary', null, /^\/beneficiaries\/X\/show$/]],
  HANDOVER: [['Pairing', null, /^\/pairings\/X\/show$/]],
  CONSENT_MISSING: [['Beneficiary', null, /^\/beneficiaries\/X\/show$/]],
  TEAM_BELOW_MINIMUM: [['Team', null, /^\/teams\/X\/show$/]],
  TEAM_NO_LEADER: [['Team', null, /^\/teams\/X\/show$/]],
  EXEMPTION_ENDING: [['Team', null, /^\/teams\/X\/show$/]],
  JOIN_WAITING: [['Membership', null, /^\/memberships\?filter=%7B%22ids%22%3A%5B%22X%22%5D%7D/]],
  PAUSE_OVER: [['Volunteer', null, /^\/volunteers\/X\/show$/]],
  WEATHER: [['Pairing', null, /^\/pairings\/X\/show$/], ['Beneficiary', null, /^\/beneficiaries\/X\/show$/]],
  PLAN_TARGET: [['PlanTarget', 'Plan', /^\/plans\/Y\/show$/]],
  ACTIVITY: [['Activity', null, /^\/activities\/X\/show$/]],
  ACTIVITY_NOTICE: [['Activity', null, /^\/activities\/X\/show$/]],
  DUTY: [['Team', null, /^\/activities\?filter=%7B%22teamId%22%3A%22X%22%7D/]],
  APPLICATION_WAITING: [['VolunteerApplication', null, /^\/volunteerApplications\/X\/show$/]],
  INSURANCE_ENDING: [['Insurance', 'Volunteer', /^\/volunteers\/Y\/show\?tab=records$/]],
  QUALIFICATION_ENDING: [['Qualification', 'Volunteer', /^\/volunteers\/Y\/show\?tab=records$/]],
  CASE: [['HardshipCase', null, /^\/hardshipCases\/X\/show$/]],
  POST: [['PioneerPost', null, /^\/pioneerPosts\/X\/show$/], ['PostReview', 'PioneerPost', /^\/pioneerPosts\/Y\/show$/], ['PostFeedback', 'PioneerPost', /^\/pioneerPosts\/Y\/show$/]],
  OTHER: [['ServiceObjection', null, /^\/serviceObjections\/X\/show$/], ['KeptTotal', null, /^\/hours$/]],
}

it.each(Object.entries(ABOUT))('a task of the kind %s leads to the page where it is dealt with', (kind, about) => {
  for (const [entity, at, page] of about) {
    const task = { kind, entity, entityId: 'X', atEntity: at, atId: at && 'Y' }
    expect(placeOf(task, entries, () => true)?.to).toMatch(page)
    expect(placeOf(task, entries, () => false)).toBeNull()
  }
})
