import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { forgetServer, noteServer } from './orphanedServer.mjs'
import { PlainError } from './plainError.mjs'
import { root, serverFolder } from './project.mjs'
import { say } from './runStep.mjs'

const READY_WITHIN_MS = 60_000
const DRAIN_MS = 20_000
const CRASHES_A_MINUTE = 5

/** The product's server as a child: started, awaited, started again when it crashes, and drained at the end. */
export class ServerProcess {
  #child
  #stopping = false
  #crashes = []

  constructor({ environment, address, onGivenUp }) {
    this.environment = environment
    this.address = address
    this.onGivenUp = onGivenUp
  }

  /** Starts the server and waits until /readyz answers 200. */
  async start() {
    const child = this.#spawn()
    const end = Date.now() + READY_WITHIN_MS
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new PlainError(`The server stopped while it was starting (${child.exitCode ?? child.signalCode}).`, 'Read what it said above.')
      }
      if (Date.now() > end) throw new PlainError(`The server is not ready after ${READY_WITHIN_MS / 1000} s.`, 'Read what it said above.')
      await sleep(50)
    }
    child.once('exit', (code, signal) => this.#afterCrash(code ?? signal))
  }

  /** Lets open requests end, then stops; by force when that takes too long. */
  async stop() {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([gone, sleep(DRAIN_MS, undefined, { ref: false }).then(() => child.kill('SIGKILL'))])
    await gone
    forgetServer(this.address.port)
  }

  /** Ends it at once. */
  kill() {
    this.#stopping = true
    this.#child?.kill('SIGKILL')
  }

  /** Starts it again, with another environment. */
  async restart(environment) {
    await this.stop()
    this.#stopping = false
    this.environment = environment
    await this.start()
  }

  #spawn() {
    // Of its own group, so that Ctrl-C reaches it once, through us; with a channel, so that it notices when we are gone.
    const follow = pathToFileURL(fileURLToPath(new URL('./followParent.mjs', import.meta.url))).href
    this.#child = spawn(process.execPath, ['--import', follow, join(serverFolder, 'main.js')], {
      cwd: root,
      env: this.environment,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    noteServer(this.address.port, this.#child.pid)
    return this.#child
  }

  async #isReady() {
    const { host, port } = this.address
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
    try {
      const answer = await fetch(`http://${name}:${port}/readyz`, { signal: AbortSignal.timeout(2000) })
      await answer.arrayBuffer()
      return answer.status === 200
    } catch {
      return false
    }
  }

  async #afterCrash(how) {
    if (this.#stopping) return
    this.#crashes = [...this.#crashes.filter(at => at > Date.now() - 60_000), Date.now()]
    if (this.#crashes.length > CRASHES_A_MINUTE) {
      return this.onGivenUp(new PlainError(`The server stopped ${this.#crashes.length} times within a minute.`, 'Read what it said above.'))
    }
    say(`the server stopped unasked (${how}); starting it again`)
    await sleep(200 * this.#crashes.length)
    if (this.#stopping) return
    try {
      await this.start()
    } catch (error) {
      if (!this.#stopping) this.onGivenUp(error)
    }
  }
}
