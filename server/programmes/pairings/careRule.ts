import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { addFilterRules } from '../../kernel/lists'
import type { Condition } from '../../kernel/access'
import { daysOfMonth } from '../../kernel/days'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import type { BeneficiaryFilter } from '../../people/beneficiaries/inputs'
import { wasDueInSql } from './pastDue'

const ofProgramme = (programme: ProgrammeCode | null, row: string): Condition => (programme ? { sql: ` AND ${row}.programme = ?`, values: [programme] } : { sql: '', values: [] })

/** An elder `it` who has a pairing that has begun. */
export function matchedSql(programme: ProgrammeCode | null = null): Condition {
  const of = ofProgramme(programme, 'p')
  return { sql: `EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = it.id AND p.state IN ('ACTIVE','PAUSED')${of.sql})`, values: of.values }
}

/** An elder `it` to whom a contact was due in a month, in one of their pairings, by the rule and the records of that month. */
export function dueInSql(month: string, programme: ProgrammeCode | null = null): Condition {
  const of = ofProgramme(programme, 'p')
  return { sql: `EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = it.id${of.sql} AND ${wasDueInSql(month)})`, values: of.values }
}

/** An elder `it` who had a contact that counts in a month. */
export function contactedInSql(month: string, programme: ProgrammeCode | null = null): Condition {
  const { from, to } = daysOfMonth(month)
  const of = ofProgramme(programme, 'v')
  return { sql: `EXISTS (SELECT 1 FROM visits v WHERE v.beneficiaryId = it.id AND v.state = 'DONE' AND v.counts = 1 AND v.visitedOn BETWEEN ? AND ?${of.sql})`, values: [from, to, ...of.values] }
}

addFilterRules<BeneficiaryFilter>(Beneficiary, {
  matched: (rows, wanted) => { const { sql, values } = matchedSql(); rows.where(wanted ? sql : `NOT ${sql}`, ...values) },
  dueIn: (rows, month) => { const { sql, values } = dueInSql(month); rows.where(sql, ...values) },
  contactedIn: (rows, month) => { const { sql, values } = contactedInSql(month); rows.where(sql, ...values) },
})
