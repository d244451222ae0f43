/** At most so many requests in work at once, however fast they are answered. */
const MOST = Number(process.env.REQUESTS_AT_ONCE ?? 300)
/** So many are let in however slow everything is: enough to keep the pool of connections busy. */
const LEAST = Math.min(MOST, 40)
/** So many before anything is known of how fast they are answered: two hundred who sign up in the same moment are let in, but a crowd must not wait for itself. */
const FIRST = Math.min(MOST, 200)
/** How long half of the answers may take, in ms, before fewer are let in. A request has five seconds: what waits longer than one comes late or not at all. */
const GOOD_MS = 1000
const WINDOW_MS = 250
const [FEWER, MORE] = [0.7, 20]

/**
 * How many requests are let in; the others are turned away at once and told to come again. A fixed number would be too many where the
 * database has become slow: all of them would run into their deadline, and nobody would be answered. So the number follows the
 * answers: fewer while half of them take longer than a second and many wait, a few more each quarter of a second while many come and are
 * answered in time. As long as few come, nothing is learned.
 */
export class Admission {
  running = 0
  turnedAway = 0
  limit = FIRST
  private times: number[] = []
  private most = 0
  private windowEnds = 0

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Lets a request in, whose end is told by calling what is answered; null where it must come again. */
  enter(): (() => void) | null {
    this.look()
    if (this.running >= this.limit) {
      this.turnedAway++
      return null
    }
    const since = this.clock()
    this.most = Math.max(this.most, ++this.running)
    return () => {
      this.running--
      this.times.push(this.clock() - since)
    }
  }

  private look(): void {
    const now = this.clock()
    if (now < this.windowEnds) return
    const half = this.times.sort((one, other) => one - other)[Math.floor(this.times.length / 2)]
    const isCrowded = this.most >= this.limit / 2
    if (half !== undefined && isCrowded) this.limit = half > GOOD_MS ? Math.max(LEAST, Math.floor(this.limit * FEWER)) : Math.min(MOST, this.limit + MORE)
    this.times = []
    this.most = this.running
    this.windowEnds = now + WINDOW_MS
  }
}
