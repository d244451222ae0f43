import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { matching } from '../../kernel/searchTokens'
import type { VolunteerFilter, VolunteerSort } from './inputs'
import { havingStars, starSteps } from './stars'
import { Volunteer } from './Volunteer'

/** Members of the Party and those on probation, GB/T 4762. */
const PARTY = ['01', '02']
const SERVED = "it.id IN (SELECT s.volunteerId FROM service_records s WHERE s.state = 'CONFIRMED' AND s.servedOn >= ?)"

/** The volunteers within reach, as they are asked for. Lists, sheets and figures ask by it, so that a number and the list behind it cannot differ. */
export async function searchVolunteers(ctx: Context, filter: VolunteerFilter, sort: VolunteerSort | null = null): Promise<Query<Volunteer>> {
  const steps = await starSteps(ctx)
  const year = Number(ctx.today.slice(0, 4))
  return search(ctx, Volunteer, {
    filter,
    sort,
    sorts: { NAME: 'person.pinyin', LOAD: 'it.`load`' },
    rules: {
      q: (rows, q) => (/^V[\d-]+$/i.test(q.trim()) ? rows.where('it.volunteerNo LIKE ?', `${q.trim().toUpperCase()}%`) : matching(rows, 'Person', 'it.personId', q)),
      stars: (rows, stars) => havingStars(rows, stars, steps),
      isVeteran: (rows, value) => rows.where('person.isVeteran = ?', value),
      partyMember: (rows, value) => (value ? rows.where('person.politicalCode IN (?)', PARTY) : rows.where('(person.politicalCode IS NULL OR person.politicalCode NOT IN (?, ?))', ...PARTY)),
      sex: (rows, sex) => rows.where('person.sex = ?', sex),
      ageFrom: (rows, age) => rows.where('person.birthYear <= ?', year - age),
      ageTo: (rows, age) => rows.where('person.birthYear >= ?', year - age),
      ethnicCode: (rows, code) => rows.where('person.ethnicCode = ?', code),
      onPlatform: (rows, value) => rows.where(`it.platformNo IS ${value ? 'NOT ' : ''}NULL`),
      inTeam: (rows, value) => rows.where(`it.teamId IS ${value ? 'NOT ' : ''}NULL`),
      servedSince: (rows, day) => rows.where(SERVED, day),
    },
  })
}
