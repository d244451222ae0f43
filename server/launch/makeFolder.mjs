import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainError } from './plainError.mjs'

/**
 * Makes a folder of the data, and those that it lies in. One after the other, from the one that is there: Node's own way tries
 * for ever where a file system says of a folder that is there that it is not (`/proc`).
 */
export function makeFolder(folder) {
  const missing = []
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
  for (const at of missing) {
    try {
      mkdirSync(at, { mode: 0o700 })
    } catch (error) {
      if (error.code === 'EEXIST') continue
      if (error.code === 'ENOENT') throw new PlainError(`${folder} cannot be used: there can be no folder in ${dirname(at)} (mkdir, ENOENT).`, 'Set LAOBING_DATA to a folder that you may write to.')
      throw error
    }
  }
}
