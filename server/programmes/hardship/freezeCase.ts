import type { Context } from '../../kernel/context'
import { seal, unsealBytes } from '../../kernel/sealed'
import { Person } from '../../people/persons/Person'
import { type CaseState } from './enums'
import { CaseSnapshot, snapshotPlace } from './CaseSnapshot'
import type { HardshipCase } from './HardshipCase'
import { HouseholdEconomy, HouseholdMember } from './Household'
import { placeOf } from './papers/placeOf'

const OF_MEMBER = ['id', 'personId', 'name', 'relation', 'age', 'health', 'work'] as const
const OF_ECONOMY = ['askedOn', 'income', 'incomeFrom', 'spending', 'medicalSpending', 'housing', 'otherAid'] as const
const OF_CASE = ['category', 'tags', 'kinds', 'cause', 'causeText', 'wishes', 'eventOn', 'colour', 'townshipOpinion', 'countyOpinion', 'decisionReason', 'approvedAmount', 'overrideReason'] as const

/** What a snapshot holds. */
export interface FrozenCase {
  /** Whom it is about and where, by the names of that day. */
  who: { name: string; township: string; village: string; appliedOn: string | null }
  case: Pick<HardshipCase, (typeof OF_CASE)[number]>
  members: Pick<HouseholdMember, (typeof OF_MEMBER)[number]>[]
  economy: Pick<HouseholdEconomy, (typeof OF_ECONOMY)[number]> | null
}

const pick = <T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> => Object.fromEntries(keys.map(key => [key, from[key]])) as Pick<T, K>

/** Keeps the household and the case of a held case as they stand at its decision, whatever is written later. */
export async function freezeCase(ctx: Context, one: HardshipCase, outcome: CaseState): Promise<CaseSnapshot> {
  const members = (await ctx.store.holdParts(HouseholdMember, 'caseId', one.id)).filter(member => !member.gone)
  const [economy] = await ctx.store.holdParts(HouseholdEconomy, 'caseId', one.id)
  const person = await ctx.store.follow(Person, one.personId)
  const who = { name: person?.name ?? one.clueName ?? '', ...(await placeOf(ctx, one.regionCode)), appliedOn: one.registeredOn }
  const frozen: FrozenCase = { who, case: pick(one, OF_CASE), members: members.map(member => pick(member, OF_MEMBER)), economy: economy ? pick(economy, OF_ECONOMY) : null }
  const snapshot = CaseSnapshot.of({ caseId: one.id, outcome, decidedOn: ctx.today, deciderId: ctx.actor.id, round: one.round })
  snapshot.content = seal(Buffer.from(JSON.stringify(frozen)), snapshotPlace(snapshot.id))
  return ctx.store.save(snapshot)
}

/** What a snapshot holds, in the clear. */
export const thaw = (snapshot: CaseSnapshot): FrozenCase => JSON.parse(unsealBytes(snapshot.content, snapshotPlace(snapshot.id)).toString('utf8')) as FrozenCase
