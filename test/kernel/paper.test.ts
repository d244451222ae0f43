import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { KeptThread } from '../../server/kernel/KeptThread'
import { drawPaper } from '../../server/kernel/paper'
import { app, stop } from '../support/app'

afterAll(stop)

it('draws in a thread of its own: whoever asks meanwhile is answered as if nothing were drawn', async () => {
  const { http } = await app()
  const body = Array.from({ length: 700 }, (_, n) => [String(n), '结对走访服务：打扫卫生、置办年货、代帮代办', '1.5'])
  const before = performance.eventLoopUtilization()
  let drawn = false
  const drawing = drawPaper({ content: [{ table: { body }, layout: 'lines' }], footer: '第 {page} 页，共 {pages} 页' }).finally(() => (drawn = true))
  let answered = 0
  while (!drawn) {
    expect((await http.inject('/livez')).statusCode).toBe(200)
    answered++
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  const { utilization } = performance.eventLoopUtilization(before)
  expect(Buffer.from((await drawing).bytes).subarray(0, 5).toString()).toBe('%PDF-')
  expect(answered).toBeGreaterThan(10)
  // Of all this time the main thread worked for others less than half; were it to draw, it would have worked throughout.
  expect(utilization).toBeLessThan(0.5)
})

it('prints the rare hanzi of names, and marks and names what no font has', async () => {
  const whole = await drawPaper({ content: ['姓名：示例·巴特尔堃', { text: ['𣵦', { text: '鿑', bold: true }] }] })
  expect(whole.lacking).toEqual([])
  expect(Buffer.from(whole.bytes).toString('latin1').match(/\/FontName/g)).toHaveLength(2)
  const lacking = await drawPaper({ content: [{ table: { body: [['姓名', '示例𪛕']] } }, { stack: ['𪛕', '龘'] }], footer: '𪚲 {page}' })
  expect(lacking.lacking.sort()).toEqual(['𪚲', '𪛕'])
})

describe('a thread that is kept', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'thread-')), 'worker.cjs')
  writeFileSync(file, "const { parentPort } = require('node:worker_threads'); let n = 0; parentPort.on('message', ({ job }) => { if (job === 'die') process.exit(3); if (job === 'fail') return parentPort.postMessage({ error: 'no' }); if (job === 'hang') for (;;); parentPort.postMessage({ answer: ++n }) })")
  const refused = { code: 'UNAVAILABLE' }

  it('does its jobs in turn, is started anew when it dies, and refuses what fails', async () => {
    const thread = new KeptThread(file, { waiting: 4, ms: 20_000, memoryMb: 32 })
    expect(await Promise.all([thread.ask('count', null), thread.ask('count', null)])).toEqual([1, 2])
    await expect(thread.ask('fail', null)).rejects.toMatchObject(refused)
    expect(await thread.ask('count', null)).toBe(3)
    const [died, next] = [thread.ask('die', null), thread.ask('count', null)]
    await expect(died).rejects.toMatchObject(refused)
    expect(await next).toBe(1)
  })

  it('lets only so many wait, and ends what takes too long', async () => {
    const thread = new KeptThread(file, { waiting: 2, ms: 700, memoryMb: 32 })
    const asked = [thread.ask('hang', null), thread.ask('count', null), thread.ask('count', null)]
    await expect(thread.ask('count', null)).rejects.toMatchObject(refused)
    expect((await Promise.allSettled(asked)).map(each => each.status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await new KeptThread(file, { waiting: 1, ms: 20_000, memoryMb: 32 }).ask('count', null)).toBe(1)
    expect(await thread.ask('fail', null).catch((error: { code: string }) => error.code)).toBe('UNAVAILABLE')
    expect(await thread.ask('count', null).catch(() => 'slow')).toBe(1)
  })
})
