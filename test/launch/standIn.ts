import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const project = path.resolve(__dirname, '../..')
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Where an engine is unpacked that could not be installed: the tests use the same. */
export const unpacked = path.join(process.env.LAOBING_DATA || path.join(project, '.data'), 'engine')

/** A folder of this test's own, in memory where there is such a place. */
export const aFolder = (): string => mkdtempSync(path.join(memory, 'laobing-launch-'))

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })

/** Whether a process runs; one that only waits to be buried does not. */
export const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** A program under test: its output so far, and waiting for what it says or for its end. */
export class Running {
  output = ''
  code: number | string | undefined
  readonly ended: Promise<void>

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', bytes => { this.output += bytes })
    child.stderr?.on('data', bytes => { this.output += bytes })
    this.ended = new Promise(resolve => {
      child.once('close', (code, signal) => {
        this.code = code ?? signal ?? undefined
        resolve()
      })
    })
  }

  get pid(): number {
    return this.child.pid!
  }

  async says(wanted: RegExp, withinMs = 60_000): Promise<RegExpExecArray> {
    const end = Date.now() + withinMs
    for (;;) {
      const found = wanted.exec(this.output)
      if (found) return found
      if (this.code !== undefined || Date.now() > end) throw new Error(`It did not say ${wanted} (${this.code ?? 'still running'}):\n${this.output}`)
      await new Promise(resolve => setTimeout(resolve, 15))
    }
  }

  /** Ends the program itself; what it started may live on and hold its output open. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = new Promise<void>(resolve => this.child.once('exit', () => resolve()))
    this.child.kill(signal)
    await gone
    this.code ??= this.child.exitCode ?? this.child.signalCode ?? undefined
  }
}

/** Runs node on a program with a clean environment and the given settings. */
export function runNode(args: string[], settings: Record<string, string> = {}, cwd = project): Running {
  const { PATH, HOME, TMPDIR, EMBEDDED_DB_SERVER } = process.env
  const env = { PATH, HOME, TMPDIR, EMBEDDED_DB_SERVER, ...settings }
  return new Running(spawn(process.execPath, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] }))
}

/** Runs it to its end. */
export async function runToEnd(args: string[], settings: Record<string, string> = {}, cwd = project): Promise<Running> {
  const running = runNode(args, settings, cwd)
  running.child.stdin?.end()
  await running.ended
  return running
}

const MAIN = `
const { createServer } = require('node:http')
const pool = require('mysql2/promise').createPool(process.env.DATABASE_URL)
const answers = {
  '/readyz': async () => { await pool.query('SELECT 1'); return 'ok' },
  '/write': async () => { await pool.query('INSERT INTO marks VALUES ()'); const [rows] = await pool.query('SELECT COUNT(*) AS n FROM marks'); return String(rows[0].n) },
  '/pid': () => String(process.pid),
  '/settings': () => JSON.stringify({ demo: process.env.DEMO, owner: process.env.DATABASE_OWNER_URL ?? null, keys: process.env.LAOBING_KEYS_FILE }),
}
const server = createServer((request, response) => {
  Promise.resolve().then(() => answers[request.url]()).then(text => response.end(text), error => { response.statusCode = 503; response.end(String(error)) })
}).listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeIdleConnections() })
`

const CLI = `
const mysql = require('mysql2/promise')
async function main() {
  const connection = await mysql.createConnection(process.env.DATABASE_OWNER_URL)
  const [command, ...args] = process.argv.slice(2)
  console.log('cli ' + [command, ...args].join(' '))
  if (command === 'migrate') {
    await connection.query('CREATE TABLE IF NOT EXISTS marks (id INT AUTO_INCREMENT PRIMARY KEY)')
    const app = new URL(process.env.DATABASE_URL).username
    if (app === 'laobing_app') await connection.query("GRANT SELECT, INSERT ON marks TO 'laobing_app'@'%'")
  }
  await connection.end()
}
main()
`

/** A small product in place of the real one, launched by the real launcher: built already, with one table. */
export function aStandIn(): string {
  const folder = aFolder()
  mkdirSync(path.join(folder, 'dist/server'), { recursive: true })
  cpSync(path.join(project, 'server/launch'), path.join(folder, 'server/launch'), { recursive: true })
  cpSync(path.join(project, 'package.json'), path.join(folder, 'package.json'))
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  mkdirSync(path.join(folder, '.data'), { mode: 0o700 })
  if (existsSync(unpacked)) symlinkSync(unpacked, path.join(folder, '.data/engine'))
  writeFileSync(path.join(folder, 'dist/server/package.json'), '{"type":"commonjs"}')
  writeFileSync(path.join(folder, 'dist/server.stamp'), 'stand-in')
  writeFileSync(path.join(folder, 'dist/server/main.js'), MAIN)
  writeFileSync(path.join(folder, 'dist/server/cli.js'), CLI)
  return folder
}
