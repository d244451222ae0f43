import { openScratch } from '../../server/launch/scratchDatabase.mjs'

/**
 * One throw-away database server for the whole run, or the one that `TEST_DATABASE_URL` names. Workers find its owner,
 * who may make databases and users, in `TEST_DB_OWNER_URL`.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_DB_OWNER_URL = process.env.TEST_DATABASE_URL
    return
  }
  const embedded = await openScratch()
  process.env.TEST_DB_OWNER_URL = embedded.ownerUrl
  globalThis.testDatabase = embedded
}

declare global {
  var testDatabase: { discard(): Promise<void> } | undefined
}
