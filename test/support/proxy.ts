import { connect, createServer, type Server, type Socket } from 'node:net'

/** A wire between the product and its database that a test can hold, cut or refuse. */
export class Proxy {
  private server: Server
  private sockets = new Set<Socket>()
  private held = false
  private refusing = false
  port = 0

  constructor(private readonly target: { host: string; port: number }) {
    this.server = createServer(client => {
      if (this.refusing) return client.destroy()
      const upstream = connect(this.target)
      for (const socket of [client, upstream]) {
        this.sockets.add(socket)
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket))
      }
      client.on('data', data => this.held || upstream.write(data)).on('close', () => upstream.destroy())
      upstream.on('data', data => this.held || client.write(data)).on('close', () => client.destroy())
    })
  }

  async open(): Promise<this> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    this.port = (this.server.address() as { port: number }).port
    return this
  }

  /** Nothing passes any more, and nothing is closed: the database hangs. */
  hold(): void {
    this.held = true
  }

  /** Every connection breaks, and new ones are refused: the database is gone. */
  cut(): void {
    this.refusing = true
    for (const socket of this.sockets) socket.destroy()
  }

  mend(): void {
    this.held = false
    this.refusing = false
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy()
    this.server.close()
  }
}
