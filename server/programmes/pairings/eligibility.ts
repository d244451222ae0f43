import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { setting } from '../../bureau/settings/defineSetting'
import { Person, PersonState } from '../../people/persons/Person'
import { Volunteer, VolunteerState } from '../../people/volunteers/Volunteer'
import { numbers } from './numbers'

/** Why somebody cannot be paired, as a code and in words. */
export interface Obstacle {
  code: string
  text: Text
}

const obstacles = {
  NOT_ACTIVE: say('目前不是在队服务状态', 'Is not active at present'),
  BLOCKED: say('已被停止服务资格', 'Has been blocked'),
  NOT_SCREENED: say('尚未完成背景核查', 'Has not been screened'),
  MINOR: say('未满规定年龄或出生日期不详', 'Is under age, or the date of birth is not known'),
  SAME_PERSON: say('就是服务对象本人', 'Is the elder'),
  OVER_LOAD: say('结对户数已满', 'Has as many elders as allowed'),
  DECEASED: say('档案已注销', 'The record has been closed'),
  ALREADY_PAIRED: say('已在该项目中与这位老人结对', 'Is paired with this elder in this programme already'),
  OUT_OF_REACH: say('不在您的管辖范围内', 'Lies outside your reach'),
} as const

export type ObstacleCode = keyof typeof obstacles
export const obstacle = (code: ObstacleCode): Obstacle => ({ code, text: obstacles[code] })

/** The bureau's numbers for whom may be paired. */
export interface Limits {
  maxLoad: number
  adultAge: number
}

export const limits = async (ctx: Context): Promise<Limits> => ({ maxLoad: await setting(ctx, numbers.maxLoad), adultAge: await setting(ctx, numbers.adultAge) })

/** How many elders a volunteer takes on: their own limit, never more than the bureau's. */
export const maxLoadOf = (volunteer: Volunteer, { maxLoad }: Limits): number => Math.min(volunteer.maxLoad ?? maxLoad, maxLoad)

/** Everything that stands against a volunteer being paired with an elder. */
export function obstaclesOf(volunteer: Volunteer, person: Person, elderPersonId: string, today: string, limit: Limits): Obstacle[] {
  const age = person.ageOn(today)
  const found: ObstacleCode[] = []
  if (volunteer.personId === elderPersonId) found.push('SAME_PERSON')
  if (volunteer.state === VolunteerState.BLOCKED) found.push('BLOCKED')
  else if (volunteer.state !== VolunteerState.ACTIVE) found.push('NOT_ACTIVE')
  if (person.state !== PersonState.ACTIVE) found.push('DECEASED')
  if (!volunteer.screenedOn) found.push('NOT_SCREENED')
  if (age === null || age < limit.adultAge) found.push('MINOR')
  if (volunteer.load >= maxLoadOf(volunteer, limit)) found.push('OVER_LOAD')
  return found.map(obstacle)
}

/** Refuses whom the rules do not let be paired: INELIGIBLE, or OVER_CAPACITY where only the load is in the way. */
export async function mustBeEligible(ctx: Context, volunteer: Volunteer, elderPersonId: string): Promise<void> {
  const person = await ctx.store.beyondReach.hold(Person, volunteer.personId)
  const found = obstaclesOf(volunteer, person, elderPersonId, ctx.today, await limits(ctx))
  const reasons = found.map(each => each.code)
  const others = found.filter(each => each.code !== 'OVER_LOAD')
  const [first] = others.length > 0 ? others : found
  if (!first) return
  const words = found.map(each => each.text)
  const text = say(`不能与该志愿者结对：${words.map(each => each.zh).join('；')}。`, `The volunteer cannot be paired: ${words.map(each => each.en).join('; ')}.`)
  throw new Refused(first.code === 'OVER_LOAD' ? 'OVER_CAPACITY' : 'INELIGIBLE', text, { reasons, volunteerId: volunteer.id, load: volunteer.load })
}
