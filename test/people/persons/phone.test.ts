import fc from 'fast-check'
import { phoneReasons, readPhone } from '../../../server/people/persons/phone'

describe('readPhone', () => {
  it.each(['15400001234', '154 0000 1234', '154-0000-1234', '+86 154 0000 1234', '+86-15400001234', '0086 15400001234', '8615400001234',
    '１５４００００１２３４', ' 15400001234 ', '\u202d15400001234\u202c', '(+86)15400001234'])('reads the mobile number %s', text => {
    expect(readPhone(text)).toEqual({ ok: true, value: '15400001234', kind: 'MOBILE' })
  })

  it.each([
    ['0475-4210000', '0475-4210000'], ['04754210000', '0475-4210000'], ['(0475)4210000', '0475-4210000'], ['（0475）421 0000', '0475-4210000'],
    ['０４７５－４２１００００', '0475-4210000'], ['010-60000000', '010-60000000'], ['02160000000', '021-60000000'], ['0471-6000000', '0471-6000000'],
    ['0475-4210000-801', '0475-4210000-801'], ['0475-4210000转801', '0475-4210000-801'], ['04754210000 ext. 801', '0475-4210000-801'],
  ])('reads the landline number %s', (text, value) => {
    expect(readPhone(text)).toEqual({ ok: true, value, kind: 'LANDLINE' })
  })

  it.each([
    ['', 'EMPTY'], ['　', 'EMPTY'], ['1.54E+10', 'DAMAGED'], ['4210000', 'AREA_CODE'], ['15400', 'FORM'], ['12400001234', 'FORM'], ['154000012345', 'FORM'],
    ['1540000123', 'FORM'], ['154****1234', 'CHARACTERS'], ['无', 'CHARACTERS'], ['0475-1210000', 'FORM'],
  ])('refuses %s', (text, reason) => {
    expect(readPhone(text)).toEqual({ ok: false, reason })
  })

  it('reads its own form again, and answers any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[+\d ()-]{0,20}$/)), text => {
      const found = readPhone(text)
      if (found.ok) expect(readPhone(found.value)).toEqual(found)
      else expect(phoneReasons[found.reason].zh).toMatch(/。$/)
    }))
    fc.assert(fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), value => expect(readPhone(value)).toEqual({ ok: true, value, kind: 'MOBILE' })))
  })
})
