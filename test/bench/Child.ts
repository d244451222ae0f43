import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

export const root = path.join(__dirname, '../..')
const TICKS_A_SECOND = 100

/** The processor's time that a process took so far, in ms. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

/** A process of the bench: a server on a port of its own, or the load. It ends with the bench. */
export class Child {
  private static readonly started: Child[] = []

  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  /** From its start to its first answer, in seconds. */
  secondsToAnswer = NaN

  /** Starts a program; where it serves, waits until it answers at `ready`. */
  static async start(program: readonly string[], { env = {}, ready }: { env?: NodeJS.ProcessEnv; ready?: string } = {}): Promise<Child> {
    const port = await freePort()
    const begun = performance.now()
    const child = spawn(process.execPath, [...program], { cwd: root, env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const started = new Child(child, port)
    Child.started.push(started)
    while (ready && !(await answers(`http://127.0.0.1:${port}${ready}`))) {
      if (child.exitCode !== null || performance.now() - begun > 60_000) throw new Error(`${program.join(' ')} does not come up.`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    started.secondsToAnswer = (performance.now() - begun) / 1000
    return started
  }

  /** The processor's time that it took so far, in ms. */
  get cpuMs(): number {
    return cpuMsOf(this.process.pid!)
  }

  /** The memory that it holds, in MB. */
  get residentMB(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1]) / 1024
  }

  /** A message, and what it answers. */
  ask<T>(message: object): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('A process of the bench ended unasked.'))
      this.process.once('exit', gone)
      this.process.once('message', answer => (this.process.off('exit', gone), resolve(answer as T)))
      this.process.send(message)
    })
  }

  async post(address: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${address}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
    return answer.json()
  }

  /** Statements that it sent to the database so far. */
  async statements(): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.port}/metrics`)).text()
    return Number(/^laobing_statements_total (\d+)/m.exec(text)?.[1])
  }

  static async stopAll(): Promise<void> {
    await Promise.all(Child.started.map(child => child.stop()))
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) return resolve()
      this.process.once('exit', () => resolve())
      this.process.kill('SIGTERM')
    })
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
