import { mustBeRegion } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { drawClue } from '../../people/clues/drawClue'
import { Person, PersonState } from '../../people/persons/Person'
import { fullPhone } from './fullPhone'
import { startClock } from './clocks'
import { CaseColour, CaseState, type ClueSource } from './enums'
import { HardshipCase } from './HardshipCase'
import type { ClueInput } from './inputs'

/** A case of which nothing but a place and a source is known. */
export const newCase = (ctx: Context, regionCode: string, source: ClueSource): HardshipCase =>
  HardshipCase.of({
    number: null, personId: null, clueName: null, cluePhone: null, regionCode, category: null, tags: [], kinds: [], cause: null, causeText: null, wishes: null, eventOn: null, urgent: false, colour: CaseColour.BLUE, source,
    sourceEntity: null, sourceId: null, agentName: null, agentRelation: null, agentPhone: null, reportedById: ctx.actor.id, reportedOn: ctx.today, registeredOn: null, ownerId: null, standInId: null, standInUntil: null,
    investigatorIds: [], investigatedOn: null, householdOn: null, townshipReviewerId: null, townshipReviewedOn: null, townshipOpinion: null, countyReviewerId: null, countyReviewedOn: null, countyOpinion: null, exclusionFound: false, deciderId: null,
    state: CaseState.CLUE, stateSince: ctx.today, dueOn: null, soonOn: null, clockLeft: null, returnedFrom: null, missingText: null, policyId: null, noticeFrom: null, noticeTo: null, noticePlace: null, noticeSkipped: false,
    noticeSkippedFor: null, objectionOpen: null, decidedOn: null, decisionReason: null, approvedAmount: null, earlierAmount: null, givenAmount: null, firstGivenOn: null, deliveredOn: null, deliveredTo: null, objectUntil: null, overrideReason: null,
    urgentOn: null, urgentAmount: null, urgentById: null, urgentFor: null, papersDueOn: null, lastContactOn: null, nextFollowUpOn: null, closedOn: null, closeReason: null, closeNote: null, reopenReason: null, round: 1, lateSteps: 0, transferToId: null, transferRegion: null, recusedIds: [], concernedIds: [],
  })

/**
 * Says that somebody may be in hardship. Whoever reports sees of it only the receipt; the station takes it up within the clock.
 * The person must be within the reporter's reach; who is not in the registry is named instead. A clue drawn from a visit or a need
 * takes from it of whom, where and what; of one record no second clue is made (DUPLICATE).
 */
export async function reportClue(ctx: Context, input: ClueInput): Promise<HardshipCase> {
  return ctx.store.beyondReach.save(await draftClue(ctx, input), { action: 'REPORT' })
}

/** A clue as it would be reported; nothing is written yet. */
export async function draftClue(ctx: Context, input: ClueInput): Promise<HardshipCase> {
  const drawn = input.sourceId ? await drawClue(ctx, input.source, input.sourceId) : null
  const person = drawn ? mustLive(await ctx.store.beyondReach.get(Person, drawn.personId)) : input.personId ? await livingPerson(ctx, input.personId) : null
  if (drawn && (await ctx.store.beyondReach.query(HardshipCase).where('it.sourceEntity = ? AND it.sourceId = ?', drawn.entity, drawn.entityId).exists())) throw new Duplicate(say('这条记录已经作为线索上报过。', 'A clue was drawn from this record already.'))
  const [name, text] = [input.name?.trim() || null, input.text?.trim() || drawn?.text]
  if (!text) throw new Invalid({ text: say('请写明发现的情况。', 'Say what was noticed.') })
  if (!person && !name) throw new Invalid({ name: say('请选择人员，或填写姓名。', 'Choose a person, or give a name.') })
  const regionCode = drawn?.regionCode ?? input.regionCode ?? person?.regionCode
  if (!regionCode) throw new Invalid({ regionCode: say('请选择所在嘎查村。', 'Say in which village.') })
  if (!drawn && regionCode !== person?.regionCode) await mustBeRegion(ctx, regionCode)
  const clue = Object.assign(newCase(ctx, regionCode, input.source), {
    personId: person?.id ?? null, clueName: person ? null : name, cluePhone: fullPhone(input.phone, 'phone'), cause: input.cause ?? null, causeText: text, urgent: input.urgent,
    colour: input.urgent ? CaseColour.RED : CaseColour.BLUE, sourceEntity: drawn?.entity ?? null, sourceId: drawn?.entityId ?? null,
  })
  await startClock(ctx, clue)
  return clue
}

/** A person within reach who has not died and was not merged. */
export async function livingPerson(ctx: Context, id: string): Promise<Person> {
  return mustLive(await ctx.store.get(Person, id))
}

function mustLive(person: Person): Person {
  if (person.state !== PersonState.ACTIVE) throw new Invalid({ personId: say('该人员已故或已合并。', 'That person has died or was merged.') })
  return person
}
