import { Unavailable } from './errors'

/** How long a request may take in all, in milliseconds: so long that its answer, whatever it is, is there within five seconds. */
export const REQUEST_MS = Number(process.env.REQUEST_MS ?? 4800)

/** How often it is looked whose time is over, in ms. A timer for each wait would cost more than most of what is waited for. */
const LOOK_MS = 20

interface Wait {
  readonly at: number
  readonly end: () => void
}

const waits = new Set<Wait>()
let looking: NodeJS.Timeout | undefined

function look(): void {
  const now = performance.now()
  for (const wait of waits) {
    if (wait.at > now) continue
    waits.delete(wait)
    wait.end()
  }
  if (waits.size > 0) return
  clearInterval(looking)
  looking = undefined
}

/** The moment by which a request must have its answer; every wait inside the request ends with it. */
export class Deadline {
  private readonly at: number

  constructor(milliseconds: number) {
    this.at = performance.now() + milliseconds
  }

  get left(): number {
    return this.at - performance.now()
  }

  /** Waits for the work, but not beyond the deadline; `late` is told when the work comes to nothing. */
  race<T>(work: Promise<T>, late: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const wait = { at: this.at, end: () => {
        late()
        reject(new Unavailable())
      } }
      waits.add(wait)
      looking ??= setInterval(look, LOOK_MS)
      work.then(value => {
        waits.delete(wait)
        resolve(value)
      }, (error: unknown) => {
        waits.delete(wait)
        reject(error as Error)
      })
    })
  }
}
