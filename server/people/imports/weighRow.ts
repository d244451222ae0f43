import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say, type Text } from '../../kernel/text'
import { RowVerdict } from '../../kernel/RowVerdict'
import { newPerson } from '../persons/createPerson'
import { Person, PersonState } from '../persons/Person'
import { writePerson } from '../persons/writePerson'
import { teamOfResidence } from '../volunteers/nearestTeams'
import { writeVolunteer } from '../volunteers/registerVolunteer'
import { Volunteer, VolunteerState } from '../volunteers/Volunteer'
import type { Bench, Judged } from './judge'

/** Why a volunteer had left whose import was taken back; whoever left for this reason may be imported again. */
export const UNDONE_REASON = '导入撤销'

const end = (judged: Judged, verdict: RowVerdict, ...reasons: Text[]): Judged => Object.assign(judged, { verdict, reasons })

/** What is to become of a row once it is clear whom it means. */
export async function weighRow(ctx: Context, bench: Bench, judged: Judged): Promise<Judged> {
  const { draft } = judged
  const wrong = [...draft.wrong, ...(await faultsOf(ctx, judged)), ...(await placeFaults(ctx, bench, judged))]
  if (wrong.length > 0) return end(judged, RowVerdict.ERROR, ...wrong)
  if (draft.place) {
    judged.question = draft.place.key
    return end(judged, RowVerdict.CONFLICT, say(`“${draft.place.said}”不明确，请选择是哪个嘎查村。`, `“${draft.place.said}” is not clear: choose which.`))
  }
  if (draft.doubts.length > 0) return end(judged, RowVerdict.CONFLICT, ...draft.doubts)
  return standing(judged)
}

/** What the registry's own validators say against the row. */
async function faultsOf(ctx: Context, judged: Judged): Promise<Text[]> {
  const { draft, person } = judged
  const scratch = person ?? newPerson()
  const shape = ctx.store.shape(Person)
  const before = person ? shape.snapshot(person) : undefined
  try {
    await writePerson(ctx, scratch, draft.person)
  } catch (error) {
    if (error instanceof Invalid) return Object.values(error.fields)
    throw error
  }
  judged.newcomer = person ? null : scratch
  const changed = before ? shape.changes(scratch, before) : null
  const personChanges = changed !== null && (changed.sealed.size > 0 || changed.columns.some(column => !/(Sealed|Mask|Print)$/.test(column)))
  judged.verdict = personChanges || volunteerChanges(ctx, judged) ? RowVerdict.UPDATE : RowVerdict.SAME
  return []
}

function volunteerChanges(ctx: Context, { volunteer, draft }: Judged): boolean {
  if (!volunteer) return false
  const shape = ctx.store.shape(Volunteer)
  const before = shape.snapshot(volunteer)
  writeVolunteer(volunteer, draft.volunteer)
  return shape.changes(volunteer, before).columns.length > 0
}

/** What is wrong with the place and the team, and which team is asked for. */
async function placeFaults(ctx: Context, bench: Bench, judged: Judged): Promise<Text[]> {
  const { draft, person } = judged
  const regionCode = draft.person.regionCode ?? person?.regionCode
  if (!regionCode) return []
  if (ctx.actor.reach.kind === 'region' && !isWithin(regionCode, ctx.actor.reach.regionCode ?? '000000000000')) return [say('居住地不在您的管辖范围内。', 'The place lies outside your reach.')]
  if (judged.volunteer?.teamId) return []
  if (draft.team) {
    const team = bench.teams.get(draft.team)
    if (!team) return [say(`没有名为“${draft.team}”的服务队，请核对队名或留空（按居住地入队）。`, `There is no team called “${draft.team}”.`)]
    judged.teamId = team.id
    return team.takesMembers() ? [] : [say(`“${draft.team}”已停止活动，不能加入。`, `“${draft.team}” takes no members now.`)]
  }
  if (!bench.residence.has(regionCode)) bench.residence.set(regionCode, (await teamOfResidence(ctx, regionCode))?.id ?? null)
  judged.teamId = bench.residence.get(regionCode) ?? null
  return []
}

/** The verdict by how the person stands. */
function standing(judged: Judged): Judged {
  const { person, volunteer, verdict } = judged
  if (!person) return end(judged, RowVerdict.NEW)
  if (person.state === PersonState.DECEASED) return end(judged, RowVerdict.CONFLICT, say('此人登记为已故。', 'Registered as deceased.'))
  if (!volunteer) return end(judged, RowVerdict.NEW, say('人员已登记，将登记为志愿者。', 'In the registry already; will be registered as a volunteer.'))
  if (volunteer.state === VolunteerState.WITHDRAWN && volunteer.stateReason === UNDONE_REASON) return end(judged, RowVerdict.UPDATE, say('上次导入已撤销，将重新接纳。', 'Taken back before; will be readmitted.'))
  if ([VolunteerState.WITHDRAWN, VolunteerState.BLOCKED, VolunteerState.DECEASED].includes(volunteer.state)) return end(judged, RowVerdict.CONFLICT, say('该志愿者已退出或停止服务，请在系统中单独办理。', 'This volunteer has left or is barred; see to it one by one.'))
  return end(judged, verdict)
}
