import { createConnection } from 'mysql2/promise'
import path from 'node:path'
import { aFolder, isAlive, project, removeFolder, runNode, type Running, unpacked } from '../launch/standIn'

const HOLDER = `
import { createInterface } from 'node:readline'
import { ensureEmbedded } from '${path.join(project, 'server/launch/embedded/ensureEmbedded.mjs')}'
const held = await ensureEmbedded({ dir: process.env.DIR, unpacked: '${unpacked}', log: line => console.log('log ' + line) })
const tell = word => console.log(word + ' ' + JSON.stringify({ port: held.port, socket: held.socket, root: held.run.root, pid: Number(held.run.server.split('-')[0]) }))
tell('held')
for await (const line of createInterface({ input: process.stdin })) {
  await held.revive()
  tell(line)
}
await held.discard()
`

interface Facts {
  port: number
  socket: string
  root: { user: string; password: string }
  pid: number
}

const TESTER = { user: 'tester', password: 'only-for-tests' }

/** A database server of the test's own, as durable as the product's, that it may kill, stop and start again. */
export class Engine {
  private revived = 0

  private constructor(
    private readonly holder: Running,
    private facts: Facts,
    private readonly folder: string | undefined,
  ) {}

  /** Starts one in a folder that is given, else in memory. */
  static async start(dir?: string): Promise<Engine> {
    const own = dir ? undefined : aFolder()
    const holder = runNode(['--input-type=module', '-e', HOLDER], { DIR: dir ?? own! })
    const engine = new Engine(holder, JSON.parse((await holder.says(/^held (.*)$/m))[1]!) as Facts, own)
    await engine.asRoot(`CREATE USER IF NOT EXISTS '${TESTER.user}'@'%' IDENTIFIED BY '${TESTER.password}'`)
    await engine.asRoot(`GRANT ALL ON *.* TO '${TESTER.user}'@'%' WITH GRANT OPTION`)
    return engine
  }

  get port(): number {
    return this.facts.port
  }

  /** For whoever may make databases and users. */
  get ownerUrl(): string {
    return `mysql://${TESTER.user}:${TESTER.password}@127.0.0.1:${this.port}/mysql`
  }

  async asRoot(sql: string): Promise<unknown> {
    const { socket: socketPath, root } = this.facts
    const connection = await createConnection({ socketPath, ...root, connectTimeout: 4000 })
    try {
      return (await connection.query(sql))[0]
    } finally {
      connection.destroy()
    }
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.facts.pid, signal)
  }

  /** Lets it run, whatever was done to it. */
  async wake(): Promise<void> {
    if (isAlive(this.facts.pid)) this.signal('SIGCONT')
    await this.revive()
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL')
    while (isAlive(this.facts.pid)) await new Promise(resolve => setTimeout(resolve, 10))
  }

  /** Starts it again at its address, and returns when it answers. */
  async revive(): Promise<void> {
    const word = `revived${++this.revived}`
    this.holder.child.stdin!.write(`${word}\n`)
    this.facts = JSON.parse((await this.holder.says(new RegExp(`^${word} (.*)$`, 'm')))[1]!) as Facts
  }

  async discard(): Promise<void> {
    this.holder.child.stdin!.end()
    await this.holder.ended
    if (this.folder) removeFolder(this.folder)
  }
}
