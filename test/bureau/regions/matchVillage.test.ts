import aliases from '../../../server/bureau/regions/data/aliases.json'
import { counties } from '../../../server/bureau/regions/data'
import { Gazetteer, type Unit } from '../../../server/bureau/regions/Gazetteer'
import { matchTownship, matchVillage, type PlaceMatch } from '../../../server/bureau/regions/matchVillage'

const { county, townships, villages } = counties['150525']
const places = new Gazetteer<Unit>([county, ...townships, ...villages], aliases.names)
const townshipOf = (code: string): string => townships.find(township => township.code === code.slice(0, 9) + '000')?.name ?? ''
const doubled = ['哈沙图村委会', '奈林塔拉嘎查', '伊和塔拉嘎查', '巴彦敖包嘎查', '三合村委会', '巴日嘎斯台嘎查', '当海嘎查']

function codes(found: PlaceMatch<Unit>): unknown {
  if ('match' in found) return found.match.code
  if ('ambiguous' in found) return { ambiguous: found.ambiguous.map(unit => unit.code) }
  return { near: found.near.map(unit => unit.code) }
}
const ask = (township: string, village: string): unknown => codes(matchVillage(township, village, places))

describe('matchVillage', () => {
  it('finds each of the 381 by township and name, however the two are written', () => {
    for (const village of villages) {
      const township = townshipOf(village.code)
      expect([village.name, ask(township, village.name)]).toEqual([village.name, village.code])
      expect(ask('', township + village.name)).toBe(village.code)
      expect(ask(` ${township}　`, `内蒙古自治区通辽市奈曼旗${township} ${village.name}`)).toBe(village.code)
    }
  })

  it('finds them without the last word too, or asks where two in the township share the stem', () => {
    for (const village of villages) {
      const stem = village.name.replace(/(村委会|嘎查|社区|生活区)$/, '')
      const answer = ask(townshipOf(village.code), stem)
      const twins = villages.filter(other => other.code.slice(0, 9) === village.code.slice(0, 9) && other.name.replace(/(村委会|嘎查|社区|生活区)$/, '') === stem)
      expect(answer).toEqual(twins.length === 1 ? village.code : { ambiguous: twins.map(twin => twin.code) })
    }
  })

  it('asks for the seven names that occur twice, and for no other full name', () => {
    for (const village of villages) {
      const same = villages.filter(other => other.name === village.name).map(other => other.code)
      expect(ask('', village.name)).toEqual(same.length === 1 ? village.code : { ambiguous: same })
      expect(same.length === 2).toBe(doubled.includes(village.name))
    }
    expect(doubled.every(name => villages.filter(village => village.name === name).length === 2)).toBe(true)
  })

  it('knows the nine other spellings and the town’s short name', () => {
    expect(ask('大镇', '舍利虎村')).toBe('150525100237')
    expect(ask('八仙筒镇', '满楚克庙村委会')).toBe('150525101242')
    expect(ask('青龙山', '沙子梁')).toBe('150525102205')
    expect(ask('青龙山镇', '鹦哥山村')).toBe('150525102206')
    expect(ask('治安镇', '白图营子嘎查')).toBe('150525104211')
    expect(ask('治安镇', '查干浩来村')).toBe('150525104220')
    expect(ask('东明镇', '阿都乌素嘎查')).toBe('150525105225')
    expect(ask('固日班花', '巴雅吉勒嘎查')).toBe('150525200211')
    expect(ask('土城子乡', '糖房村')).toBe('150525204203')
  })

  it('reads what people write: widths, numbers, groups, committees', () => {
    expect(ask('八仙筒镇', '黎明村')).toBe('150525101200')
    expect(ask('八仙筒镇人民政府', '黎明村民委员会')).toBe('150525101200')
    expect(ask('八仙筒镇', '黎明村３组')).toBe('150525101200')
    expect(ask('治安镇', '2号村')).toBe('150525104201')
    expect(ask('六号农场', '三分场')).toBe('150525400502')
    expect(ask('大沁他拉街道', '光明社区居委会')).toBe('150525401401')
    expect(ask('大沁他拉', '阳光社区')).toBe('150525401400')
    expect(ask('新镇', '新镇村')).toBe('150525103200')
    expect(ask('', '新镇村')).toBe('150525103200')
    expect(ask('东明镇', '嘎查甸子')).toBe('150525105219')
  })

  it('does not guess: 村 may be a 嘎查, a bare stem may be several, another township is not the one named', () => {
    expect(ask('大沁他拉镇', '哈沙图村')).toEqual({ ambiguous: ['150525100218', '150525100229'] })
    expect(ask('大沁他拉镇', '哈沙图嘎查')).toBe('150525100229')
    expect(ask('', '胜利村')).toEqual({ ambiguous: ['150525100214', '150525104209'] })
    expect(ask('治安镇', '胜利村')).toBe('150525104209')
    expect(ask('', '光明')).toEqual({ ambiguous: ['150525100200', '150525401401'] })
    expect(ask('', '光明村')).toBe('150525100200')
    expect(ask('', '博勒梯村委会')).toEqual({ near: ['150525202216'] })
    expect(ask('明仁苏木', '博勒梯村委会')).toBe('150525202216')
    expect(ask('沙日浩来镇', '糖坊村')).toEqual({ near: ['150525204203'] })
    expect(ask('土城子乡', '糖坊社区')).toMatchObject({ near: expect.arrayContaining(['150525204203']) as unknown })
    expect(ask('八仙筒镇', '东明镇永胜村')).toEqual({ near: ['150525105201'] })
    expect(ask('示例镇', '黎明村')).toEqual({ near: ['150525101200'] })
    expect(ask('八仙筒镇', '')).toEqual({ near: [] })
    expect(ask('', '示例示例村')).toEqual({ near: [] })
  })

  it('shows what sounds alike when nothing is written alike', () => {
    expect(ask('八仙筒镇', '黎名村')).toMatchObject({ near: ['150525101200'] })
    expect((ask('明仁苏木', '博乐梯嘎查') as { near: string[] }).near[0]).toBe('150525202216')
  })
})

describe('matchTownship', () => {
  const town = (text: string): unknown => codes(matchTownship(text, places))

  it('finds the sixteen by name, by stem and by what they were called before', () => {
    for (const township of townships) expect(town(township.name)).toBe(township.code)
    expect(town('大镇')).toBe('150525100000')
    expect(town('明仁乡')).toBe('150525202000')
    expect(town('奈曼旗八仙筒')).toBe('150525101000')
  })

  it('asks between the town and the street', () => {
    expect(town('大沁他拉')).toEqual({ ambiguous: ['150525100000', '150525401000'] })
    expect(town('大沁他拉街道')).toBe('150525401000')
    expect(town('示例镇')).toEqual({ near: [] })
  })
})
