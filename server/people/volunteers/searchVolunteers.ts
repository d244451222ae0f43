import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { matching } from '../../kernel/searchTokens'
import type { VolunteerFilter, VolunteerSort } from './inputs'
import { havingStars, starSteps } from './stars'
import { Volunteer } from './Volunteer'

/** The volunteers within reach, as they are asked for. */
export async function searchVolunteers(ctx: Context, filter: VolunteerFilter, sort: VolunteerSort | null): Promise<Query<Volunteer>> {
  const steps = await starSteps(ctx)
  return search(ctx, Volunteer, {
    filter,
    sort,
    sorts: { NAME: 'person.pinyin', LOAD: 'it.`load`' },
    rules: {
      q: (rows, q) => (/^V[\d-]+$/i.test(q.trim()) ? rows.where('it.volunteerNo LIKE ?', `${q.trim().toUpperCase()}%`) : matching(rows, 'Person', 'it.personId', q)),
      stars: (rows, stars) => havingStars(rows, stars, steps),
      isVeteran: (rows, value) => rows.where('person.isVeteran = ?', value),
    },
  })
}
