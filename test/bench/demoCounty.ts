import type { Database } from '../../server/kernel/database'
import { systemContext } from '../../server/kernel/jobs'
import { Account } from '../../server/people/accounts/Account'
import { newToken } from '../../server/people/accounts/identify'
import { Session } from '../../server/people/accounts/Session'
import { loadDemo } from '../../server/seeds/demo'
import type { County, SignedIn } from './county'

const FOREVER = new Date('2099-01-01T00:00:00Z')

/** The demo's people in the county's place, at a scale: small, for trying the bench. */
export async function demoCounty(database: Database, scale: number, say: (line: string) => void): Promise<County> {
  await loadDemo(database, { onlyIfEmpty: true, scale, say })
  const ctx = systemContext(database, 'bench')
  const signIn = async (username: string): Promise<SignedIn & { regionCode: string }> => {
    const account = (await ctx.store.beyondReach.query(Account).where('it.username = ?', username).first())!
    const { token, tokenHash } = newToken()
    await ctx.transact('bench', async inner => inner.store.beyondReach.save(Session.of({ tokenHash, accountId: account.id, stamp: account.stamp, lastSeenAt: FOREVER, expiresAt: FOREVER, endedAt: null, ip: null, userAgent: null })))
    return { accountId: account.id, username, token, regionCode: account.regionCode ?? '' }
  }
  const [officer, leader, auditor, station, caseWorker] = [await signIn('officer'), await signIn('leader'), await signIn('auditor'), await signIn('station'), await signIn('caseworker')]
  const ids = async (sql: string): Promise<string[]> => (await database.query(sql)).map(row => row.id as string)
  const cases = await database.query<{ id: string; version: number; state: string }[]>('SELECT id, version, state FROM hardship_cases')
  return {
    today: ctx.today, officer, leader, auditor, station, caseWorker,
    recorders: [{ ...officer, volunteerId: '', pairingIds: await ids("SELECT id FROM pairings WHERE state = 'ACTIVE'") }],
    caseWithEvents: (await ids("SELECT entityId AS id, COUNT(*) AS n FROM audit_entries WHERE entity = 'HardshipCase' GROUP BY entityId ORDER BY n DESC LIMIT 1"))[0]!,
    pairingWithVisits: (await ids('SELECT pairingId AS id, COUNT(*) AS n FROM visits GROUP BY pairingId ORDER BY n DESC LIMIT 1'))[0]!,
    cases: Object.fromEntries([...new Set(cases.map(one => one.state))].map(state => [state, cases.filter(one => one.state === state)])),
    fragments: { hanzi: '明', pinyin: 'wang' },
  }
}
