import { newId } from '../../server/kernel/entity'
import { Refused } from '../../server/kernel/errors'
import { beginJob, type LongJob } from '../../server/kernel/longJobs'
import { defineJob, runLongJobs, startLongJobs, type Work } from '../../server/kernel/runLongJobs'
import { dropExpiredFiles, SealedFile, sealContent } from '../../server/kernel/sealedFiles'
import { say } from '../../server/kernel/text'
import { Context } from '../../server/kernel/context'
import { actorNow } from '../../server/kernel/actors'
import { app, asOwner, person, type Person, stop } from '../support/app'
import { database } from '../support/database'
import { fetchSheet, jobOf, runJobs } from '../support/jobs'

afterAll(stop)

const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { state } }'
const steps: { run: (work: Work) => Promise<void> } = { run: async () => undefined }
defineJob<{ words: string }>({
  name: 'TEST', act: 'testJob', may: 'sheet.export',
  run: async (work, { words }) => {
    await steps.run(work)
    const file = await sealContent(await work.context(), { name: '结果.csv', mediaType: 'text/csv', may: 'sheet.export', hours: 1 }, [Buffer.from(words)])
    return { message: say('好了', 'done'), file }
  },
})

const ctxOf = async (who: Person): Promise<Context> => {
  const db = await database()
  return Context.for(db, (await actorNow(db, who.account.id))!, { requestId: 'r1', ip: '10.0.0.1', locale: 'zh' })
}
const begin = async (who: Person, words = 'name,phone'): Promise<LongJob> => (await (await ctxOf(who)).transact('testJob', inner => beginJob(inner, 'TEST', say('测试', 'Test'), { words }))) as LongJob
beforeAll(app)
beforeEach(() => void (steps.run = async () => undefined))

it('runs while nobody looks, keeps its file sealed for its owner alone, and lets it expire', async () => {
  const worker = await person('stationWorker', { regionCode: '990101000000' })
  const colleague = await person('bureauOfficer')
  const { id } = await begin(worker, '王五,15400000001')
  expect(await jobOf(worker, id)).toMatchObject({ state: 'WAITING', title: 'Test', fileId: null })
  expect(JSON.stringify(await asOwner('SELECT * FROM long_jobs WHERE id = ?', [id]))).not.toContain('15400000001')
  await runJobs()
  const done = await jobOf(worker, id)
  expect(done).toMatchObject({ state: 'DONE', message: 'done' })
  expect((await worker.get('{ myJobs { id } }')).myJobs[0].id).toBe(id)
  const fetched = await fetchSheet(worker, done.fileId)
  expect([fetched.status, fetched.bytes.toString(), fetched.headers['x-content-type-options'], fetched.headers['cache-control']]).toEqual([200, '王五,15400000001', 'nosniff', 'no-store'])
  expect(String(fetched.headers['content-disposition'])).toMatch(/^attachment; .*%E7%BB%93%E6%9E%9C\.csv/)
  for (const other of [colleague, await person('stationWorker', { regionCode: '990101000000' })]) {
    expect((await other.ask('query ($id: ID!) { job(id: $id) { id } }', { id })).code).toBe('NOT_FOUND')
    expect((await other.ask(CANCEL, { id })).code).toBe('NOT_FOUND')
    expect((await fetchSheet(other, done.fileId)).status).toBe(404)
  }
  expect((await fetchSheet(null, done.fileId)).status).toBe(401)
  expect(Buffer.from((await asOwner<{ content: Buffer }[]>('SELECT content FROM sealed_file_parts WHERE fileId = ?', [done.fileId]))[0]!.content).toString('latin1')).not.toContain('154000')
  await asOwner('UPDATE accounts SET regionCode = ? WHERE id = ?', ['990102000000', worker.account.id])
  await new Promise(resolve => setTimeout(resolve, 2100))
  expect((await fetchSheet(worker, done.fileId)).status).toBe(404)
  await dropExpiredFiles(await database(), new Date(Date.now() + 2 * 3_600_000))
  expect(await asOwner('SELECT id FROM sealed_files WHERE id = ?', [done.fileId])).toEqual([])
  expect(await asOwner('SELECT id FROM sealed_file_parts WHERE fileId = ?', [done.fileId])).toEqual([])
  expect((await jobOf(worker, id)).fileId).toBeNull()
})

it('runs once, however many processes look', async () => {
  const worker = await person('stationWorker', { regionCode: '990103000000' })
  let runs = 0
  steps.run = async work => {
    runs++
    await work.step(1, 2)
  }
  await begin(worker)
  const db = await database()
  expect((await Promise.all([runLongJobs(db), runLongJobs(db), runLongJobs(db)])).reduce((sum, ran) => sum + ran)).toBe(1)
  expect(runs).toBe(1)
})

it('is taken over when its process dies; the one believed dead commits nothing any more', async () => {
  const worker = await person('stationWorker', { regionCode: '990104000000' })
  const { id } = await begin(worker)
  const later = () => new Date(Date.now() + 120_000)
  let asleep: Work | undefined
  steps.run = async work => {
    if (asleep) return
    asleep = work
    // Somebody else finds the lease lapsed, and finishes the job.
    expect(await runLongJobs(await database(), later)).toBe(1)
    await work.transact(async inner => void (await inner.store.save(SealedFile.of({ id, ownerId: worker.account.id, name: 'x', mediaType: 'x', size: 0, digest: '', may: 'x', reach: 'x', expiresAt: inner.now }))))
  }
  await runJobs()
  expect(await jobOf(worker, id)).toMatchObject({ state: 'DONE' })
  expect(await asOwner('SELECT attempts FROM long_jobs WHERE id = ?', [id])).toEqual([{ attempts: 2 }])
  expect(await asOwner('SELECT id FROM sealed_files WHERE id = ?', [id])).toEqual([])
  expect((await asOwner('SELECT id FROM sealed_files WHERE ownerId = ?', [worker.account.id])).length).toBe(1)
})

it('stops where its owner cancels it, and undoes what was not committed', async () => {
  const worker = await person('stationWorker', { regionCode: '990105000000' })
  const waiting = await begin(worker)
  expect((await worker.get(CANCEL, { id: waiting.id })).cancelJob.state).toBe('CANCELLED')
  expect(await runJobs()).toBe(0)
  const { id } = await begin(worker)
  steps.run = async () => void (await worker.get(CANCEL, { id }))
  await runJobs()
  expect(await jobOf(worker, id)).toMatchObject({ state: 'CANCELLED', fileId: null })
  expect(await asOwner('SELECT id FROM sealed_files WHERE ownerId = ?', [worker.account.id])).toEqual([])
  expect((await worker.get(CANCEL, { id })).cancelJob.state).toBe('CANCELLED')
})

it('asks again at its start, and before each piece, whether its owner still may', async () => {
  const worker = await person('stationWorker', { regionCode: '990106000000' })
  const early = await begin(worker)
  await asOwner("UPDATE accounts SET role = 'villageLiaison' WHERE id = ?", [worker.account.id])
  await runJobs()
  expect(await asOwner('SELECT state, refusal FROM long_jobs WHERE id = ?', [early.id])).toEqual([{ state: 'FAILED', refusal: 'FORBIDDEN' }])
  const other = await person('stationWorker', { regionCode: '990106000000' })
  const late = await begin(other)
  steps.run = async () => void (await asOwner("UPDATE accounts SET state = 'DISABLED' WHERE id = ?", [other.account.id]))
  await runJobs()
  expect(await asOwner('SELECT state, refusal, resultFileId FROM long_jobs WHERE id = ?', [late.id])).toEqual([{ state: 'FAILED', refusal: 'FORBIDDEN', resultFileId: null }])
})

it('says why it failed, gives up after several deaths, and is not taken beyond five at once', async () => {
  const worker = await person('stationWorker', { regionCode: '990107000000' })
  const { id } = await begin(worker)
  steps.run = async () => {
    throw new Refused('AMBIGUOUS', say('不明确', 'not clear'))
  }
  await runJobs()
  expect(await jobOf(worker, id)).toMatchObject({ state: 'FAILED', refusal: 'AMBIGUOUS', message: 'not clear' })
  const broken = await begin(worker)
  steps.run = async () => {
    throw new Error('SELECT secret')
  }
  await runJobs()
  const failed = await jobOf(worker, broken.id)
  expect(failed).toMatchObject({ state: 'FAILED', refusal: 'INTERNAL' })
  expect(failed.message).not.toMatch(/secret/)
  const dead = await begin(worker)
  await asOwner("UPDATE long_jobs SET attempts = 5, state = 'RUNNING', leaseHolder = ?, leaseUntil = ? WHERE id = ?", [newId(), new Date(0), dead.id])
  await runJobs()
  expect(await jobOf(worker, dead.id)).toMatchObject({ state: 'FAILED' })
  for (let n = 0; n < 5; n++) await begin(worker)
  await expect(begin(worker)).rejects.toMatchObject({ code: 'OVER_CAPACITY' })
})

it('is given back when the process ends, for the next one to go on with', async () => {
  await asOwner("DELETE FROM long_jobs WHERE state = 'WAITING'")
  const worker = await person('stationWorker', { regionCode: '990108000000' })
  const { id } = await begin(worker)
  const begun = new Promise<void>(resolve => {
    steps.run = work => {
      resolve()
      return work.step(1, 2).then(() => new Promise(() => undefined))
    }
  })
  const end = startLongJobs(await database())
  await begun
  await end()
  expect(await asOwner('SELECT state, leaseHolder FROM long_jobs WHERE id = ?', [id])).toEqual([{ state: 'WAITING', leaseHolder: null }])
  steps.run = async () => undefined
  await runJobs()
  expect(await jobOf(worker, id)).toMatchObject({ state: 'DONE' })
})
