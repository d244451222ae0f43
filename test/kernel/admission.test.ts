import { Admission } from '../../server/kernel/admission'

let now = 0
beforeEach(() => void (now = 0))

const [DEADLINE, STRETCH] = [5000, 5]

/**
 * A server that can answer so many a second and divides itself among all that it has let in, asked by so many a second from one moment to the
 * next: how many a second were answered in time, in the worst five seconds after the first and in the last ten.
 */
function good(asked: number, answered: number, seconds = 60): { atWorst: number; atLast: number; turnedAway: number; limit: number } {
  const admission = new Admission(() => now)
  let working: { since: number; left: number; end: () => void }[] = []
  const inTime = Array<number>(seconds).fill(0)
  for (let asks = 0; now < seconds * 1000; now++) {
    for (; asks < (asked * now) / 1000; asks++) {
      const end = admission.enter()
      if (end) working.push({ since: now, left: 1, end })
    }
    const share = answered / 1000 / Math.max(1, working.length)
    working = working.filter(one => {
      one.left -= share
      if (one.left > 0 && now - one.since < DEADLINE) return true
      one.end()
      if (one.left <= 0) inTime[Math.floor(now / 1000)]!++
      return false
    })
  }
  const mean = (some: number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length
  const stretches = inTime.slice(STRETCH).map((_, at) => mean(inTime.slice(at + 1, at + 1 + STRETCH)))
  return { atWorst: Math.min(...stretches), atLast: mean(inTime.slice(-10)), turnedAway: admission.turnedAway, limit: admission.limit }
}

it('lets everybody in as long as all are answered', () => {
  expect(good(400, 500).turnedAway).toBe(0)
})

it.each([50, 100, 500])('goes on answering when %i a second can be answered and five times as many are asked, soon after the first moment too', answered => {
  const { atWorst, atLast, turnedAway } = good(answered * 5, answered)
  expect(atWorst).toBeGreaterThanOrEqual(answered * 0.8)
  expect(atLast).toBeGreaterThan(answered * 0.9)
  expect(turnedAway).toBeGreaterThan(0)
})

it('lets more in as long as many come and are answered in time', () => {
  expect(good(2000, 1000).limit).toBe(300)
})

it('lets more in again when a crowd that was too large is answered in time', () => {
  const admission = new Admission(() => now)
  const crowd = (ms: number): void => {
    const all = Array.from({ length: 300 }, () => admission.enter())
    now += ms
    for (const end of all) end?.()
  }
  for (let n = 0; n < 10; n++) crowd(4000)
  expect(admission.limit).toBe(40)
  for (let n = 0; n < 20; n++) crowd(300)
  expect(admission.limit).toBe(300)
})
