import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { aFolder, project, removeFolder, Running, runToEnd, unpacked } from '../launch/standIn'

const launcher = (file: string): string => path.join(project, 'server/launch', file)
/** Finds the parts, and lays an empty store into each of the folders. */
const PREPARE = `
const { findCluster } = await import('${launcher('embedded/findCluster.mjs')}')
const { prepareStore } = await import('${launcher('embedded/initialise.mjs')}')
const parts = findCluster('${unpacked}')
if (parts) for (const folder of process.argv.slice(1)) await prepareStore(parts.engine, folder + '/store', 'test', () => {})
console.log(JSON.stringify(parts ?? null))
`

interface Parts {
  engine: { program: string; unpacked?: string }
  provider: string
  rsync: string
  environment: Record<string, string>
}

const NODES = 3
/** A node's own, those of the group, of the writes it missed, and of a whole copy. */
const PORTS = 4
/** Below those that systems give to whoever asks for any. */
const [FIRST_PORT, LAST_PORT] = [20_000, 32_000]
const READY_WITHIN_MS = 90_000
const OWNER = { user: 'tester', password: 'only-for-tests' }

/** Three MariaDB nodes that keep the same data by Galera, at their own ports of 127.0.0.1, in memory. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    readonly nodes: readonly Node[],
  ) {}

  static async start(): Promise<Cluster> {
    const folder = aFolder()
    const homes = Array.from({ length: NODES }, (_, n) => path.join(folder, `node${n + 1}`))
    homes.forEach(home => mkdirSync(home))
    const prepared = await runToEnd(['--input-type=module', '-e', PREPARE, ...homes])
    if (prepared.code !== 0) throw new Error(prepared.output)
    const parts = JSON.parse(prepared.output) as Parts | null
    if (!parts) throw new Error('No Galera cluster can be started: npm test and npm run test:faults fetch Debian’s galera-4, rsync and mariadb-server where apt-get and its archive are to be had.')
    const programs = programsOf(parts, folder)
    const first = await freePorts(NODES * PORTS)
    const nodes = homes.map((home, n) => new Node(home, `node${n + 1}`, first + n * PORTS, Array.from({ length: NODES }, (_, other) => first + other * PORTS), parts, programs))
    const cluster = new Cluster(folder, nodes)
    try {
      await nodes[0]!.start('--wsrep-new-cluster')
      await nodes[0]!.asRoot(`CREATE USER '${OWNER.user}'@'%' IDENTIFIED BY '${OWNER.password}'`)
      await nodes[0]!.asRoot(`GRANT ALL ON *.* TO '${OWNER.user}'@'%' WITH GRANT OPTION`)
      for (const node of nodes.slice(1)) await node.start()
    } catch (error) {
      await cluster.discard()
      throw error
    }
    return cluster
  }

  async discard(): Promise<void> {
    await Promise.all(this.nodes.map(node => node.kill()))
    removeFolder(this.folder)
  }
}

/** One server of the cluster. */
export class Node {
  private running: Running | undefined

  constructor(
    private readonly home: string,
    readonly name: string,
    readonly port: number,
    private readonly ports: readonly number[],
    private readonly parts: Parts,
    private readonly programs: string,
  ) {}

  /** For whoever may make databases and users. */
  get ownerUrl(): string {
    return `mysql://${OWNER.user}:${OWNER.password}@127.0.0.1:${this.port}/mysql`
  }

  /** Starts it where its own data ends, as Debian's service does, and returns when it takes part: it fetches what it missed from the others. */
  async start(...more: string[]): Promise<void> {
    const position = this.running && await this.position()
    this.running = this.run([...more, ...(position ? [`--wsrep-start-position=${position}`] : [])])
    for (const end = Date.now() + READY_WITHIN_MS; ; await sleep(50)) {
      const state = await this.status('wsrep_local_state_comment').catch(() => undefined)
      if (state === 'Synced') return
      if (this.running.code !== undefined || Date.now() > end) throw new Error(`${this.name} does not take part (${this.running.code ?? state ?? 'no answer'}):\n${this.log.slice(-3000)}`)
    }
  }

  async kill(): Promise<void> {
    await this.running?.kill('SIGKILL')
  }

  /** A row that Galera keeps about itself. */
  async status(name: string): Promise<string> {
    const [row] = (await this.asRoot(`SHOW GLOBAL STATUS LIKE '${name}'`)) as { Value: string }[]
    return row!.Value
  }

  /** Answers with what every node had written when it was asked. */
  async asRoot<T = Record<string, unknown>>(sql: string): Promise<T[]> {
    const connection = await createConnection({ socketPath: this.socket, user: 'root', connectTimeout: 2000 })
    try {
      await connection.query('SET SESSION wsrep_sync_wait = 1')
      return (await connection.query(sql))[0] as T[]
    } finally {
      connection.destroy()
    }
  }

  get log(): string {
    return readFileSync(this.logFile, 'utf8')
  }

  /** Where the data of a node that was killed ends: the cluster's id and a number. */
  private async position(): Promise<string> {
    const recovering = this.run(['--wsrep-recover'])
    await recovering.ended
    const position = /Recovered position:? ([\w-]+:-?\d+)/.exec(recovering.output)?.[1]
    if (!position) throw new Error(`${this.name} does not say where its data ends:\n${recovering.output.slice(-3000)}`)
    return position
  }

  /** It goes with the tests, however they end. */
  private run(more: readonly string[]): Running {
    const { engine, environment } = this.parts
    const running = new Running(spawn('setpriv', ['--pdeathsig', 'SIGKILL', engine.program, ...this.flags, ...more], { cwd: '/', env: environment, stdio: ['ignore', 'pipe', 'pipe'] }))
    for (const stream of [running.child.stdout!, running.child.stderr!]) stream.on('data', (bytes: Buffer) => appendFileSync(this.logFile, bytes))
    return running
  }

  private get flags(): string[] {
    const { engine, provider } = this.parts
    const [group, missed, copy] = [1, 2, 3].map(n => `127.0.0.1:${this.port + n}`)
    return [
      '--no-defaults', ...(process.getuid?.() === 0 ? ['--user=root'] : []),
      `--basedir=${this.programs}`, `--lc-messages-dir=${this.programs}/share/mysql`, ...(engine.unpacked ? [`--plugin-dir=${engine.unpacked}/usr/lib/mysql/plugin`] : []),
      `--datadir=${this.home}/store/data`, `--tmpdir=${this.home}`, `--socket=${this.socket}`, `--pid-file=${this.home}/pid`, `--port=${this.port}`, '--bind-address=127.0.0.1', '--skip-name-resolve',
      '--performance-schema=OFF', '--innodb-buffer-pool-size=128M', '--innodb-log-file-size=16M', '--innodb-flush-log-at-trx-commit=0',
      '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-on=ON', `--wsrep-provider=${provider}`, '--wsrep-cluster-name=laobing-faults', `--wsrep-node-name=${this.name}`,
      `--wsrep-cluster-address=gcomm://${this.ports.map(port => `127.0.0.1:${port + 1}`).join(',')}`, `--wsrep-node-address=${group}`,
      `--wsrep-provider-options=gmcast.listen_addr=tcp://${group};ist.recv_addr=${missed};gcache.size=64M`, '--wsrep-sst-method=rsync', `--wsrep-sst-receive-address=${copy}`,
    ]
  }

  private get socket(): string {
    return path.join(this.home, 'db.sock')
  }

  private get logFile(): string {
    return path.join(this.home, 'log')
  }
}

/**
 * Where a node looks for the programs by which it takes over another node's data. As root, its rsync would become nobody, who may not
 * write here: one that stays root stands among them, for a node looks beneath its own folder before it looks in PATH.
 */
function programsOf({ engine, rsync }: Parts, folder: string): string {
  const usr = path.join(engine.unpacked ?? '/', 'usr')
  if (process.getuid?.() !== 0) return usr
  const own = path.join(folder, 'usr')
  mkdirSync(path.join(own, 'bin'), { recursive: true })
  symlinkSync(path.join(usr, 'share'), path.join(own, 'share'))
  for (const name of readdirSync(path.join(usr, 'bin')).filter(name => name.startsWith('wsrep_sst_'))) symlinkSync(path.join(usr, 'bin', name), path.join(own, 'bin', name))
  writeFileSync(path.join(own, 'bin/rsync'), `#!/bin/sh\ncase " $* " in *' --daemon '*) set -- --dparam=uid=0 --dparam=gid=0 "$@" ;; esac\nexec '${rsync}' "$@"\n`, { mode: 0o700 })
  return own
}

/** The first of so many ports in a row that nobody listens at. */
async function freePorts(many: number): Promise<number> {
  for (;;) {
    const first = randomInt(FIRST_PORT, LAST_PORT - many)
    const free = await Promise.all(Array.from({ length: many }, (_, n) => isFree(first + n)))
    if (free.every(Boolean)) return first
  }
}

const isFree = (port: number): Promise<boolean> => new Promise(resolve => {
  const server = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
})
