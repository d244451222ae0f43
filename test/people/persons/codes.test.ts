import { codesOf, educations, ethnicGroups, findCode, isCodeOf, maritalStatuses, politicalStatuses, sexes } from '../../../server/people/persons/codes'

describe('code tables', () => {
  it('hold the national codes', () => {
    expect(codesOf(sexes)).toEqual(['0', '1', '2', '9'])
    expect(codesOf(politicalStatuses)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'])
    expect(codesOf(maritalStatuses)).toHaveLength(8)
    expect(codesOf(educations)).toHaveLength(8)
    const groups = codesOf(ethnicGroups)
    expect(groups).toHaveLength(58)
    expect(groups.slice(0, 3)).toEqual(['01', '02', '03'])
    expect(ethnicGroups['02']).toEqual({ zh: '蒙古族', en: 'Mongol' })
    expect(politicalStatuses['13']).toEqual({ zh: '群众', en: 'General public' })
  })

  it('have names of their own in both languages', () => {
    for (const table of [sexes, politicalStatuses, maritalStatuses, educations, ethnicGroups]) {
      const names = Object.values(table)
      for (const { zh, en } of names) expect([/\p{Script=Han}/u.test(zh), /^[\x20-\x7e]+$/.test(en)]).toEqual([true, true])
      expect(new Set(names.map(name => name.zh)).size).toBe(names.length)
      expect(new Set(names.map(name => name.en)).size).toBe(names.length)
    }
  })

  it('find what a sheet says', () => {
    expect(findCode(ethnicGroups, '蒙古')).toBe('02')
    expect(findCode(ethnicGroups, '蒙古族')).toBe('02')
    expect(findCode(ethnicGroups, ' 汉 族')).toBe('01')
    expect(findCode(ethnicGroups, '０２')).toBe('02')
    expect(findCode(ethnicGroups, '2')).toBe('02')
    expect(findCode(ethnicGroups, '土族')).toBe('30')
    expect(findCode(ethnicGroups, '土家')).toBe('15')
    expect(findCode(sexes, '男')).toBe('1')
    expect(findCode(sexes, '女性')).toBe('2')
    expect(findCode(politicalStatuses, '群众')).toBe('13')
    expect(['党员', '预备党员', '团员'].map(text => findCode(politicalStatuses, text))).toEqual(['01', '02', '03'])
    expect(findCode(educations, '初级中学')).toBe('70')
    expect(findCode(ethnicGroups, '')).toBeNull()
    expect(findCode(ethnicGroups, '族')).toBeNull()
    expect(findCode(ethnicGroups, '示例族')).toBeNull()
    expect(isCodeOf(ethnicGroups, 'toString')).toBe(false)
  })
})
