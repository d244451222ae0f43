import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { addFilterRules } from '../../kernel/lists'
import type { Condition } from '../../kernel/access'
import { daysOfMonth } from '../../kernel/days'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import type { BeneficiaryFilter } from '../../people/beneficiaries/inputs'

const ofProgramme = (programme: ProgrammeCode | null, row: string): Condition => (programme ? { sql: ` AND ${row}.programme = ?`, values: [programme] } : { sql: '', values: [] })

/** An elder `it` who has a pairing that has begun. */
export function matchedSql(programme: ProgrammeCode | null = null): Condition {
  const of = ofProgramme(programme, 'p')
  return { sql: `EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = it.id AND p.state IN ('ACTIVE','PAUSED')${of.sql})`, values: of.values }
}

/**
 * An elder `it` to whom a contact was due in a month: in one of their pairings the due day, counted from the last contact before
 * the month, falls on the month's end or before it, and before the pairing ended or paused. Where no contact has come since, it
 * is the due day that the due rule gives; else the period of the present grade stands for that of the time.
 */
export function dueInSql(month: string, programme: ProgrammeCode | null = null): Condition {
  const { from, to } = daysOfMonth(month)
  const of = ofProgramme(programme, 'p')
  const untouched = "COALESCE(p.lastContactOn, '1000-01-01') < ?"
  const last = "COALESCE((SELECT MAX(v.visitedOn) FROM visits v WHERE v.pairingId = p.id AND v.state = 'DONE' AND v.counts = 1 AND v.visitedOn < ?), p.startedOn)"
  const due = `IF(p.state = 'ACTIVE' AND ${untouched}, p.nextVisitOn, DATE_ADD(${last}, INTERVAL p.visitEvery + IF(${untouched}, COALESCE(p.pausedDays, 0), 0) DAY))`
  const until = 'LEAST(CAST(? AS DATE), COALESCE(p.endedOn, CAST(? AS DATE)), COALESCE(DATE_SUB(p.pausedOn, INTERVAL 1 DAY), CAST(? AS DATE)))'
  return {
    sql: `EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = it.id AND p.startedOn <= ? AND COALESCE(p.endedOn, ?) >= ? AND COALESCE(p.pausedOn, ?) >= ?${of.sql} AND ${due} <= ${until})`,
    values: [to, from, from, from, from, ...of.values, from, from, from, to, to, to],
  }
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
