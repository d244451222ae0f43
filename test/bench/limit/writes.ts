import { addDays } from '../../../server/kernel/days'
import { newId } from '../../../server/kernel/entity'
import { type Limit, type Row, today } from './Limit'

interface Visited {
  input: { pairingId: string; visitedOn: string; minutes: number; manner: string; services: string[]; condition: number | null; note: string | null }
}

/** Of the period, the last part in which a visit counts as due soon. */
const SOON = 0.2

const insert = (table: string, row: Row): [sql: string, values: unknown[]] => [`INSERT INTO ${table} (${Object.keys(row).map(name => `\`${name}\``).join(',')}) VALUES (?)`, [Object.values(row)]]

/** The visit, the pairing's next due day, the line of the ledger, the volunteer's total and the months' that are kept: the rows of the domain, in one transaction. No audit, no key against sending twice, no rules about what is written. */
export async function recordVisit(limit: Limit, { input }: Visited): Promise<unknown> {
  const id = newId()
  await limit.transaction(async query => {
    const [row] = await query('SELECT p.beneficiaryId, p.volunteerId, p.regionCode, p.programme, p.visitEvery, v.personId, v.teamId, v.regionCode AS home FROM pairings p JOIN volunteers v ON v.id = p.volunteerId WHERE p.id = ? FOR UPDATE', [input.pairingId])
    const { beneficiaryId, volunteerId, regionCode, programme, visitEvery, personId, teamId, home } = row as Row & { visitEvery: number }
    const now = new Date()
    const made = { version: 1, createdAt: now, updatedAt: now }
    const { pairingId, visitedOn, minutes, manner, services, condition, note } = input
    const due = addDays(visitedOn, visitEvery)
    await query(...insert('visits', { id, ...made, pairingId, beneficiaryId, volunteerId, regionCode, programme, state: 'DONE', visitedOn, standsOn: visitedOn, manner, contactMade: true, minutes, services: services.join(','), condition, flags: '', note, counts: true, recordedById: limit.officerId, receiptIds: '' }))
    await query('UPDATE pairings SET lastVisitId = ?, lastVisitedOn = ?, lastContactOn = ?, phoneInARow = 0, pausedDays = 0, nextVisitOn = ?, soonOn = ?, version = version + 1, updatedAt = ? WHERE id = ?', [id, visitedOn, visitedOn, due, addDays(due, -Math.ceil(visitEvery * SOON)), now, pairingId])
    await query(...insert('service_records', { id: newId(), ...made, volunteerId, personId, teamId, regionCode, homeRegionCode: home, programmeCode: programme, sourceType: 'Visit', sourceId: id, sourceKey: `Visit/${id}`, servedOn: visitedOn, minutes, breakMinutes: 0, drill: false, state: 'CONFIRMED' }))
    await query('UPDATE volunteers SET totalMinutes = totalMinutes + ?, lastServedOn = GREATEST(COALESCE(lastServedOn, ?), ?), version = version + 1, updatedAt = ? WHERE id = ?', [minutes, visitedOn, visitedOn, now, volunteerId])
    await query('INSERT INTO kept_totals (total, month, regionCode, heading, team, records, amount) VALUES ? ON DUPLICATE KEY UPDATE records = records + VALUES(records), amount = amount + VALUES(amount)', [[
      ['hours', visitedOn.slice(0, 7), regionCode, `CONFIRMED/${String(programme)}/0`, teamId ?? '', 1, minutes],
      ['visits', visitedOn.slice(0, 7), regionCode, 'DONE', '', 1, 0],
    ]])
  })
  return { recordVisit: { id, visitedOn: input.visitedOn, minutes: input.minutes, counts: true } }
}

/** A case that its person withdrew: its state, the end of its clocks, what was planned and asked, and the tasks that reminded of it. */
export async function closeCase(limit: Limit, { id, version, input }: { id: string; version: number; input: { reason: string } }): Promise<unknown> {
  return limit.transaction(async query => {
    const [row] = await query('SELECT state, dueOn, version FROM hardship_cases WHERE id = ? FOR UPDATE', [id])
    if (row?.version !== version || row.state === 'CLOSED') throw new Error('STALE')
    const late = row.dueOn !== null && (row.dueOn as string) < today()
    const now = new Date()
    await query(
      "UPDATE hardship_cases SET state = 'CLOSED', stateSince = ?, dueOn = NULL, soonOn = NULL, lateSteps = lateSteps + ?, closedOn = ?, closeReason = ?, standInId = NULL, standInUntil = NULL, papersDueOn = NULL, nextFollowUpOn = NULL, objectionOpen = NULL, transferToId = NULL, transferRegion = NULL, openKey = NULL, version = version + 1, updatedAt = ? WHERE id = ? AND version = ?",
      [today(), late ? 1 : 0, today(), input.reason, now, id, version],
    )
    await query("UPDATE measures SET state = 'FAILED', failedForMask = '•••', version = version + 1, updatedAt = ? WHERE caseId = ? AND state IN ('PLANNED', 'APPROVED')", [now, id])
    await query("UPDATE case_transfers SET state = 'WITHDRAWN', answeredOn = ?, version = version + 1, updatedAt = ? WHERE caseId = ? AND state = 'PENDING'", [today(), now, id])
    await query("UPDATE tasks SET state = 'CANCELLED', openKey = NULL, version = version + 1, updatedAt = ? WHERE entity = 'HardshipCase' AND entityId = ? AND state = 'OPEN'", [now, id])
    return { closeCase: { id, version: version + 1, state: 'CLOSED' } }
  })
}

/** Somebody signs in with the right password: the slow digest, and the session. */
export async function signIn(limit: Limit, { input }: { input: { username: string; password: string } }): Promise<unknown> {
  const { verify } = await import('@node-rs/argon2')
  const { createHash, randomBytes } = await import('node:crypto')
  const [account] = await limit.query('SELECT id, username, role, stamp, passwordHash FROM accounts WHERE username = ? AND state = ?', [input.username, 'ACTIVE'])
  if (!account || !(await verify(account.passwordHash as string, input.password))) throw new Error('BAD_CREDENTIALS')
  const token = randomBytes(32).toString('base64url')
  const [now, expiresAt] = [new Date(), new Date(Date.now() + 12 * 3_600_000)]
  await limit.query(...insert('sessions', { id: newId(), version: 1, createdAt: now, updatedAt: now, tokenHash: createHash('sha256').update(token).digest('base64url'), accountId: account.id, stamp: account.stamp, lastSeenAt: now, expiresAt }))
  return { signIn: { token, expiresAt: expiresAt.toISOString(), account: { id: account.id, username: account.username, role: account.role } } }
}
