import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { cipherOf } from '../../server/kernel/ciphers'

const bytes = (least: number, most: number) => fc.uint8Array({ minLength: least, maxLength: most }).map(array => Buffer.from(array))
const key = bytes(32, 32)

describe.each(['k1', 'sm4-k1'])('sealing with a key of the kind of %s', id => {
  const cipher = cipherOf(id)

  it('gives every value back, in its own place only, under its own key only', () => {
    fc.assert(
      fc.property(key, key, bytes(0, 400), bytes(0, 60), bytes(0, 60), (secret, other, value, place, elsewhere) => {
        const sealed = cipher.seal(secret, value, place)
        expect(cipher.open(secret, sealed, place).equals(value)).toBe(true)
        if (!place.equals(elsewhere)) expect(() => cipher.open(secret, sealed, elsewhere)).toThrow()
        if (!secret.equals(other)) expect(() => cipher.open(other, sealed, place)).toThrow()
      }),
    )
  })

  it('refuses a value of which any bit was changed, or that was cut', () => {
    fc.assert(
      fc.property(key, bytes(0, 100), bytes(1, 40), fc.nat(), fc.nat(7), (secret, value, place, at, bit) => {
        const sealed = cipher.seal(secret, value, place)
        const changed = Buffer.from(sealed)
        changed[at % changed.length]! ^= 1 << bit
        expect(() => cipher.open(secret, changed, place)).toThrow()
        expect(() => cipher.open(secret, sealed.subarray(0, at % sealed.length), place)).toThrow()
      }),
    )
  })

  it('never seals a value the same way twice, and shows nothing of it', () => {
    fc.assert(
      fc.property(key, bytes(8, 100), bytes(1, 40), (secret, value, place) => {
        const sealed = cipher.seal(secret, value, place)
        expect(sealed.equals(cipher.seal(secret, value, place))).toBe(false)
        expect(sealed.includes(value)).toBe(false)
      }),
    )
  })
})

it('has SM4 and SM3 as the standards GB/T 32907 and GB/T 32905 give them', () => {
  const text = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  const cipher = createCipheriv('sm4-ecb', text, null).setAutoPadding(false)
  expect(Buffer.concat([cipher.update(text), cipher.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})
