import { mustBeNotice } from '../../bureau/consentNotices/presentNotice'
import type { Context } from '../../kernel/context'
import type { Written } from '../../kernel/database'
import { newId } from '../../kernel/entity'
import { Duplicate, Invalid, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { createPerson } from '../persons/createPerson'
import { Person, PersonState } from '../persons/Person'
import { phoneReasons, readPhone } from '../persons/phone'
import { Language } from '../persons/Skill'
import type { VolunteerChange, VolunteerInput } from './inputs'
import { requestMembership } from './memberships'
import { Volunteer, VolunteerCategory, VolunteerSource, VolunteerState } from './Volunteer'

/** Registers somebody who offers to serve, asks for their team, and gives them a number. */
export async function registerVolunteer(ctx: Context, input: VolunteerInput, source = VolunteerSource.STAFF): Promise<Volunteer> {
  if (input.consentVersion) await mustBeNotice(ctx, input.consentVersion)
  if (!input.personId === !input.person) throw new Invalid({ personId: say('请选择人员，或填写新人员。', 'Choose a person, or describe a new one.') })
  const person = input.personId ? await ctx.store.hold(Person, input.personId) : await createPerson(ctx, input.person!)
  if (person.state !== PersonState.ACTIVE) throw new WrongState(person.state, [])
  const standing = await ctx.store.beyondReach.query(Volunteer).where('it.personId = ?', person.id).first()
  if (standing) throw new Duplicate(say('此人已是志愿者。', 'This person is a volunteer already.'), { entity: 'Volunteer', id: standing.id })
  const [volunteerNo] = await nextNumbers(ctx, person.regionCode, 1)
  const volunteer = newVolunteer(ctx, person, volunteerNo!, input, source)
  await ctx.store.save(volunteer)
  if (input.teamId) await requestMembership(ctx, volunteer, input.teamId)
  return volunteer
}

/** What a person becomes who offers to serve: pending, with a number and what the form says. */
export function newVolunteer({ now }: Context, person: Person, volunteerNo: string, input: VolunteerChange & Pick<VolunteerInput, 'consentVersion'>, source: VolunteerSource): Volunteer {
  const volunteer = Volunteer.of({
    volunteerNo, platformNo: null, nationalNo: null, personId: person.id, regionCode: person.regionCode, teamId: null, source,
    state: VolunteerState.PENDING, skills: [], languages: [Language.HAN], category: person.isVeteran ? VolunteerCategory.VETERAN : VolunteerCategory.CITIZEN, sexWish: null, maxLoad: null, load: 0,
    screenedOn: null, consentVersion: input.consentVersion ?? null, consentAt: input.consentVersion ? now : null, pausedUntil: null, stateReason: null, totalMinutes: 0, teamConfirmed: false,
  })
  writeVolunteer(volunteer, input)
  return volunteer
}

/** Lays what a form says onto a volunteer. */
export function writeVolunteer(volunteer: Volunteer, input: VolunteerChange): void {
  if (input.skills !== undefined) volunteer.skills = [...new Set(input.skills ?? [])]
  if (input.languages !== undefined) volunteer.languages = input.languages?.length ? [...new Set(input.languages)] : [Language.HAN]
  if (input.category) volunteer.category = input.category
  if (input.sexWish !== undefined) volunteer.sexWish = input.sexWish
  if (input.maxLoad !== undefined) volunteer.maxLoad = input.maxLoad
  if (input.availability !== undefined) volunteer.availability = [...new Set(input.availability ?? [])]
  if (input.healthLimits !== undefined) volunteer.healthLimits = input.healthLimits?.trim() || null
  if (input.emergencyName !== undefined) volunteer.emergencyName = input.emergencyName?.trim() || null
  if (input.emergencyRelation !== undefined) volunteer.emergencyRelation = input.emergencyRelation?.trim() || null
  if (input.emergencyPhone !== undefined) volunteer.emergencyPhone = phoneOf(input.emergencyPhone)
  if (input.platformNo !== undefined) volunteer.platformNo = input.platformNo
  if (input.nationalNo !== undefined) volunteer.nationalNo = input.nationalNo
}

function phoneOf(given: string | null): string | null {
  if (!given) return null
  const read = readPhone(given)
  if (!read.ok) throw new Invalid({ emergencyPhone: phoneReasons[read.reason] })
  return read.value
}

/** The next numbers of the banner that a place lies in. The counter's row is locked until the act ends, so that no number is given twice. */
export async function nextNumbers({ store, now }: Context, regionCode: string, many: number): Promise<string[]> {
  const prefix = regionCode.slice(0, 6)
  const { affectedRows } = await store.sql<Written>('UPDATE volunteer_counters SET `last` = `last` + ?, version = version + 1, updatedAt = ? WHERE prefix = ?', [many, now, prefix])
  if (affectedRows === 0) {
    const [row] = await store.sql('SELECT COALESCE(MAX(CAST(SUBSTRING(volunteerNo, 9) AS UNSIGNED)), 0) AS most FROM volunteers WHERE volunteerNo LIKE ?', [`V${prefix}-%`])
    await store.sql('INSERT INTO volunteer_counters (id, version, createdAt, updatedAt, prefix, `last`) VALUES (?,1,?,?,?,?) ON DUPLICATE KEY UPDATE `last` = `last` + ?', [newId(), now, now, prefix, Number(row!.most) + many, many])
  }
  const [row] = await store.sql('SELECT `last` FROM volunteer_counters WHERE prefix = ?', [prefix])
  return Array.from({ length: many }, (_, index) => `V${prefix}-${String(Number(row!.last) - many + 1 + index).padStart(6, '0')}`)
}
