import { setTimeout as sleep } from 'node:timers/promises'
import { Before, Context } from '../../server/kernel/context'
import { Database } from '../../server/kernel/database'
import { Deadline } from '../../server/kernel/deadline'
import { newId } from '../../server/kernel/entity'
import { systemActor } from '../../server/kernel/jobs'
import { entities } from '../../server/schema'
import { Team } from '../../server/people/teams/Team'
import { Wire } from '../faults/Wire'
import { asOwner, closeDatabase, database } from '../support/database'
import { aTeam } from '../support/people'

let wire: Wire
let db: Database

beforeAll(async () => {
  const { url } = (await database()).source.options as { url: string }
  wire = await Wire.before(url)
  db = await Database.open(wire.to(url), [...entities], [], 5)
})
afterEach(() => {
  wire.mend()
  db.onStatement = undefined
})
afterAll(async () => {
  await db.close()
  wire.close()
  await closeDatabase()
})

/** Renames a team, with or without a key; `breaking` is done once, within the first try. Tells how often it was tried, and what stands in the table and the trail. */
async function rename(clientKey: string | null, breaking: () => void) {
  const { id } = await aTeam()
  const ctx = Context.for(db, systemActor('rename'), { requestId: null, ip: null, locale: 'zh' }, new Date(), new Deadline(5000))
  let tries = 0
  const act = async (inner: Context) => {
    const team = await inner.store.hold(Team, id)
    if (++tries === 1) breaking()
    team.name = '改名队'
    return inner.store.save(team)
  }
  const answer = await ctx.transact('rename', act, clientKey ? { clientKey, content: [id] } : null).catch((error: { code: string }) => error.code)
  const [{ name, version }] = (await asOwner('SELECT name, version FROM teams WHERE id = ?', [id])) as [{ name: string; version: number }]
  const lines = await asOwner("SELECT id FROM audit_entries WHERE entityId = ? AND act = 'rename'", [id])
  return { id, answer, tries, renamed: name === '改名队', version, lines: lines.length }
}

describe('an act whose connection was lost', () => {
  it('before it was committed is sent again, where a key tells that it is the same', async () => {
    const { answer, ...done } = await rename(newId(), () => wire.break())
    expect(done).toMatchObject({ tries: 2, renamed: true, version: 2, lines: 1 })
    expect(answer).toBeInstanceOf(Team)
  })

  it('after it was committed is not done again: the answer is what it wrote', async () => {
    const { id, answer, ...done } = await rename(newId(), () => {
      db.onStatement = sql => {
        if (sql !== 'COMMIT') return
        db.onStatement = undefined
        // The database is told, and its answer does not come.
        wire.trickle()
        void sleep(150).then(() => {
          wire.mend()
          wire.break()
        })
      }
    })
    expect(done).toMatchObject({ tries: 1, renamed: true, version: 2, lines: 1 })
    expect(answer).toEqual(new Before('Team', id))
  })

  it('is left alone without a key: nobody knows whether it was committed', async () => {
    expect(await rename(null, () => wire.break())).toMatchObject({ answer: 'UNAVAILABLE', tries: 1, renamed: false, version: 1, lines: 0 })
  })
})
