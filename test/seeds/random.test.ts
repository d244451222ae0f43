import { Random } from '../../server/seeds/random'

describe('Random', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number | string): number[] => {
      const random = new Random(seed)
      return Array.from({ length: 5 }, () => random.int(0, 999))
    }
    expect(draw('奈曼')).toEqual(draw('奈曼'))
    expect(draw('奈曼')).not.toEqual(draw('奈曼旗'))
    expect(new Random(1).next()).toBeCloseTo(0.6270739405881613, 12)
  })

  it('spreads evenly and keeps its bounds', () => {
    const random = new Random(7)
    const counts = [0, 0, 0, 0, 0, 0]
    for (let n = 0; n < 60000; n += 1) counts[random.int(0, 5)]! += 1
    for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(400)
    const numbers = Array.from({ length: 10000 }, () => random.next())
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
  })

  it('weighs, picks and takes some', () => {
    const random = new Random('weights')
    const counts = { A: 0, B: 0, C: 0 }
    for (let n = 0; n < 10000; n += 1) counts[random.weighted({ A: 8, B: 2, C: 0 })] += 1
    expect(counts.C).toBe(0)
    expect(Math.abs(counts.A - 8000)).toBeLessThan(200)
    expect(new Set(random.some([1, 2, 3, 4, 5], 3)).size).toBe(3)
    expect(random.some([1, 2], 9).sort()).toEqual([1, 2])
    expect(() => random.pick([])).toThrow(RangeError)
    expect(() => random.weighted({ A: 0 })).toThrow(RangeError)
  })

  it('forks into chances of their own', () => {
    const random = new Random('a')
    expect(random.fork('visits').next()).not.toBe(random.fork('persons').next())
    expect(new Random('a').fork('visits').next()).toBe(new Random('a').fork('visits').next())
  })
})
