import type { Context } from '../../kernel/context'
import { looksMasked } from '../../kernel/masks'
import { Person } from '../persons/Person'
import { updatePerson } from '../persons/updatePerson'
import { requestMembership } from '../volunteers/memberships'
import { moveVolunteer, updateVolunteer } from '../volunteers/moveVolunteer'
import { registerVolunteer } from '../volunteers/registerVolunteer'
import { Volunteer, VolunteerState } from '../volunteers/Volunteer'
import { VolunteerAction } from '../volunteers/volunteerWorkflow'
import type { Judged } from './judge'
import { sealFor } from './rows'
import { type ImportRow, RowVerdict } from './VolunteerImport'

/** Whom a row became, and in which versions: what the row keeps of it. */
export type Done = Partial<Pick<ImportRow, 'volunteerId' | 'volunteerVersion' | 'personId' | 'personVersion' | 'replaced'>>

/** What an update replaced: what taking it back restores. */
export interface Before {
  person: Record<string, unknown>
  volunteer: Record<string, unknown>
}

/** Does what a row's verdict says, by the acts that a form uses. */
export async function applyRow(ctx: Context, importId: string, judged: Judged): Promise<Done> {
  if (judged.verdict === RowVerdict.NEW) return register(ctx, judged)
  return judged.verdict === RowVerdict.UPDATE ? change(ctx, importId, judged) : {}
}

async function register(ctx: Context, { draft, person, teamId }: Judged): Promise<Done> {
  if (person) await updatePerson(ctx, person.id, person.version, draft.person)
  const who = person ? { personId: person.id } : { person: { ...draft.person, name: draft.name, regionCode: draft.person.regionCode! } }
  const volunteer = await registerVolunteer(ctx, { ...who, ...draft.volunteer, teamId })
  return versions(ctx, volunteer.id)
}

async function change(ctx: Context, importId: string, { number, draft, person, volunteer, teamId }: Judged): Promise<Done> {
  const standing = await ctx.store.hold(Person, person!.id)
  const own = await ctx.store.hold(Volunteer, volunteer!.id)
  const before: Before = { person: pick(standing, draft.person), volunteer: pick(own, draft.volunteer) }
  await updatePerson(ctx, standing.id, standing.version, draft.person)
  let { version } = await updateVolunteer(ctx, own.id, own.version, draft.volunteer)
  if (own.state === VolunteerState.WITHDRAWN) {
    const back = await moveVolunteer(ctx, own.id, version, VolunteerAction.READMIT, null)
    version = back.version
    if (teamId) await requestMembership(ctx, back, teamId)
  }
  return { ...(await versions(ctx, own.id)), replaced: sealFor(importId, number, 'replaced', before) }
}

/** The values that stand where a row says something else. */
function pick(row: object, said: object): Record<string, unknown> {
  const values = row as Record<string, unknown>
  return Object.fromEntries(Object.keys(said).filter(name => !looksMasked(String(values[name] ?? ''))).map(name => [name, values[name] ?? null]))
}

/** The versions that the run leaves: as long as they stand, nobody has touched what it did. */
async function versions({ store }: Context, volunteerId: string): Promise<Done> {
  const [row] = await store.sql('SELECT v.version AS volunteerVersion, p.id AS personId, p.version AS personVersion FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id = ?', [volunteerId])
  return { volunteerId, volunteerVersion: row!.volunteerVersion as number, personId: row!.personId as string, personVersion: row!.personVersion as number }
}
