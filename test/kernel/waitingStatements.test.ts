import type { Database } from '../../server/kernel/database'
import type { Line } from '../../server/kernel/Line'
import { Deadline } from '../../server/kernel/deadline'
import { newId } from '../../server/kernel/entity'
import { Refused } from '../../server/kernel/errors'
import { say } from '../../server/kernel/text'
import { Throttle } from '../../server/kernel/throttle'
import { together } from '../../server/kernel/together'
import { Team } from '../../server/people/teams/Team'
import { stop, systemCtx } from '../support/app'
import { asOwner, database } from '../support/database'
import { aTeam } from '../support/people'

afterAll(stop)

const ADD = 'INSERT INTO throttles (id, version, createdAt, updatedAt, `key`, tries, endsAt) VALUES (?,1,NOW(),NOW(),?,?,NOW())'
const RAISE = 'UPDATE throttles SET tries = tries + 1 WHERE `key` = ?'
const row = (key: string, tries: unknown = 1) => [newId(), key, tries] as string[]
const inTransaction = async <T>(work: (line: Line) => Promise<T>): Promise<T> => (await database()).transaction(new Deadline(5000), work)
const kept = async (...keys: string[]) => (await asOwner<{ n: number }[]>('SELECT COUNT(*) AS n FROM throttles WHERE `key` IN (?)', [keys]))[0]!.n
const refusal = () => new Refused('INELIGIBLE', say('不。', 'No.'))

/** The statements and the round trips of a piece of work. */
async function told(db: Database, work: () => Promise<unknown>): Promise<{ statements: number; roundTrips: number }> {
  const { statements, roundTrips } = db
  await work()
  return { statements: db.statements - statements, roundTrips: db.roundTrips - roundTrips }
}

describe('statements that wait', () => {
  it('go with the next one, the beginning and the end of a transaction too', async () => {
    const [one, other] = [newId(), newId()]
    const cost = await told(await database(), () => inTransaction(async line => {
      await line.later(ADD, row(one))
      expect(await line.query('SELECT tries FROM throttles WHERE `key` = ?', [one])).toEqual([{ tries: 1 }])
      await line.later(ADD, row(other, 7))
      await line.later(RAISE, [other])
      expect(await line.values('SELECT `key`, tries FROM throttles WHERE `key` IN (?) ORDER BY tries', [[one, other]])).toEqual([[one, 1], [other, 8]])
      await line.later(RAISE, [one])
    }))
    expect(cost).toEqual({ statements: 8, roundTrips: 3 })
    expect(await kept(one, other)).toBe(2)
  })

  it('cost nothing where the act ends before any is sent', async () => {
    const key = newId()
    const cost = await told(await database(), () => inTransaction(async line => {
      await line.later(ADD, row(key))
      throw refusal()
    }).catch(() => undefined))
    expect(cost).toEqual({ statements: 0, roundTrips: 0 })
    expect(await kept(key)).toBe(0)
  })

  it('go by themselves once there are many', async () => {
    const keys = Array.from({ length: 400 }, newId)
    await inTransaction(async line => {
      for (const key of keys) await line.later(`${ADD} -- ${'x'.repeat(500)}\n`, row(key))
      expect((await told(await database(), () => line.query('SELECT 1'))).statements).toBeLessThan(200)
    })
    expect(await kept(...keys)).toBe(400)
  })

  it('fail where the next one is sent, and whoever caught that in passing cannot commit without them', async () => {
    const [one, other, third] = [newId(), newId(), newId()]
    await expect(inTransaction(async line => {
      await line.later(ADD, row(one))
      await line.later(ADD, row(other, 'x'.repeat(20)))
      await line.later(ADD, row(third))
      await line.query('SELECT 1').catch(() => undefined)
    })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await kept(one, other, third)).toBe(0)
  })

  it('write no version of a row over another', async () => {
    const team = await aTeam()
    const rename = (await systemCtx()).transact('rename', async ctx => {
      const [one, other] = [await ctx.store.hold(Team, team.id), await ctx.store.hold(Team, team.id)]
      await ctx.store.save(Object.assign(one, { name: '一' }))
      await ctx.store.save(Object.assign(other, { name: '二' }))
    })
    await expect(rename).rejects.toMatchObject({ code: 'STALE' })
    expect(await asOwner('SELECT name, version FROM teams WHERE id = ?', [team.id])).toEqual([{ name: team.name, version: team.version }])
  })

  it('that are asked at the same time go together, and each is answered', async () => {
    const [one, other] = [newId(), newId()]
    const NUMBERED = 'SELECT tries FROM throttles WHERE `key` = ?'
    const cost = await told(await database(), () => inTransaction(async line => {
      await line.later(ADD, row(one, 3))
      await line.later(ADD, row(other, 4))
      expect(await Promise.all([line.values(NUMBERED, [one]), line.values(NUMBERED, [other])])).toEqual([[[3]], [[4]]])
      expect(await Promise.all([line.values(NUMBERED, [one]), line.query(NUMBERED, [other]), line.values(NUMBERED, [other])])).toEqual([[[3]], [{ tries: 4 }], [[4]]])
    }))
    expect(cost).toEqual({ statements: 9, roundTrips: 5 })
  })

  it('that are asked at the same time fail together, and what follows them in the act is not begun', async () => {
    const [one, other, third] = [newId(), newId(), newId()]
    const tries = await inTransaction(async line => {
      await line.query(ADD, row(one))
      return (await Promise.allSettled([line.query(ADD, row(one)), line.query(ADD, row(other))])).map(({ status }) => status)
    })
    expect(tries).toEqual(['rejected', 'rejected'])
    expect(await kept(one, other)).toBe(1)
    let done = false
    await expect(inTransaction(async line => {
      await line.later(ADD, row(third))
      await together(line.query(ADD, row(one)), Promise.resolve().then(async () => {
        await line.query('SELECT 1').catch(() => undefined)
        done = true
      }))
    })).rejects.toMatchObject({ errno: 1062 })
    expect([done, await kept(third)]).toEqual([true, 0])
  })

  it('leave to whoever sends the last one what that one fails with', async () => {
    const [one, other] = [newId(), newId()]
    await inTransaction(async line => line.query(ADD, row(one)))
    await inTransaction(async line => {
      await line.later(ADD, row(other))
      await expect(line.query(ADD, row(one))).rejects.toMatchObject({ errno: 1062 })
    })
    expect(await kept(one, other)).toBe(2)
  })

  it('are undone with the part of an act that is refused, and only with it', async () => {
    const [before, within] = [await aTeam(), await aTeam()]
    const rename = async (id: string, name: string, how: 'stands' | 'refused') => (await systemCtx()).transact('rename', async ctx => {
      const [first, second] = [await ctx.store.hold(Team, before.id), await ctx.store.hold(Team, id)]
      await ctx.store.save(Object.assign(first, { name }))
      await ctx.attempt(async () => {
        // What is undone need not even have been fit to be written.
        await ctx.store.save(Object.assign(second, { name: how === 'refused' ? '长'.repeat(100) : name }))
        if (how === 'refused') throw refusal()
      }).catch(() => undefined)
    })
    const names = async () => (await asOwner('SELECT name FROM teams WHERE id IN (?) ORDER BY id = ?', [[before.id, within.id], within.id])).map(team => team.name)
    await rename(within.id, '一', 'refused')
    expect(await names()).toEqual(['一', within.name])
    await rename(within.id, '二', 'stands')
    expect(await names()).toEqual(['二', '二'])
  })
})

it('a row that may collide is sent at once, so that the act learns of it where it can still go on', async () => {
  const [key, other] = [newId(), newId()]
  const codes = await (await systemCtx()).transact('collide', async ctx => {
    const once = (value: string) => ctx.store.beyondReach.save(Throttle.of({ key: value, tries: 1, endsAt: ctx.now })).then(() => 'DONE', (error: { code: string }) => error.code)
    return [await once(key), await once(key), await once(other)]
  })
  expect(codes).toEqual(['DONE', 'DUPLICATE', 'DONE'])
  expect(await kept(key, other)).toBe(2)
})

it('a statement that brings another along is not sent', async () => {
  const key = newId()
  await expect((await database()).query(`SELECT 1; ${ADD}`, row(key))).rejects.toThrow(/semicolon/)
  await inTransaction(line => line.query(ADD, row(`${key.slice(0, 20)}'; --`)))
  expect([await kept(key), await kept(`${key.slice(0, 20)}'; --`)]).toEqual([0, 1])
})
