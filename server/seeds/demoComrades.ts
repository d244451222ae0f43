import { ProgrammeCode } from '../bureau/programmes/ProgrammeCode'
import { Actor } from '../kernel/access'
import { Context } from '../kernel/context'
import type { Database } from '../kernel/database'
import { addDays, startOfDay } from '../kernel/days'
import { Deadline } from '../kernel/deadline'
import { Beneficiary } from '../people/beneficiaries/Beneficiary'
import { BeneficiaryState, ConsentChannel, ConsentGiver, ConsentGround, ConsentPurpose, RiskGrade } from '../people/beneficiaries/enums'
import { assessBeneficiary } from '../people/beneficiaries/gradeBeneficiary'
import { recordConsent } from '../people/beneficiaries/recordConsent'
import { seekHelpers } from '../programmes/hardship/comrades/seekHelpers'
import { HardshipCase } from '../programmes/hardship/HardshipCase'
import { activatePairing } from '../programmes/pairings/activatePairing'
import { acceptPairing } from '../programmes/pairings/answerPairing'
import { pairElder } from '../programmes/pairings/pairElder'
import type { Pairing } from '../programmes/pairings/Pairing'
import { recordVisit } from '../programmes/pairings/recordVisit'
import { suggestVolunteers } from '../programmes/pairings/suggestVolunteers'
import { VisitManner } from '../programmes/pairings/Visit'
import { roles } from '../roles'

interface Telling {
  database: Database
  caseId: string
  caseworker: Actor
  station: Actor
  /** The day on which helpers are sought. */
  from: string
  today: string
}

/** Days from one visit of a helper to the next. */
const EVERY = 24
const TALES: readonly (readonly [services: string[], note: string])[] = [
  [['TALKING', 'FARM_WORK'], '一起聊了当兵的日子，帮着收拾了院子'], [['TO_DOCTOR'], '陪着去旗里复查'], [['TALKING', 'POLICY'], '把能申请的政策讲了一遍'],
]

/** 手拉手, told by the acts themselves: helpers are sought, a volunteer near by says yes, and looks in every few weeks up to today. */
export async function tellHelpers({ database, caseId, caseworker, station, from, today }: Telling): Promise<void> {
  const on = async <T>(actor: Actor, day: string, hour: number, name: string, act: (ctx: Context) => Promise<T>): Promise<T> => {
    const now = new Date(startOfDay(day).getTime() + hour * 3_600_000)
    return (await Context.for(database, actor, { requestId: null, ip: null, locale: 'zh' }, now, new Deadline(60_000)).transact(name, act)) as T
  }
  const comrade = await on(caseworker, from, 9, 'seekHelpers', async ctx => {
    const { version, personId } = await ctx.store.get(HardshipCase, caseId)
    await seekHelpers(ctx, caseId, version)
    return (await ctx.store.query(Beneficiary).where('it.personId = ?', personId).first())!
  })
  if (comrade.state !== BeneficiaryState.PROPOSED) return
  await on(caseworker, from, 10, 'assessBeneficiary', ctx => assessBeneficiary(ctx, comrade.id, comrade.version, { grade: RiskGrade.KEY, findings: '入户时了解了情况' }))
  await on(caseworker, from, 11, 'recordConsent', ctx => recordConsent(ctx, comrade.id, { purpose: ConsentPurpose.SERVICE, ground: ConsentGround.CONSENT, textVersion: '2022-1', givenBy: ConsentGiver.SELF, givenOn: from, channel: ConsentChannel.PAPER }))
  const proposed = await on<Pairing | null>(station, from, 14, 'pairElder', async ctx => {
    const [best] = (await suggestVolunteers(ctx, comrade.id, ProgrammeCode.COMRADES, 1)).items
    return best ? pairElder(ctx, { beneficiaryId: comrade.id, programme: ProgrammeCode.COMRADES, volunteerId: best.volunteer.id }) : null
  })
  if (!proposed) return
  const helper = new Actor(proposed.volunteerId, '示例志愿者', 'volunteer', new Set(roles.volunteer.may), { kind: 'self', volunteerId: proposed.volunteerId })
  const accepted = await on(helper, from, 18, 'acceptPairing', ctx => acceptPairing(ctx, proposed.id, proposed.version))
  const begun = addDays(from, 1)
  if (begun > today) return
  await on(station, begun, 15, 'activatePairing', ctx => activatePairing(ctx, accepted.id, accepted.version, { visitedOn: begun, accompaniedBy: '示例站员', agreement: '每月上门一两次，帮做农活、谈心', minutes: 60, services: ['TALKING'] }))
  for (let n = 1, day = addDays(begun, EVERY); day < today; n++, day = addDays(day, EVERY)) {
    const [services, note] = TALES[n % TALES.length]!
    await on(helper, day, 16, 'recordVisit', ctx => recordVisit(ctx, { pairingId: accepted.id, visitedOn: day, manner: VisitManner.HOME, contactMade: true, minutes: 90, services, note }))
  }
}
