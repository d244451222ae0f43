import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PlainError } from './plainError.mjs'
import { root } from './project.mjs'

let current
const started = Date.now()

// Whoever read our output may have gone; that is no reason to leave a server half stopped.
process.stdout.on('error', () => undefined)

/** Says one line about what is going on, with the seconds since the command began. */
export function say(line) {
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`)
}

/** Runs a program in the project's folder with its output shown, and says now and then that it still runs. Answers its exit code. */
export function runProgram(program, args, { env = process.env, stdin = 'ignore' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: [stdin, 'inherit', 'inherit'] })
    current = child
    const begun = Date.now()
    const beat = setInterval(() => stdin === 'ignore' && say(`… still at it after ${Math.round((Date.now() - begun) / 1000)} s`), 15_000)
    const finish = then => {
      clearInterval(beat)
      current = undefined
      then()
    }
    child.once('error', error => finish(() => reject(error)))
    child.once('exit', (code, signal) => finish(() => resolve(code ?? `signal ${signal}`)))
  })
}

/** Runs a program that has to succeed. */
export async function mustRun(program, args, sentence, nextStep, options) {
  let code
  try {
    code = await runProgram(program, args, options)
  } catch (error) {
    throw new PlainError(`${sentence} (${program}: ${error.code ?? error.message}).`, nextStep)
  }
  if (code !== 0) throw new PlainError(`${sentence} (it ended with ${code}).`, nextStep)
}

/** The program and arguments that run a tool of node_modules. */
export const tool = (name, ...args) => [process.execPath, [join(root, 'node_modules', ...TOOLS[name]), ...args]]

const TOOLS = {
  tsc: ['typescript', 'bin', 'tsc'],
  vite: ['vite', 'bin', 'vite.js'],
  oxlint: ['oxlint', 'bin', 'oxlint'],
  jest: ['jest', 'bin', 'jest.js'],
}

/** Passes a signal to whatever program runs just now. */
export const stopCurrent = signal => current?.kill(signal)
