import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A wire between the product and its database that a test can hold, slow down, cut, or lead elsewhere. */
export class Wire {
  private server: Server
  private links = new Set<Link>()
  private refusing = false
  private fault: Fault = {}
  port = 0

  constructor(public target: { host: string; port: number }) {
    this.server = createServer(client => {
      if (this.refusing) return client.resetAndDestroy()
      const link = new Link(client, connect(this.target), this.fault, () => this.links.delete(link))
      this.links.add(link)
    })
  }

  /** A wire to the database at an address. */
  static before(url: string): Promise<Wire> {
    const { hostname: host, port } = new URL(url)
    return new Wire({ host, port: Number(port || 3306) }).open()
  }

  async open(): Promise<this> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    this.port = (this.server.address() as { port: number }).port
    return this
  }

  /** The address of a database, by this wire. */
  to(url: string): string {
    const through = new URL(url)
    through.host = `127.0.0.1:${this.port}`
    return through.href
  }

  /** Nothing passes any more, and nothing is closed: the database hangs, or is no longer where it was. */
  hold(): void {
    this.become({ held: true })
  }

  /** What is connected hangs for good; whoever connects anew gets through, as after an address has moved. */
  strand(): void {
    for (const link of this.links) link.fault = { held: true }
  }

  /** Everything takes so long on its way there. */
  delay(milliseconds: number): void {
    this.become({ delay: milliseconds })
  }

  /** Answers come byte by byte. */
  trickle(): void {
    this.become({ trickle: true })
  }

  /** Every connection breaks, and new ones are refused: the database is gone. */
  cut(): void {
    this.refusing = true
    this.break()
  }

  /** Every connection breaks; new ones get through. */
  break(): void {
    for (const link of this.links) link.break()
  }

  /** New connections get through again; what was held stays lost. */
  mend(): void {
    this.refusing = false
    this.fault = {}
    for (const link of this.links) if (!link.fault.held) link.fault = {}
  }

  close(): void {
    this.cut()
    this.server.close()
  }

  private become(fault: Fault): void {
    this.fault = fault
    for (const link of this.links) link.fault = fault
  }
}

interface Fault {
  held?: boolean
  delay?: number
  trickle?: boolean
}

const TRICKLE_MS = 25

/** One connection over the wire; what goes each way keeps its order. */
class Link {
  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    public fault: Fault,
    onClosed: () => void,
  ) {
    for (const [from, to, answers] of [[client, upstream, false], [upstream, client, true]] as const) {
      let sent = Promise.resolve()
      from.on('data', bytes => {
        sent = sent.then(() => this.pass(bytes, to, answers))
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        onClosed()
        if (!this.fault.held) void sent.then(() => to.destroy())
      })
    }
  }

  break(): void {
    this.client.destroy()
    this.upstream.destroy()
  }

  private async pass(bytes: Buffer, to: Socket, answers: boolean): Promise<void> {
    if (this.fault.delay) await sleep(this.fault.delay)
    if (this.fault.trickle && answers) {
      for (const byte of bytes) {
        if (to.destroyed) return
        await sleep(TRICKLE_MS)
        to.write(Buffer.of(byte))
      }
      return
    }
    if (!this.fault.held && !to.destroyed) to.write(bytes)
  }
}
