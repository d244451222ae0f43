import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createServer, type AddressInfo } from 'node:net'
import { project, runNode, runToEnd, type Running } from '../launch/standIn'

const BUILD = `await (await import('${path.join(project, 'server/launch/prepareProduct.mjs')}')).prepareProduct({ console: false })`

/** Builds the server where its sources changed; npm test has done so before. */
export async function buildProduct(): Promise<void> {
  const { code, output } = await runToEnd(['--input-type=module', '-e', BUILD])
  if (code !== 0) throw new Error(output)
}

const freePort = (): Promise<number> => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => resolve(port))
  })
})

/** The built server as a process of its own, that can be killed and started again at its address. */
export class Product {
  private constructor(
    private running: Running,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(databaseUrl: string, more: Record<string, string> = {}): Promise<Product> {
    const port = await freePort()
    const settings = { DATABASE_URL: databaseUrl, LAOBING_KEYS: process.env.LAOBING_KEYS!, PORT: String(port), LOG_LEVEL: 'warn', ...more }
    const product = new Product(run(settings), port, settings)
    await product.isReady()
    return product
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get output(): string {
    return this.running.output
  }

  /** Waits until it says of itself that it is ready; returns how long that took. */
  async isReady(withinMs = 60_000): Promise<number> {
    const began = performance.now()
    for (;;) {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined)
      await answer?.arrayBuffer()
      const ms = performance.now() - began
      if (answer?.status === 200) return ms
      if (this.running.code !== undefined || ms > withinMs) throw new Error(`The product is not ready (${this.running.code ?? 'still running'}):\n${this.output}`)
      await new Promise(resolve => setTimeout(resolve, 25))
    }
  }

  /** How long /livez takes, in ms; it must answer. */
  async life(): Promise<number> {
    const began = performance.now()
    const answer = await fetch(`${this.url}/livez`)
    if (answer.status !== 200) throw new Error(`/livez answered ${answer.status}.`)
    await answer.arrayBuffer()
    return performance.now() - began
  }

  /** The processes that it keeps, where it was told to keep several. */
  get workers(): number[] {
    const { pid } = this.running
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  }

  kill(): Promise<void> {
    return this.running.kill('SIGKILL')
  }

  async restart(): Promise<void> {
    this.running = run(this.settings)
    await this.isReady()
  }

  /** Asks it to stop, and returns how long that took and how it ended. */
  async stop(): Promise<{ ms: number; code: number | string | undefined }> {
    const began = performance.now()
    await this.running.kill('SIGTERM')
    return { ms: performance.now() - began, code: this.running.code }
  }
}

const run = (settings: Record<string, string>): Running => runNode([path.join(project, 'dist/server/main.js')], settings)
