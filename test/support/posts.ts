import type { Values } from '../../server/kernel/entity'
import { checkCharacterOf, organisationCheckOf } from '../../server/people/employers/creditCode'
import { Employer, EmployerKind } from '../../server/people/employers/Employer'
import { Employment } from '../../server/people/employers/Employment'
import { newEmployer } from '../../server/people/employers/keepEmployer'
import type { Person } from '../../server/people/persons/Person'
import { aTerritory, put } from './app'
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
