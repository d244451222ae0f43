import { ageOn } from '../../server/kernel/days'
import { mask } from '../../server/kernel/masks'
import { readPhone } from '../../server/people/persons/phone'
import { readResidentId } from '../../server/people/persons/residentId'
import { demoAddress, demoBirthDate, demoName, DemoNumbers, isDemoName } from '../../server/seeds/names'
import { Random } from '../../server/seeds/random'

const TODAY = '2026-11-23'

describe('invented persons', () => {
  it('have names that nobody takes for real, the same each time', () => {
    const names = (): string[] => {
      const random = new Random('names')
      return Array.from({ length: 2000 }, (_, n) => demoName(random, n % 2 ? 'MALE' : 'FEMALE').name)
    }
    expect(names()).toEqual(names())
    for (const name of names()) expect([name, isDemoName(name)]).toEqual([name, true])
    expect(new Set(names()).size).toBeGreaterThan(1100)
    expect(names().some(name => name.includes('·'))).toBe(true)
    for (const name of ['王小明', '巴图', '示例', '']) expect(isDemoName(name)).toBe(false)
  })

  it('have valid resident IDs of a division that never existed, none twice, with the birth day and sex they say', () => {
    const numbers = new DemoNumbers()
    const random = new Random('ids')
    const seen = new Set<string>()
    for (let n = 0; n < 5000; n += 1) {
      const sex = random.pick(['MALE', 'FEMALE'] as const)
      const birthDate = demoBirthDate(random, random.int(18, 95), TODAY)
      const residentId = numbers.residentId(birthDate, sex)
      expect(readResidentId(residentId, TODAY)).toEqual({ ok: true, value: residentId, birthDate, sex, countyPrefix: '152399', maybeDamaged: false })
      seen.add(residentId)
    }
    expect(seen.size).toBe(5000)
  })

  it('have different ones on one day', () => {
    const numbers = new DemoNumbers()
    const ids = Array.from({ length: 200 }, (_, n) => numbers.residentId('1950-01-10', n % 2 ? 'MALE' : 'FEMALE'))
    expect(new Set(ids).size).toBe(200)
  })

  it('have mobile numbers of the unassigned 154', () => {
    const numbers = new DemoNumbers()
    const phones = Array.from({ length: 3 }, () => numbers.phone())
    expect(phones).toEqual(['15400000001', '15400000002', '15400000003'])
    for (const phone of phones) expect(readPhone(phone)).toEqual({ ok: true, value: phone, kind: 'MOBILE' })
  })

  it('are of the age asked for', () => {
    const random = new Random('ages')
    for (let n = 0; n < 500; n += 1) {
      const age = random.int(18, 100)
      expect(ageOn(demoBirthDate(random, age, TODAY), TODAY)).toBe(age)
      expect(ageOn(demoBirthDate(random, age, '2028-02-29'), '2028-02-29')).toBe(age)
    }
  })

  it('live in groups that do not exist, which masks cut off', () => {
    const address = demoAddress(new Random(1), '八仙筒镇', '黎明村委会')
    expect(address).toMatch(/^八仙筒镇黎明村示例组\d+号$/)
    expect(mask('address', address)).toBe('八仙筒镇黎明村***')
    expect(demoAddress(new Random(1), '大沁他拉街道办事处', '阳光社区')).toMatch(/^大沁他拉街道阳光社区示例组/)
    expect(demoAddress(new Random(1), '国有六号农场', '三分场生活区')).toMatch(/^国有六号农场三分场生活区示例组/)
  })
})
