import { Unavailable } from './errors'

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
      const timer = setTimeout(() => {
        late()
        reject(new Unavailable())
      }, Math.max(1, this.left))
      work.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
}

/** How long a request may take in all, in milliseconds. */
export const REQUEST_MS = Number(process.env.REQUEST_MS ?? 5000)
