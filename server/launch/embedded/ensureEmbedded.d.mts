/** The product's own database, as its users see it. */
export interface Embedded {
  /** The application's address: rights only where migrations granted them. */
  url: string
  /** The owner's address: migrations and backup. */
  ownerUrl: string
  port: number
  socket: string
  engine: { program: string, flavour: 'mariadb' | 'mysql', version: string, unpacked?: string }
  run: { server: string }
  /** Whether a server was running already. */
  attached: boolean
  isRunning(): boolean
  /** Starts a killed server again; the addresses may change when its port was taken meanwhile. */
  revive(): Promise<void>
  release(): Promise<string>
  discard(): Promise<void>
}

export interface EmbeddedOptions {
  dir: string
  unpacked?: string
  profile?: 'durable' | 'test'
  log?: (line: string) => void
}

export declare function ensureEmbedded(options: EmbeddedOptions): Promise<Embedded>
