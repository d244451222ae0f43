import type { Condition } from '../../kernel/access'
import { addDays, daysOfMonth, isDay } from '../../kernel/days'

/** A calendar day as SQL has it; nothing else gets into a statement. */
function dayOf(day: string): string {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`)
  return `DATE '${day}'`
}

const next = (day: string): string => `DATE_ADD(${day}, INTERVAL 1 DAY)`
/** The last contact of a pairing `p` that counts before a day, or its start. */
const lastBefore = (day: string): string => `COALESCE((SELECT MAX(v.visitedOn) FROM visits v WHERE v.pairingId = p.id AND v.state = 'DONE' AND v.counts = 1 AND v.visitedOn < ${day}), p.startedOn)`
/** How many days a pairing `p` rested from one day to another, both among them. */
const rested = (from: string, to: string): string =>
  `(COALESCE((SELECT SUM(GREATEST(0, DATEDIFF(LEAST(r.toOn, ${next(to)}), GREATEST(r.fromOn, ${from})))) FROM pairing_pauses r WHERE r.pairingId = p.id), 0) + IF(p.pausedOn IS NULL, 0, GREATEST(0, DATEDIFF(${next(to)}, GREATEST(p.pausedOn, ${from})))))`
/** The period that a pairing `p` had on a day, by the grade of that time. */
const everyOn = (day: string): string => `COALESCE((SELECT g.visitEvery FROM grade_changes g WHERE g.beneficiaryId = p.beneficiaryId AND g.gradedOn <= ${day} ORDER BY g.gradedOn DESC, g.id DESC LIMIT 1), p.visitEvery)`
/** A major change after a contact, to be followed on the next day. */
const changed = (after: string, before: string): string =>
  `(EXISTS (SELECT 1 FROM grade_changes g WHERE g.beneficiaryId = p.beneficiaryId AND g.majorChange = 1 AND g.gradedOn > ${after} AND g.gradedOn < ${before}) OR COALESCE(DATE(DATE_ADD(p.majorChangeAt, INTERVAL 8 HOUR)) < ${before}, 0))`
/** By a day the due rule had called for a contact after the last one; days of pause do not count. */
const calledFor = (last: string, by: string): string => `(DATEDIFF(${by}, ${last}) - ${rested(last, by)} >= ${everyOn(by)} OR ${changed(last, by)})`

/** The due rule looked back on: a pairing `p` in which a contact was due in a month, on a day on which it neither rested nor had ended, whatever has become of it since. */
export function wasDueInSql(month: string): string {
  const { from, to } = daysOfMonth(month)
  const [first, last] = [dayOf(from), dayOf(to)]
  const until = `LEAST(${last}, COALESCE(p.endedOn, ${last}))`
  const since = `GREATEST(${first}, p.startedOn)`
  return `(p.startedOn <= ${last} AND COALESCE(p.endedOn, ${first}) >= ${first} AND DATEDIFF(${until}, ${since}) + 1 > ${rested(since, until)} AND ${calledFor(lastBefore(first), until)})`
}

/** The due rule looked back on: a pairing `it` whose contact was due by a past day's end and had not come, while it neither rested nor had ended. */
export function wasLateSql(day: string): Condition {
  const on = dayOf(day)
  const resting = `(COALESCE(p.pausedOn <= ${on}, 0) OR EXISTS (SELECT 1 FROM pairing_pauses r WHERE r.pairingId = p.id AND r.fromOn <= ${on} AND r.toOn > ${on}))`
  return { sql: `EXISTS (SELECT 1 FROM pairings p WHERE p.id = it.id AND p.startedOn <= ${on} AND COALESCE(p.endedOn > ${on}, 1) AND NOT ${resting} AND ${calledFor(lastBefore(dayOf(addDays(day, 1))), on)})`, values: [] }
}
