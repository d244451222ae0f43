import fc from 'fast-check'
import { bigramsOf, queryTokens, searchTokensOf } from '../../../server/people/persons/nameTokens'
import { readingOf } from '../../../server/people/persons/pinyin'

/** Whether a question finds a name, as the token table answers it. */
function finds(q: string, name: string): boolean {
  const wanted = queryTokens(q)
  const kept = new Set(searchTokensOf(name))
  return wanted.length > 0 && wanted.every(token => kept.has(token))
}

const characters = '王李张单仇解曾查盖乐吕欧阳尉迟示例样一二三明珠宝音德力格尔其巴图𠮷'
const names = fc.oneof(
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 8 }).map(list => list.join('')),
  fc.tuple(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 5 }), fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 6 }))
    .map(([a, b]) => `${a.join('')}·${b.join('')}`),
)

describe('name tokens', () => {
  it('answer full pinyin, its beginnings, initials and Chinese fragments', () => {
    for (const q of ['张示三', '张示', '示三', '三', 'zhangs', 'zhangshisan', 'zss', 'zs', 'z', 'shisan', 'shis', 'ss', 'Zhang Shi San', 'ＺＳ', '张s', '三 张']) {
      expect([q, finds(q, '张示三')]).toEqual([q, true])
    }
    for (const q of ['张三', '三示', 'zhangsan', 'hang', 'zsb', '王', '', '%', '_', "'; --", '154']) {
      expect([q, finds(q, '张示三')]).toEqual([q, false])
    }
  })

  it('find by either reading of a character with two', () => {
    for (const q of ['shanshi', 'danshi', 'ss', 'ds']) expect(finds(q, '单示一')).toBe(true)
    for (const q of ['wangle', 'wangyue', 'wl', 'wy']) expect(finds(q, '王乐')).toBe(true)
    for (const q of ['lvshi', 'lyushi', 'lüshi', 'ls']) expect(finds(q, '吕示')).toBe(true)
    for (const q of ['yuchi', 'weichi', 'yc']) expect(finds(q, '尉迟示一')).toBe(true)
    expect(finds('shan', '王示明')).toBe(false)
  })

  it('find long names by their parts, and past the twelfth letter exactly', () => {
    const long = '巴音示例德力格尔'
    for (const q of ['bayinshilideligeer', 'bayinshilide', 'bayinshilidelig', 'bysldlge', '德力格尔', '音示']) expect([q, finds(q, long)]).toEqual([q, true])
    for (const q of ['bayinshilideliger', 'bayinshilideligeern', '德格']) expect([q, finds(q, long)]).toEqual([q, false])
    for (const q of ['示例·巴图', '巴图', 'batu', 'bt', 'shilibatu']) expect([q, finds(q, '示例·巴图')]).toEqual([q, true])
  })

  it('find characters outside the basic plane, and names in Mongolian script', () => {
    for (const q of ['𠮷', '𠮷示', 'shiyi', 'sy']) expect([q, finds(q, '𠮷示一')]).toEqual([q, true])
    expect(bigramsOf('𠮷示')).toEqual(['𠮷', '示', '𠮷示'])
    expect(finds('ᠭᠠᠲ', 'ᠪᠠᠭᠠᠲᠤᠷ')).toBe(true)
  })

  it('turn digits into a token of their own, for numbers kept beside names', () => {
    expect(queryTokens('张三 1234')).toEqual(['张三', '1234'])
    expect(queryTokens('１５４')).toEqual(['154'])
  })

  it('hold for any name: every fragment, every beginning and all initials find it, within bounds', () => {
    fc.assert(fc.property(names, fc.nat(), fc.nat(), (name, from, length) => {
      const list = Array.from(name)
      const start = from % list.length
      const fragment = list.slice(start, start + 1 + (length % (list.length - start))).join('')
      if (fragment !== '·') expect(finds(fragment, name)).toBe(true)
      const { full, initials } = readingOf(name)
      for (let count = 1; count <= full.length; count += 1) expect(finds(full.slice(0, count), name)).toBe(true)
      for (let count = 1; count <= initials.length; count += 1) expect(finds(initials.slice(0, count), name)).toBe(true)
      const tokens = searchTokensOf(name)
      expect(new Set(tokens).size).toBe(tokens.length)
      expect(Math.max(...tokens.map(token => token.length))).toBeLessThanOrEqual(13)
      expect(tokens.length).toBeLessThanOrEqual(300)
    }))
  })

  it('answer any question with few short tokens', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), q => {
      for (const token of queryTokens(q)) expect(token.length).toBeGreaterThan(0)
    }))
  })
})
