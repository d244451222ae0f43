import { halfWidth } from '../../server/kernel/halfWidth'

describe('halfWidth', () => {
  it('folds full-width letters, digits and spaces, and drops what cannot be seen', () => {
    expect(halfWidth('　１５４００００ １２３４　')).toBe('1540000 1234')
    expect(halfWidth('ＡＢｘ（一）')).toBe('ABx(一)')
    expect(halfWidth('\u200b1505\u202c25\ufeff')).toBe('150525')
    expect(halfWidth('八仙筒镇\t黎明村\r\n')).toBe('八仙筒镇 黎明村')
    expect(halfWidth('𠮷示一')).toBe('𠮷示一')
  })
})
