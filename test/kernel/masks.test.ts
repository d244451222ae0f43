import fc from 'fast-check'
import { looksMasked, mask, maskKinds } from '../../server/kernel/masks'

/** How many characters of the value stand unmasked at their end of the mask. */
const shownOf = (text: string): number => Array.from(text).filter(character => character !== '*').length

describe('masks', () => {
  it('shows phones, numbers and cards by their ends', () => {
    expect(mask('phone', '15400001234')).toBe('154****1234')
    expect(mask('phone', '0475-4210000')).toBe('047****0000')
    expect(mask('phone', '4210000')).toBe('****000')
    expect(mask('idCard', '150525194901010038')).toBe('150***********0038')
    expect(mask('idCard', '15052519490101003x')).toBe('150***********003x')
    expect(mask('bankCard', '6217000000000001234')).toBe('***************1234')
    expect(mask('birthDate', '1949-01-01')).toBe('1949-**-**')
    expect(mask('hidden', 'x')).toBe('•••')
    expect(mask('hidden', '血压偏高'.repeat(50))).toBe('•••')
  })

  it('shows names by their first and last character, and keeps the dots of long ones', () => {
    expect(mask('name', '王示')).toBe('王*')
    expect(mask('name', '王示明')).toBe('王*明')
    expect(mask('name', '欧阳示一')).toBe('欧**一')
    expect(mask('name', '示例·巴图')).toBe('示*·*图')
    expect(mask('name', '宝音示例德力格尔')).toBe('宝******尔')
    expect(mask('name', '王')).toBe('*')
    expect(mask('name', '𠮷示')).toBe('𠮷*')
  })

  it('shows addresses down to the village', () => {
    expect(mask('address', '八仙筒镇黎明村示例组3号')).toBe('八仙筒镇黎明村***')
    expect(mask('address', '内蒙古自治区通辽市奈曼旗固日班花苏木干代嘎查东头')).toBe('内蒙古自治区通辽市奈曼旗固日班花苏木干代嘎查***')
    expect(mask('address', '大沁他拉街道光明社区2号楼3单元')).toBe('大沁他拉街道光明社区***')
    expect(mask('address', '东明镇嘎查甸子村西头')).toBe('东明镇嘎查甸子村***')
    expect(mask('address', '八仙筒镇')).toBe('八仙筒镇')
    expect(mask('address', '3号楼王家村')).toBe('***')
    expect(mask('address', '示例路1号')).toBe('***')
  })

  it('gives short or foreign values nothing but stars', () => {
    expect(mask('phone', '110')).toBe('***')
    expect(mask('phone', '421000')).toBe('******')
    expect(mask('idCard', '150525490101003')).toBe('*'.repeat(15))
    expect(mask('bankCard', '12345678')).toBe('********')
    expect(mask('birthDate', '1949')).toBe('****')
    for (const kind of maskKinds) {
      expect(mask(kind, '')).toBe('')
      expect(mask(kind, '王'.repeat(300)).length).toBeLessThanOrEqual(120)
    }
  })

  it('never shows a whole value, and never more than the ends', () => {
    const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^\\d{${min},${max}}$`))
    fc.assert(fc.property(digits(1, 20), text => {
      const shown = shownOf(mask('phone', text))
      expect(shown).toBeLessThanOrEqual(text.length < 7 ? 0 : text.length < 11 ? 3 : 7)
      expect(shownOf(mask('idCard', text))).toBeLessThanOrEqual(text.length === 18 ? 7 : 0)
      expect(shownOf(mask('bankCard', text))).toBeLessThanOrEqual(text.length < 12 ? 0 : 4)
    }))
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), text => {
      for (const kind of ['phone', 'idCard', 'name', 'bankCard', 'birthDate', 'hidden'] as const) {
        const masked = mask(kind, text)
        if (text.trim() !== '' && !looksMasked(text) && masked !== '') expect(masked).not.toBe(text)
        expect(Array.from(masked).length).toBeLessThanOrEqual(120)
      }
    }))
    fc.assert(fc.property(fc.constantFrom('八仙筒镇黎明村', '奈曼旗', '', '大沁他拉街道'), fc.stringMatching(/^\d{1,4}号\d{0,3}$/), (place, house) => {
      expect(mask('address', place + house)).not.toMatch(/\d/)
    }))
  })

  it('knows a mask that a form sends back', () => {
    for (const text of ['154****1234', '王*明', '•••', '1949-**-**']) expect(looksMasked(text)).toBe(true)
    for (const text of ['15400001234', '示例·巴图', '八仙筒镇黎明村']) expect(looksMasked(text)).toBe(false)
  })
})
