import { endWith } from './plainError.mjs'
import { stopCurrent } from './runStep.mjs'

/**
 * Runs a command that uses a database: opens it, does the work, and gives the database back however the work ends,
 * also when it is interrupted.
 */
export async function withDatabase(open, work) {
  let database
  let interrupted
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = signal
      stopCurrent('SIGTERM')
    })
  }
  try {
    database = await open()
    if (!interrupted) await work(database)
  } catch (error) {
    await giveBack(database)
    if (interrupted) process.exit(130)
    endWith(error)
  }
  await giveBack(database)
  process.exit(interrupted ? 130 : 0)
}

const giveBack = database => (database?.isScratch ? database.discard() : database?.release())
