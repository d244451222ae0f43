import { regionsByCode } from '../../../bureau/regions/regionOf'
import { Station, StationKind } from '../../../bureau/stations/Station'
import { amountInWords } from '../../../kernel/amountInWords'
import type { Context } from '../../../kernel/context'
import { fenOf } from '../../../kernel/money'
import type { PaperData } from '../../../kernel/paper'
import { Person } from '../../../people/persons/Person'
import type { FrozenCase } from '../freezeCase'
import type { HardshipCase } from '../HardshipCase'
import { policyOf } from '../policies'
import { placeOf } from './placeOf'
import { BLANK, categoryWords, dayInWords, kindWords, publicKindWords } from './paperWords'

const list = (words: readonly string[]): string => [...new Set(words)].join('、')

/** Who issues a decision: the bureau of the banner, reached by its centre's own phone. */
async function bureau(ctx: Context, regionCode: string): Promise<{ issuer: string; phone: string }> {
  const banner = (await regionsByCode(ctx)).get(`${regionCode.slice(0, 6)}000000`)
  const [centre] = await ctx.store.beyondReach.query(Station).where('it.kind = ? AND it.regionCode LIKE ?', StationKind.CENTRE, `${regionCode.slice(0, 6)}%`).rows()
  return { issuer: `${banner?.name ?? ''}退役军人事务局`, phone: centre?.officePhone ?? BLANK }
}

/** Who puts up a notice: the township's station, else the bureau. */
async function station(ctx: Context, regionCode: string): Promise<{ issuer: string; phone: string }> {
  const [found] = await ctx.store.beyondReach.query(Station).where('it.regionCode = ?', `${regionCode.slice(0, 9)}000`).rows()
  return found ? { issuer: found.name, phone: found.officePhone ?? BLANK } : bureau(ctx, regionCode)
}

/** What a decision says: all of the case as it was frozen, whatever was written later. */
export async function decisionData(ctx: Context, one: HardshipCase, { case: frozen, who, members }: FrozenCase, decidedOn: string): Promise<PaperData> {
  const { basis, objectWithinDays } = await policyOf(ctx, one)
  const { issuer, phone } = await bureau(ctx, one.regionCode)
  const amount = frozen.approvedAmount && fenOf(frozen.approvedAmount) > 0n ? frozen.approvedAmount : null
  return {
    ...who, number: one.number, category: frozen.category && categoryWords[frozen.category], kinds: list(frozen.kinds.map(kind => kindWords[kind])), appliedOn: who.appliedOn && dayInWords(who.appliedOn), decidedOn: dayInWords(decidedOn), basis,
    amount: amount?.replace(/\B(?=(\d{3})+\.)/g, ',') ?? '', amountWords: amount ? amountInWords(amount) : '', reason: frozen.decisionReason, household: members.some(({ personId }) => personId !== null && personId === one.personId) ? members.length : members.length + 1,
    objectDays: `${objectWithinDays}日`, objectWay: `如对本决定有异议，可自收到之日起${objectWithinDays}日内向${issuer}书面提出，由未参与本决定的人员复核；联系电话：${phone}。`,
    issuer, phone, issuedOn: dayInWords(decidedOn),
  }
}

/** What a village may read: the name and the kind of hardship, when and where the notice hangs, and whom to tell. Nothing else is handed to the template. */
export async function noticeData(ctx: Context, one: HardshipCase): Promise<PaperData> {
  const person = await ctx.store.follow(Person, one.personId)
  return {
    name: person?.name ?? null, kinds: list(one.kinds.map(kind => publicKindWords[kind])), noticeFrom: dayInWords(one.noticeFrom!), noticeTo: dayInWords(one.noticeTo!), place: one.noticePlace, issuedOn: dayInWords(one.noticeFrom!),
    ...(await placeOf(ctx, one.regionCode)), ...(await station(ctx, one.regionCode)),
  }
}
