import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainError } from './plainError.mjs'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
/** The product's data: its database, its keys. `LAOBING_DATA` puts it elsewhere. */
export const dataFolder = resolve(process.env.LAOBING_DATA || join(root, '.data'))
/** A database engine that could not be installed in the system is unpacked here. */
export const unpackedFolder = join(dataFolder, 'engine')
export const distFolder = join(root, 'dist')
export const serverFolder = join(distFolder, 'server')

/** Refuses a Node that is too old to run the product. */
export function mustHaveNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new PlainError(`Node ${process.versions.node} is too old.`, 'Install Node 20.19 or newer.')
}

/** Where the product listens: PORT (4000) and HOST (127.0.0.1). */
export function listenAddress() {
  const port = Number(process.env.PORT || 4000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new PlainError(`PORT is ${process.env.PORT}, which is not a port.`, 'Give a number from 1 to 65535.')
  return { port, host: process.env.HOST || '127.0.0.1' }
}

/** Whether the invented data belongs here: by default, but in production only when DEMO=1 asks for it by name. */
export function wantsDemo() {
  if (process.env.DEMO) return process.env.DEMO === '1'
  return process.env.NODE_ENV !== 'production'
}
