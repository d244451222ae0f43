import { setTimeout as sleep } from 'node:timers/promises'
import { Deadline, REQUEST_MS } from '../../server/kernel/deadline'
import { Database } from '../../server/kernel/database'
import { Wire } from '../faults/Wire'
import { asOwner, closeDatabase, database } from '../support/database'

afterAll(closeDatabase)

/** What servers say when they cannot do it now, each by its number in the manuals of MySQL and MariaDB. */
const AWAY: Record<string, number[]> = {
  'it refuses, ends or is not yet ready': [1040, 1047, 1053, 1129, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 4031],
  'it is read-only': [1290, 1792, 1836],
  'it ended the statement': [1317, 1969, 3024],
  'its disk is full or fails': [3, 20, 1021, 1026, 1030, 1114],
  'it has no memory, no connection or no lock left': [1037, 1041, 1203, 1206, 1226, 1637],
}
const RETRIED = [1213, 1205, 1020, 1180, 3101, 8002, 8022, 9007]

/** Has the server itself say an error of this number. */
const saying = (number: number) => `SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${number}, MESSAGE_TEXT = 'as if'`

describe('what the database says', () => {
  it.each(Object.entries(AWAY))('is UNAVAILABLE where %s, and the next request is answered', async (_, numbers) => {
    const db = await database()
    for (const number of numbers) {
      await expect([number, await db.query(saying(number)).catch((error: { code: string }) => error.code)]).toEqual([number, 'UNAVAILABLE'])
      const acting = db.transaction(new Deadline(5000), line => line.query(saying(number)))
      expect([number, await acting.catch((error: { code: string }) => error.code)]).toEqual([number, 'UNAVAILABLE'])
    }
    expect(await db.query("SELECT 'here' AS word")).toEqual([{ word: 'here' }])
  })

  it('is UNAVAILABLE where a table has really no room left', async () => {
    const db = await database()
    await asOwner('CREATE TABLE crowded (text CHAR(250)) ENGINE = MEMORY MAX_ROWS = 10')
    try {
      for (const host of ['127.0.0.1', 'localhost', '%']) await asOwner(`GRANT INSERT ON crowded TO '${new URL((db.source.options as { url: string }).url).username}'@'${host}'`)
      await expect(db.query("INSERT INTO crowded SELECT 'x' FROM information_schema.COLUMNS")).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    } finally {
      await asOwner('DROP TABLE crowded')
    }
  })

  it.each(RETRIED)('is tried again as a whole for %i, a bounded number of times', async number => {
    const db = await database()
    let tries = 0
    const once = await db.transaction(new Deadline(5000), async line => {
      if (++tries === 1) await line.query(saying(number))
      return line.query("SELECT 'here' AS word")
    })
    expect([tries, once]).toEqual([2, [{ word: 'here' }]])
    tries = 0
    const never = db.transaction(new Deadline(5000), line => line.query(saying(number)).finally(() => tries++))
    await expect(never).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(tries).toBe(8)
  })

  it('is not waited for, and not worked on, beyond what a request may take', async () => {
    const db = await database()
    const running = async () => (await asOwner<{ id: number }[]>("SELECT ID AS id FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT BENCHMARK%'")).map(row => row.id)
    // It looks at no client meanwhile, as a sort or a scan would not.
    await expect(db.query("SELECT BENCHMARK(100000000, SHA2('x', 512))", [], new Deadline(500))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(await running()).toHaveLength(1)
    await sleep(REQUEST_MS + 1000)
    const left = await running()
    for (const id of left) await asOwner(`KILL ${id}`)
    expect(left).toEqual([])
  })

  it('is our own fault where it is nothing of this', async () => {
    await expect((await database()).query(saying(1064))).rejects.toMatchObject({ errno: 1064 })
  })
})

describe('what is read at the same time', () => {
  it('under one deadline goes together, and under another by itself', async () => {
    const db = await database()
    const [one, other] = [new Deadline(5000), new Deadline(5000)]
    const before = db.roundTrips
    const together = await Promise.all([db.along("SELECT 'a', ?", ['b'], one), db.along("SELECT 'c' WHERE 1 = 0", [], one), db.along("SELECT 'd'", [], other), db.along("SELECT 'e' UNION SELECT 'f'", [], one)])
    expect(together).toEqual([[['a', 'b']], [], [['d']], [['e'], ['f']]])
    expect(db.roundTrips - before).toBe(2)
    expect(await db.along("SELECT 'g'", [], one)).toEqual([['g']])
    expect(db.roundTrips - before).toBe(3)
  })

  it('fails together, and gives its connection back once', async () => {
    const db = await database()
    const deadline = new Deadline(5000)
    const ends = await Promise.allSettled([db.along('SELECT 1', [], deadline), db.along('SELECT nothing', [], deadline), db.along(saying(1317), [], deadline)])
    expect(ends.map(end => end.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(db.connections.inUse).toBe(0)
    expect(await Promise.all(['a', 'b'].map(word => db.along('SELECT ?', [word], deadline)))).toEqual([[['a']], [['b']]])
    expect(db.connections.inUse).toBe(0)
  })
})

describe('a connection that is lost', () => {
  let wire: Wire
  let db: Database
  beforeAll(async () => {
    const { url } = (await database()).source.options as { url: string }
    wire = await Wire.before(url)
    db = await Database.open(wire.to(url), [], [], 5)
  })
  afterAll(async () => {
    await db.close()
    wire.close()
  })

  it('before a transaction has begun is nobody’s business: another takes its place', async () => {
    await Promise.all(Array.from({ length: 5 }, () => db.query('SELECT SLEEP(0.1)')))
    const cut = db.query('SELECT 1')
    await cut
    wire.break()
    expect(await db.transaction(new Deadline(5000), line => line.query("SELECT 'here' AS word"))).toEqual([{ word: 'here' }])
  })

  it('without a word keeps no lock for longer than a request may take', async () => {
    if (db.source.options.type !== 'mariadb') return
    const { username } = new URL((db.source.options as { url: string }).url)
    await asOwner('CREATE TABLE locked (id INT PRIMARY KEY, n INT NOT NULL)')
    try {
      await asOwner('INSERT INTO locked VALUES (1, 0)')
      for (const host of ['127.0.0.1', 'localhost', '%']) await asOwner(`GRANT SELECT, UPDATE ON locked TO '${username}'@'${host}'`)
      const add = (deadline: Deadline, then: () => void = () => undefined) => db.transaction(deadline, async line => {
        await line.query('UPDATE locked SET n = n + 1 WHERE id = 1')
        then()
      })
      await expect(add(new Deadline(700), () => wire.strand())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      await expect(add(new Deadline(1000))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
      await sleep(REQUEST_MS)
      await add(new Deadline(5000))
      expect(await asOwner('SELECT n FROM locked')).toEqual([{ n: 1 }])
    } finally {
      await asOwner('DROP TABLE locked')
    }
  })

  it('within one leaves open what became of it: that is UNAVAILABLE, at once', async () => {
    const began = performance.now()
    const work = db.transaction(new Deadline(5000), async line => {
      await line.query('SELECT 1')
      wire.break()
      return line.query("SELECT 'here' AS word")
    })
    await expect(work).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(performance.now() - began).toBeLessThan(4500)
  })
})
