import { loadProgrammes } from '../../server/bureau/programmes/loadProgrammes'
import { newId, type Values } from '../../server/kernel/entity'
import { checkCharacterOf, organisationCheckOf } from '../../server/people/employers/creditCode'
import { Employer, EmployerKind } from '../../server/people/employers/Employer'
import { Employment } from '../../server/people/employers/Employment'
import { newEmployer } from '../../server/people/employers/keepEmployer'
import type { Person } from '../../server/people/persons/Person'
import { PostHolderRole, PostPlaceKind, PostPromise, PostState } from '../../server/programmes/posts/enums'
import { PioneerPost } from '../../server/programmes/posts/PioneerPost'
import { PostHolder } from '../../server/programmes/posts/PostHolder'
import { loadPostRules, ruleInForce } from '../../server/programmes/posts/rules'
import { aTerritory, put, systemCtx } from './app'
import { aPerson, next } from './people'

/** A credit code with both check digits, of a division that never existed, so that it is nobody's. */
export function aCreditCode(n = next(), begins = '91'): string {
  const organisation = `ZZ${String(n % 1_000_000).padStart(6, '0')}`.replace(/Z/g, 'Y')
  const first17 = `${begins}159999${organisation}${organisationCheckOf(organisation)}`
  return first17 + checkCharacterOf(first17)
}

type EmployerValues = Partial<Pick<Values<Employer>, 'name' | 'kind' | 'creditCode' | 'regionCode' | 'state' | 'contactName' | 'contactPhone' | 'premises' | 'industryCode'>>

/** An employer at work, a private firm in a village of its own unless told otherwise. */
export function anEmployer({ name, creditCode, ...values }: EmployerValues = {}): Promise<Employer> {
  const n = next()
  const employer = Object.assign(newEmployer(), { kind: EmployerKind.PRIVATE_FIRM, regionCode: values.regionCode ?? aTerritory().village() }, values)
  employer.call(name ?? `测试第${n}商贸有限公司`)
  employer.register(creditCode === undefined ? aCreditCode(n) : creditCode)
  return put(employer)
}

/** Somebody, a veteran unless told otherwise, who works for an employer. */
export async function anEmployee(employer: Employer, { person, ...values }: Partial<Values<Employment>> & { person?: Person } = {}): Promise<{ person: Person; employment: Employment }> {
  const who = person ?? (await aPerson({ isVeteran: true, regionCode: employer.regionCode }))
  const employment = await put(Employment.of({ employerId: employer.id, personId: who.id, regionCode: employer.regionCode, jobTitle: '营业员', from: '2025-03-01', to: null, endReason: null, endNote: null, ...values }))
  return { person: who, employment }
}

/** What posts are judged by, where it is not there yet: the catalogue's services and the default rules. */
export async function arrangePosts(): Promise<void> {
  const ctx = await systemCtx()
  await loadProgrammes(ctx)
  await loadPostRules(ctx)
}

type PostValues = Partial<Values<PioneerPost>> & { employer?: Employer }

/** A post of an employer, with a veteran who holds it; granted on 10 November 2026 under a plaque of its own unless told otherwise. */
export async function aPost({ employer: given, ...values }: PostValues = {}): Promise<{ post: PioneerPost; employer: Employer; holder: Person; employment: Employment }> {
  const employer = given ?? (await anEmployer({ regionCode: values.regionCode }))
  const { person: holder, employment } = await anEmployee(employer)
  const ctx = await systemCtx(new Date('2026-11-10T02:00:00Z'))
  const { id: ruleId } = await ruleInForce(ctx)
  const state = values.state ?? PostState.GRANTED
  const hangs = state === PostState.GRANTED || state === PostState.RECTIFYING
  const n = next()
  const post = PioneerPost.of({
    number: `T${newId().slice(-14)}`, employerId: employer.id, regionCode: employer.regionCode, title: `第${n}服务窗口`, placeKind: PostPlaceKind.WINDOW, place: '一楼大厅', promises: [PostPromise.PLEDGE], pledge: '热情周到', services: ['POLICY', 'GUIDE'],
    serviceNote: null, openingHours: '工作日 8:30–17:30', state, stateReason: null, ruleId, createdById: newId(), appliedOn: '2026-10-08', appliedById: newId(), recommendedOn: null, recommendedById: null, recommendation: null, score: 90,
    passed: true, inspectorIds: [], noticeFrom: null, noticeTo: null, noticePlace: null, plaqueNo: hangs ? `XFG2099-${String(newId().slice(-8).replace(/\D/g, '') + n).slice(-6).padStart(6, '0')}` : null,
    grantedOn: hangs ? '2026-11-10' : null, grantedById: null, validTo: hangs ? '2029-11-10' : null, renewedOn: null, rectifyReason: null, rectifyBy: null, revokeProposedFor: null, lastLoggedOn: null, endedOn: null, plaqueDueOn: null, plaqueReturnedOn: null, ...values,
  })
  post.settleKey()
  await put(post)
  await ctx.transact('arrange', async inner => {
    await inner.store.hold(PioneerPost, post.id)
    await inner.store.save(PostHolder.of({ postId: post.id, personId: holder.id, role: PostHolderRole.HOLDER, from: '2026-11-10', to: null }))
  })
  return { post, employer, holder, employment }
}
