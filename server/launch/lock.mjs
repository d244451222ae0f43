import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from './plainError.mjs'
import { isAlive, ownTag, pidOf } from './processTag.mjs'

let nth = 0

/**
 * Runs `work` while no other process, and no other call in this one, holds the same lock file. The file is written
 * first and linked after, so it never exists without saying who holds it; a dead holder's file is broken open.
 */
export async function withLock(file, work, { timeoutMs = 180_000, onWait } = {}) {
  const end = Date.now() + timeoutMs
  let told = false
  while (!tryTake(file)) {
    const holder = readHolder(file)
    if (holder !== undefined && !isAlive(holder)) {
      // Only who holds the lock named after this one dead holder may remove its file, so nobody's living lock is ever removed.
      await withLock(`${file}.after-${pidOf(holder)}`, () => {
        if (readHolder(file) === holder) rmSync(file, { force: true })
      }, { timeoutMs })
      continue
    }
    if (holder !== undefined && !told) {
      told = true
      onWait?.(pidOf(holder))
    }
    if (Date.now() > end) {
      throw new PlainError(
        `Another run (process ${pidOf(holder)}) has been holding ${file} for ${Math.round(timeoutMs / 1000)} s.`,
        'Wait for it to finish, or stop that process and try again.',
      )
    }
    await sleep(25 + Math.random() * 35)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryTake(file) {
  const own = `${file}.by-${process.pid}-${++nth}`
  writeFileSync(own, ownTag(), { mode: 0o600 })
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(own)
  }
}

function readHolder(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
