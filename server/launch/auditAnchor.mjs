import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './project.mjs'
import { say } from './runStep.mjs'

/** Where the server notes the head of the audit trail's chain, apart from the tables. */
export const anchorFolder = () => process.env.LAOBING_ANCHOR || dataFolder

/**
 * After a restore the chain ends where the backup ended, and its anchor may lie beyond. That is no longer to be found
 * wanting, but what was lost stays told: the anchor is put aside, not removed.
 */
export function setAnchorAside(database) {
  const file = join(anchorFolder(), `audit-anchor-${database}.json`)
  if (!existsSync(file)) return
  const aside = file.replace(/\.json$/, `.before-restore-${new Date().toISOString().replace(/[-:.]/g, '')}.json`)
  renameSync(file, aside)
  say(`the audit trail is anchored anew at the backup's end; the anchor until now is ${aside}`)
}
