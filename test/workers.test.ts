import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

let primary: ChildProcess
let url: string
const ask = async (about = '/'): Promise<string | null> => fetch(url + about, { headers: { connection: 'close' } }).then(answer => answer.text(), () => null)

/** Asks until two workers other than these have answered. */
async function two(but: readonly string[] = []): Promise<string[]> {
  const seen = new Set<string>()
  for (const end = Date.now() + 15_000; seen.size < 2 && Date.now() < end; ) {
    const pid = await ask()
    if (pid && !but.includes(pid)) seen.add(pid)
    else await new Promise(resolve => setTimeout(resolve, 20))
  }
  return [...seen]
}

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  url = `http://127.0.0.1:${port}`
  primary = spawn(process.execPath, ['--require', path.resolve('test/bench/runTypeScript.cjs'), path.resolve('test/support/standInWorkers.ts')], { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' })
})
afterAll(() => void primary.kill('SIGKILL'))

it('serve one port, are replaced when they die, and all drain at the stop', async () => {
  const first = await two()
  expect(first).toHaveLength(2)
  await ask('/die')
  const later = await two()
  expect(later).toHaveLength(2)
  expect(later.filter(pid => !first.includes(pid))).toHaveLength(1)

  const slow = [ask('/slow'), ask('/slow'), ask('/slow')]
  await new Promise(resolve => setTimeout(resolve, 200))
  const gone = once(primary, 'exit')
  primary.kill('SIGTERM')
  for (const answer of await Promise.all(slow)) expect(later).toContain(answer)
  expect(await gone).toEqual([0, null])
  expect(await ask()).toBeNull()
})
