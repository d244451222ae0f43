import { registerEnumType } from 'type-graphql'
import type { Context } from '../../kernel/context'
import { fingerprint } from '../../kernel/sealed'
import { readPhone } from '../persons/phone'
import { readCreditCode } from './creditCode'
import { coreOf, Employer, EmployerState } from './Employer'
import type { EmployerLikenessInput } from './inputs'
import { employerNameAsMeant } from './writeEmployer'

export enum EmployerLikenessReason {
  CREDIT_CODE = 'CREDIT_CODE',
  NAME = 'NAME',
  NAME_PART = 'NAME_PART',
  PHONE = 'PHONE',
}
registerEnumType(EmployerLikenessReason, { name: 'EmployerLikenessReason', description: '信用代码相同、名称相同、名称相近且在同一苏木乡镇、联系电话相同' })

/** An employer that may be the same one, and why. */
export interface EmployerLikeness {
  employer: Employer
  reasons: EmployerLikenessReason[]
}

const AT_MOST = 20

/** Which employers within reach may be the one that a form describes: information, never a refusal. */
export async function findLikeEmployers(ctx: Context, { name, creditCode, contactPhone, regionCode, exceptId }: EmployerLikenessInput): Promise<EmployerLikeness[]> {
  const code = creditCode ? readCreditCode(creditCode).value : null
  const phone = contactPhone ? readPhone(contactPhone) : null
  const said = name ? employerNameAsMeant(name) : null
  const core = said ? coreOf(said) : ''
  const found = new Map<string, EmployerLikeness>()
  const look = async (reason: EmployerLikenessReason, sql: string, ...values: string[]): Promise<void> => {
    const rows = await ctx.store.query(Employer).where('it.state <> ?', EmployerState.MERGED).where(sql, ...values).orderBy('it.id').limit(AT_MOST).rows()
    for (const employer of rows.filter(one => one.id !== exceptId)) {
      const likeness = found.get(employer.id) ?? { employer, reasons: [] }
      likeness.reasons.push(reason)
      found.set(employer.id, likeness)
    }
  }
  if (code) await look(EmployerLikenessReason.CREDIT_CODE, 'it.creditCode = ?', code)
  if (said) await look(EmployerLikenessReason.NAME, 'it.name = ?', said)
  if (core.length >= 2 && regionCode) await look(EmployerLikenessReason.NAME_PART, 'it.name <> ? AND it.name LIKE ? AND it.regionCode LIKE ?', said!, `%${core.replace(/[%_\\]/g, '\\$&')}%`, `${regionCode.slice(0, 9)}%`)
  if (phone?.ok) await look(EmployerLikenessReason.PHONE, 'it.contactPhonePrint = ?', fingerprint(phone.value))
  return [...found.values()]
}
