import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import type { Type } from '../../kernel/entity'
import { Refused } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { Person, PersonState } from '../../people/persons/Person'
import { credentialNames } from '../../people/records/credentials'
import { Insurance, Qualification, Training } from '../../people/records/records'
import type { VolunteerRecord } from '../../people/records/VolunteerRecord'
import { type Volunteer, VolunteerState } from '../../people/volunteers/Volunteer'
import type { Activity } from './Activity'
import { numbers } from './numbers'
import { PLACED, SignUp } from './SignUp'

const obstacles = {
  NOT_ACTIVE: say('目前不是在队服务状态', 'Is not active at present'),
  AGE_UNKNOWN: say('出生日期不详，无法核对年龄', 'The date of birth is not known'),
  TOO_YOUNG: say('未达到年龄下限', 'Is below the least age'),
  TOO_OLD: say('超过年龄上限', 'Is above the greatest age'),
  MINOR: say('未成年人不能参加有危险的活动', 'Minors take no part in dangerous activities'),
  INSURANCE_UNCONFIRMED: say('所填保险尚待工作人员核实', 'The insurance that was stated is not confirmed yet'),
  UNINSURED: say('没有在活动当天有效的人身意外保险', 'Has no accident insurance that is valid on the day'),
  UNTRAINED: say('没有在活动当天有效的所需培训', 'Has not taken the course that is needed, or it holds no longer'),
  UNQUALIFIED: say('没有在活动当天有效的所需证书', 'Does not hold the certificate that is needed'),
  SKILL_MISSING: say('缺少所需的技能', 'Lacks a skill that is needed'),
  OVERLAP: say('同一时间已参加另一个活动', 'Takes part in another activity at that time'),
} as const

export type ObstacleCode = keyof typeof obstacles

/** What stands against somebody taking part, as a code and in words. */
export interface Obstacle {
  code: ObstacleCode
  text: Text
}

/** What is asked of whoever takes part, and the little of the activity that it depends on. */
export type Asking = Pick<Activity, 'minAge' | 'maxAge' | 'dangerous' | 'requiredSkills'>

/** The rules that follow from the person and the activity alone (条例 15 and 16): the state, the age on the day, the skills. */
export function obstaclesOf(asked: Asking, volunteer: Pick<Volunteer, 'state' | 'skills'>, age: number | null, danger: { leastAge: number; mostAge: number }): ObstacleCode[] {
  const found: ObstacleCode[] = []
  if (volunteer.state !== VolunteerState.ACTIVE) found.push('NOT_ACTIVE')
  const aged = asked.dangerous || asked.minAge !== null || asked.maxAge !== null
  if (aged && age === null) found.push('AGE_UNKNOWN')
  if (age !== null && asked.dangerous && age < danger.leastAge) found.push('MINOR')
  if (age !== null && asked.minAge !== null && age < asked.minAge) found.push('TOO_YOUNG')
  if (age !== null && age > Math.min(asked.maxAge ?? Infinity, asked.dangerous ? danger.mostAge : Infinity)) found.push('TOO_OLD')
  if (!asked.requiredSkills.every(skill => volunteer.skills.includes(skill))) found.push('SKILL_MISSING')
  return found
}

/** The accident insurance that a volunteer states where none of theirs is on record. */
export type Cover = Partial<Pick<SignUp, 'policyNo' | 'insuredTo'>>

/** Whether an insurance as it is stated covers a day (条例 17). */
export const covers = ({ policyNo, insuredTo }: Cover, day: string): boolean => Boolean(policyNo?.trim()) && insuredTo !== null && insuredTo !== undefined && insuredTo >= day

/** Everything that stands against a volunteer taking part in an activity. Call it with the volunteer's row held, so that two acts see each other. */
export async function obstaclesFor(ctx: Context, activity: Activity, volunteer: Volunteer, cover: Cover): Promise<Obstacle[]> {
  const store = ctx.store.beyondReach
  const person = await store.hold(Person, volunteer.personId)
  const found = obstaclesOf(activity, volunteer, person.ageOn(activity.startsOn()), { leastAge: await setting(ctx, numbers.adultAge), mostAge: await setting(ctx, numbers.dangerousMostAge) })
  found.push(...(await unproven(ctx, activity, volunteer.id, cover)))
  if (person.state !== PersonState.ACTIVE && !found.includes('NOT_ACTIVE')) found.push('NOT_ACTIVE')
  const elsewhere = await store
    .query(SignUp)
    .where('it.volunteerId = ? AND it.activityId <> ? AND it.state IN (?)', volunteer.id, activity.id, [...PLACED])
    .where("it.activityId IN (SELECT a.id FROM activities a WHERE a.startsAt < ? AND a.endsAt > ? AND a.state <> 'CANCELLED')", activity.endsAt, activity.startsAt)
    .exists()
  if (elsewhere) found.push('OVERLAP')
  const names = await credentialNames(ctx)
  const wanted: Partial<Record<ObstacleCode, string | null>> = { UNTRAINED: activity.requiredTrainingId, UNQUALIFIED: activity.requiredQualificationId }
  return found.map(code => ({ code, text: naming(obstacles[code], names.get(wanted[code] ?? '')) }))
}

const naming = ({ zh, en }: Text, name: string | undefined): Text => (name ? { zh: `${zh}（${name}）`, en: `${en} (${name})` } : { zh, en })

/** What is asked for and not on record for the day: insurance (条例 17), training and certificate (条例 16). What a volunteer states counts once it is confirmed, or at once where the bureau has set it so. */
async function unproven(ctx: Context, activity: Activity, volunteerId: string, cover: Cover): Promise<ObstacleCode[]> {
  const day = activity.startsOn()
  const { requiredTrainingId, requiredQualificationId } = activity
  const onRecord = <T extends VolunteerRecord>(type: Type<T>, where: string, ...values: string[]): Promise<boolean> =>
    ctx.store.beyondReach.query(type).where(`it.volunteerId = ? AND it.archived = 0 AND ${where}`, volunteerId, ...values).exists()
  const found: ObstacleCode[] = []
  if (activity.needsInsurance() && !(await onRecord(Insurance, 'it.fromOn <= ? AND it.toOn >= ?', day, day))) {
    if (!covers(cover, day)) found.push('UNINSURED')
    else if ((await setting(ctx, numbers.statedInsurance)) === 0) found.push('INSURANCE_UNCONFIRMED')
  }
  if (requiredTrainingId && !(await onRecord(Training, 'it.credentialId = ? AND it.heldOn <= ? AND (it.validUntil IS NULL OR it.validUntil >= ?)', requiredTrainingId, day, day))) found.push('UNTRAINED')
  if (requiredQualificationId && !(await onRecord(Qualification, 'it.credentialId = ? AND (it.issuedOn IS NULL OR it.issuedOn <= ?) AND (it.validUntil IS NULL OR it.validUntil >= ?)', requiredQualificationId, day, day))) found.push('UNQUALIFIED')
  return found
}

/** Refuses whoever is not insured on the day, where nobody may be there without it: before they begin, whatever was on record when they signed up (条例 17). */
export async function mustBeInsured(ctx: Context, activity: Activity, part: SignUp): Promise<void> {
  const found = (await unproven(ctx, activity, part.volunteerId, part)).filter(code => code === 'UNINSURED' || code === 'INSURANCE_UNCONFIRMED')
  refuseFor(found.map(code => ({ code, text: obstacles[code] })))
}

/** Which of some parts, that take or ask for a place, overlap with another activity in which the same volunteer has one. */
export async function overlapping(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const placed = PLACED.map(state => `'${state}'`).join(',')
  const rows = await ctx.store.sql(
    `SELECT DISTINCT s.id FROM sign_ups s JOIN activities a ON a.id = s.activityId JOIN sign_ups o ON o.volunteerId = s.volunteerId AND o.activityId <> s.activityId AND o.state IN (${placed}) JOIN activities b ON b.id = o.activityId
      WHERE s.id IN (?) AND s.state IN (${placed},'APPLIED','WAITLIST') AND a.startsAt < b.endsAt AND a.endsAt > b.startsAt AND b.state <> 'CANCELLED'`,
    [ids],
  )
  return new Set(rows.map(row => row.id as string))
}

/** Which of some parts are of volunteers whom an insurance on record covers on the day, or of activities that ask for none. */
export async function insuredOn(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.store.sql(
    `SELECT s.id FROM sign_ups s JOIN activities a ON a.id = s.activityId WHERE s.id IN (?) AND ((a.dangerous = 0 AND a.insuranceRequired = 0)
       OR EXISTS (SELECT 1 FROM insurances i WHERE i.volunteerId = s.volunteerId AND i.archived = 0 AND DATE(a.startsAt + INTERVAL 8 HOUR) BETWEEN i.fromOn AND i.toOn))`,
    [ids],
  )
  return new Set(rows.map(row => row.id as string))
}

/** Refuses whom the rules keep from taking part: OVERLAP where only the time is in the way, else INELIGIBLE. */
export async function mustBeEligible(ctx: Context, activity: Activity, volunteer: Volunteer, cover: Cover): Promise<void> {
  refuseFor(await obstaclesFor(ctx, activity, volunteer, cover))
}

/** The refusal that obstacles call for, in the words of each; nothing where there are none. */
export function refuseFor(found: readonly Obstacle[]): void {
  if (found.length === 0) return
  const text = say(`不能参加：${found.map(each => each.text.zh).join('；')}。`, `Cannot take part: ${found.map(each => each.text.en).join('; ')}.`)
  throw new Refused(found.every(each => each.code === 'OVERLAP') ? 'OVERLAP' : 'INELIGIBLE', text, { reasons: found.map(each => each.code) })
}
