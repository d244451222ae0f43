import { say } from './runStep.mjs'

const EVERY_MS = 500

/**
 * Looks after the embedded database while the product runs: one that was killed is started again, and recovers.
 * `onMoved` is called when it had to take another port. Answers a function that ends the watch.
 */
export function watchDatabase(embedded, { onMoved, onLost }) {
  let timer
  let ended = false
  let busy = Promise.resolve()
  const look = async () => {
    if (!embedded.isRunning()) {
      say('the database stopped unasked; starting it again')
      const before = embedded.url
      await embedded.revive()
      if (!ended && embedded.url !== before) await onMoved()
    }
  }
  const next = () => {
    timer = setTimeout(() => {
      busy = look().catch(error => ended || onLost(error)).then(() => ended || next())
    }, EVERY_MS)
  }
  next()
  return async () => {
    ended = true
    clearTimeout(timer)
    await busy
  }
}
